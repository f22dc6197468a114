// Workloads that are gradients at a point: logistic, lse, llsq, kmeans, deep-chain, hessian, scan.

static point logistic_point;
static REAL *logistic_features, *logistic_labels;
static int64_t logistic_rows;

static void logistic_prepare(void) {
  int64_t count;
  logistic_features = read_array(&count);
  logistic_labels = read_array(&logistic_rows);
  read_point(&logistic_point);
  has_gradient(&logistic_point);
}

__attribute__((noinline)) static void logistic_call(point *p) {
  int64_t columns = p->length[0];
  const REAL *restrict weights = p->at[0];
  REAL *restrict by = p->result[0];
  memset(by, 0, columns * sizeof(REAL));
  for (int64_t row = 0; row < logistic_rows; row++) {
    const REAL *restrict x = logistic_features + row * columns;
    REAL logit = 0;
    for (int64_t j = 0; j < columns; j++) logit += x[j] * weights[j];
    REAL error = 1 / (1 + EXP(-logit)) - logistic_labels[row];
    for (int64_t j = 0; j < columns; j++) by[j] += error * x[j];
  }
  for (int64_t j = 0; j < columns; j++) by[j] /= logistic_rows;
}

POINTS("logistic", logistic)

static point lse_point;

static void lse_prepare(void) {
  read_point(&lse_point);
  has_gradient(&lse_point);
}

__attribute__((noinline)) static void lse_call(point *p) {
  int64_t count = p->length[0];
  const REAL *restrict x = p->at[0];
  REAL *restrict by = p->result[0];
  REAL largest = x[0], sum = 0;
  for (int64_t i = 0; i < count; i++) largest = x[i] > largest ? x[i] : largest;
  for (int64_t i = 0; i < count; i++) {
    by[i] = EXP(x[i] - largest);
    sum += by[i];
  }
  for (int64_t i = 0; i < count; i++) by[i] /= sum;
}

POINTS("lse", lse)

static point llsq_point;
static int64_t llsq_count;

static void llsq_prepare(void) {
  llsq_count = read_whole();
  read_point(&llsq_point);
  has_gradient(&llsq_point);
}

__attribute__((noinline)) static void llsq_call(point *p) {
  int64_t degrees = p->length[0];
  const REAL *restrict x = p->at[0];
  REAL *restrict by = p->result[0];
  REAL power[degrees];
  memset(by, 0, degrees * sizeof(REAL));
  for (int64_t i = 0; i < llsq_count; i++) {
    REAL t = -1 + (REAL)(2 * i) / (llsq_count - 1);
    REAL polynomial = 0;
    power[0] = 1;
    for (int64_t j = 1; j < degrees; j++) power[j] = power[j - 1] * t;
    for (int64_t j = 0; j < degrees; j++) polynomial += x[j] * power[j];
    REAL residual = (t > 0) - (t < 0) - polynomial;
    for (int64_t j = 0; j < degrees; j++) by[j] -= residual * power[j];
  }
}

POINTS("llsq", llsq)

static point kmeans_point;
static REAL *kmeans_points;
static int64_t kmeans_count, kmeans_dimensions;

static void kmeans_prepare(void) {
  int64_t all;
  kmeans_dimensions = read_whole();
  kmeans_points = read_array(&all);
  kmeans_count = all / kmeans_dimensions;
  read_point(&kmeans_point);
  has_gradient(&kmeans_point);
}

