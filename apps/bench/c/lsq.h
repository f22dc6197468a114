// Value and derivatives of Σ(yᵢ − (a xᵢ + b))² in one loop.

static REAL *lsq_x, *lsq_y;
static int64_t lsq_count;

static void lsq_prepare(void) {
  lsq_x = read_array(&lsq_count);
  lsq_y = read_array(&lsq_count);
}

__attribute__((noinline)) static void lsq_call(REAL a, REAL b, REAL *out) {
  const REAL *restrict x = lsq_x, *restrict y = lsq_y;
  REAL loss = 0, by_a = 0, by_b = 0;
  for (int64_t i = 0; i < lsq_count; i++) {
    REAL residual = y[i] - (a * x[i] + b);
    loss += residual * residual;
    by_a += x[i] * residual;
    by_b += residual;
  }
  out[0] = loss;
  out[1] = -2 * by_a;
  out[2] = -2 * by_b;
}

static void lsq_check(void) {
  const REAL at[3][2] = {{2, 1}, {-3, 0.25}, {2, 1}};
  int64_t count = 3;
  fwrite(&count, sizeof count, 1, stdout);
  for (int i = 0; i < 3; i++) {
    REAL out[3];
    lsq_call(at[i][0], at[i][1], out);
    answer(out, 3);
  }
}

static void lsq_run(int64_t calls) {
  REAL a = 2, b = 1;
  for (int64_t i = 0; i < calls; i++) {
    REAL out[3];
    lsq_call(a, b, out);
    REAL move = step * (1 + (i & 7));
    a = out[1] < 0 ? 2 - move : 2 + move;
    b = out[2] < 0 ? 1 - move : 1 + move;
  }
}

static const workload lsq = {"lsq", lsq_prepare, lsq_check, lsq_run};
