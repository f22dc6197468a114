// Workloads that fill arrays, into the same memory at each call: rosenbrock, elementary functions, descents.

enum { most_outputs = 2 };

static int outputs;
static int64_t output_length;
static REAL *output[most_outputs];

static void has_outputs(int count, int64_t length) {
  outputs = count;
  output_length = length;
  for (int i = 0; i < count; i++) output[i] = zeros(length);
}

static void answer_outputs(void) {
  int64_t count = outputs;
  fwrite(&count, sizeof count, 1, stdout);
  for (int i = 0; i < outputs; i++) answer(output[i], output_length);
}

// Calls fill memory that someone else may read: they are made, each of them.
#define MAP(label, name)                                                            \
  static void name##_check(void) {                                                  \
    name##_call();                                                                  \
    answer_outputs();                                                               \
  }                                                                                 \
  static void name##_run(int64_t calls) {                                           \
    for (int64_t i = 0; i < calls; i++) name##_call();                              \
  }                                                                                 \
  static const workload name = {label, name##_prepare, name##_check, name##_run};

static REAL *map_x, *map_y;
static int64_t map_count;

static void rosenbrock_prepare(void) {
  map_x = read_array(&map_count);
  map_y = read_array(&map_count);
  has_outputs(2, map_count);
}

__attribute__((noinline)) static void rosenbrock_call(void) {
  const REAL *restrict x = map_x, *restrict y = map_y;
  REAL *restrict by_x = output[0], *restrict by_y = output[1];
  for (int64_t i = 0; i < map_count; i++) {
    REAL across = y[i] - x[i] * x[i];
    by_x[i] = -2 * (1 - x[i]) - 400 * x[i] * across;
    by_y[i] = 200 * across;
  }
}

MAP("rosenbrock", rosenbrock)

static void elementary_prepare(void) {
  map_x = read_array(&map_count);
  has_outputs(1, map_count);
}

#define ELEMENTARY(label, name, F)                                    \
  static void name##_prepare(void) { elementary_prepare(); }          \
  __attribute__((noinline)) static void name##_call(void) {           \
    const REAL *restrict x = map_x;                                   \
    REAL *restrict out = output[0];                                   \
    for (int64_t i = 0; i < map_count; i++) out[i] = F(x[i]);         \
  }                                                                   \
  MAP(label, name)

ELEMENTARY("elementary exp", exp_each, EXP)
ELEMENTARY("elementary log", log_each, LOG)
ELEMENTARY("elementary tanh", tanh_each, TANH)
ELEMENTARY("elementary sin", sin_each, SIN)

static REAL *descents_start;
static int64_t descents_steps, descents_points;
static REAL *descents_x, *descents_y;

static void descents_prepare(void) {
  int64_t two;
  descents_steps = read_whole();
  descents_start = read_array(&two);
  descents_x = read_array(&descents_points);
  descents_y = read_array(&descents_points);
  map_x = read_array(&map_count);
  has_outputs(1, map_count);
}

// Sixteen descents side by side: their steps wait for each other's results otherwise.
enum { side_by_side = 16 };

__attribute__((noinline)) static void descents_call(void) {
  const REAL *restrict rates = map_x;
  for (int64_t from = 0; from < map_count; from += side_by_side) {
    int count = map_count - from < side_by_side ? (int)(map_count - from) : side_by_side;
    REAL rate[side_by_side] = {0}, a[side_by_side], b[side_by_side], loss[side_by_side];
    for (int k = 0; k < count; k++) rate[k] = rates[from + k];
    for (int k = 0; k < side_by_side; k++) a[k] = descents_start[0], b[k] = descents_start[1];
    for (int64_t s = 0; s <= descents_steps; s++) {
      REAL by_a[side_by_side] = {0}, by_b[side_by_side] = {0};
      for (int k = 0; k < side_by_side; k++) loss[k] = 0;
      for (int64_t i = 0; i < descents_points; i++) {
        for (int k = 0; k < side_by_side; k++) {
          REAL residual = descents_y[i] - (a[k] * descents_x[i] + b[k]);
          loss[k] += residual * residual;
          by_a[k] -= 2 * descents_x[i] * residual;
          by_b[k] -= 2 * residual;
        }
      }
      for (int k = 0; k < side_by_side; k++) a[k] -= rate[k] * by_a[k], b[k] -= rate[k] * by_b[k];
    }
    for (int k = 0; k < count; k++) output[0][from + k] = loss[k];
  }
}

MAP("descents", descents)