__attribute__((noinline)) static void kmeans_call(point *p) {
  int64_t d = kmeans_dimensions, k = p->length[0] / d;
  const REAL *restrict centres = p->at[0];
  REAL *restrict by = p->result[0];
  int64_t size[k];
  memset(size, 0, sizeof size);
  memset(by, 0, k * d * sizeof(REAL));
  for (int64_t i = 0; i < kmeans_count; i++) {
    const REAL *restrict own = kmeans_points + i * d;
    int64_t nearest = 0;
    REAL least = 0;
    for (int64_t c = 0; c < k; c++) {
      REAL distance = 0;
      for (int64_t j = 0; j < d; j++) distance += (centres[c * d + j] - own[j]) * (centres[c * d + j] - own[j]);
      if (c == 0 || distance < least) least = distance, nearest = c;
    }
    size[nearest]++;
    for (int64_t j = 0; j < d; j++) by[nearest * d + j] += centres[nearest * d + j] - own[j];
  }
  for (int64_t i = 0; i < k * d; i++) by[i] /= size[i / d];
}

POINTS("kmeans", kmeans)

static point chain_point;
static int64_t chain_rounds;

static void chain_prepare(void) {
  chain_rounds = read_whole();
  read_point(&chain_point);
  has_gradient(&chain_point);
}

__attribute__((noinline)) static void chain_call(point *p) {
  REAL x = p->at[0][0], v = x, by = 1;
  for (int64_t i = 0; i < chain_rounds; i++) {
    REAL sine = SIN(v);
    by = COS(v) * by * x + sine + 1;
    v = sine * x + x;
  }
  p->result[0][0] = by;
}

POINTS("deep-chain", chain)

static point hessian_point;
static REAL *hessian_features;
static int64_t hessian_rows;

static void hessian_prepare(void) {
  int64_t count;
  hessian_rows = read_whole();
  hessian_features = read_array(&count);
  read_point(&hessian_point);
  int64_t length = hessian_point.length[0] * hessian_point.length[0];
  has_results(&hessian_point, 1, &length);
}

__attribute__((noinline)) static void hessian_call(point *p) {
  int64_t columns = p->length[0];
  const REAL *restrict weights = p->at[0];
  REAL *restrict second = p->result[0];
  memset(second, 0, columns * columns * sizeof(REAL));
  for (int64_t row = 0; row < hessian_rows; row++) {
    const REAL *restrict x = hessian_features + row * columns;
    REAL logit = 0;
    for (int64_t j = 0; j < columns; j++) logit += x[j] * weights[j];
    REAL chance = 1 / (1 + EXP(-logit)), curvature = chance * (1 - chance);
    for (int64_t j = 0; j < columns; j++) {
      REAL scaled = curvature * x[j];
      for (int64_t k = j; k < columns; k++) second[j * columns + k] += scaled * x[k];
    }
  }
  for (int64_t j = 0; j < columns; j++) {
    for (int64_t k = 0; k < j; k++) second[j * columns + k] = second[k * columns + j];
  }
}

POINTS("hessian", hessian)

static point scan_point;
static int64_t scan_steps;
static REAL *scan_settings, *scan_angles;

static void scan_prepare(void) {
  int64_t two;
  scan_steps = read_whole();
  scan_settings = read_array(&two);
  scan_angles = zeros(scan_steps);
  read_point(&scan_point);
  has_gradient(&scan_point);
}

__attribute__((noinline)) static void scan_call(point *p) {
  REAL h = scan_settings[0], friction = scan_settings[1];
  REAL angle = p->at[0][0], speed = p->at[0][1], gravity = p->at[0][2];
  for (int64_t i = 0; i < scan_steps; i++) {
    angle += h * speed;
    scan_angles[i] = angle;
    speed -= h * (gravity * SIN(angle) + friction * speed);
  }
  REAL by_angle = 2 * angle, by_speed = 0, by_gravity = 0;
  for (int64_t i = scan_steps - 1; i >= 0; i--) {
    by_gravity -= h * SIN(scan_angles[i]) * by_speed;
    by_angle -= h * gravity * COS(scan_angles[i]) * by_speed;
    by_speed = by_speed * (1 - h * friction) + h * by_angle;
  }
  p->result[0][0] = by_angle;
  p->result[0][1] = by_speed;
  p->result[0][2] = by_gravity;
}

POINTS("scan", scan)
