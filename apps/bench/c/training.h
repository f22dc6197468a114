// mlp-small and mlp-mnist: the whole batch layer by layer, so that products run over rows of samples.

enum { most_layers = 4 };

static int layers, classes;
static int64_t layer_size[most_layers], samples;
static REAL rate, *train_inputs, *train_targets;
static REAL *parameter[2 * most_layers], *start_parameter[2 * most_layers], *by_parameter[2 * most_layers];
static int64_t parameter_length[2 * most_layers];
static REAL *layer_values[most_layers], *layer_upstream[most_layers];

static void training_prepare(void) {
  int64_t count;
  layers = (int)read_whole();
  for (int i = 0; i < layers; i++) layer_size[i] = read_whole();
  samples = read_whole();
  classes = (int)read_whole();
  rate = read_array(&count)[0];
  train_inputs = read_array(&count);
  train_targets = read_array(&count);
  for (int i = 0; i < 2 * (layers - 1); i++) {
    start_parameter[i] = read_array(&parameter_length[i]);
    parameter[i] = zeros(parameter_length[i]);
    by_parameter[i] = zeros(parameter_length[i]);
  }
  for (int i = 0; i < layers; i++) {
    layer_values[i] = i == 0 ? train_inputs : zeros(samples * layer_size[i]);
    layer_upstream[i] = zeros(samples * layer_size[i]);
  }
}

static void training_restart(void) {
  for (int i = 0; i < 2 * (layers - 1); i++) memcpy(parameter[i], start_parameter[i], parameter_length[i] * sizeof(REAL));
}

static void forward(int layer) {
  int64_t from = layer_size[layer], to = layer_size[layer + 1];
  const REAL *restrict weights = parameter[2 * layer], *restrict bias = parameter[2 * layer + 1];
  for (int64_t s = 0; s < samples; s++) {
    const REAL *restrict in = layer_values[layer] + s * from;
    REAL *restrict out = layer_values[layer + 1] + s * to;
    memcpy(out, bias, to * sizeof(REAL));
    for (int64_t k = 0; k < from; k++) {
      REAL value = in[k];
      for (int64_t j = 0; j < to; j++) out[j] += value * weights[k * to + j];
    }
    if (layer == layers - 2) continue;
    if (classes) for (int64_t j = 0; j < to; j++) out[j] = out[j] > 0 ? out[j] : 0;
    else for (int64_t j = 0; j < to; j++) out[j] = TANH(out[j]);
  }
}

static REAL compare(void) {
  int64_t width = layer_size[layers - 1];
  REAL loss = 0;
  for (int64_t s = 0; s < samples; s++) {
    const REAL *restrict out = layer_values[layers - 1] + s * width;
    REAL *restrict upstream = layer_upstream[layers - 1] + s * width;
    if (!classes) {
      REAL residual = out[0] - train_targets[s];
      upstream[0] = 2 * residual / samples;
      loss += residual * residual;
      continue;
    }
    REAL largest = out[0], sum = 0;
    int64_t target = (int64_t)train_targets[s];
    for (int64_t j = 0; j < width; j++) largest = out[j] > largest ? out[j] : largest;
    for (int64_t j = 0; j < width; j++) sum += upstream[j] = EXP(out[j] - largest);
    for (int64_t j = 0; j < width; j++) upstream[j] = (upstream[j] / sum - (j == target)) / samples;
    loss += largest + LOG(sum) - out[target];
  }
  return loss / samples;
}

static void backward(int layer) {
  int64_t from = layer_size[layer], to = layer_size[layer + 1];
  const REAL *restrict weights = parameter[2 * layer];
  REAL *restrict by_weights = by_parameter[2 * layer], *restrict by_bias = by_parameter[2 * layer + 1];
  memset(by_weights, 0, from * to * sizeof(REAL));
  memset(by_bias, 0, to * sizeof(REAL));
  for (int64_t s = 0; s < samples; s++) {
    const REAL *restrict in = layer_values[layer] + s * from, *restrict upstream = layer_upstream[layer + 1] + s * to;
    REAL *restrict downstream = layer_upstream[layer] + s * from;
    for (int64_t j = 0; j < to; j++) by_bias[j] += upstream[j];
    for (int64_t k = 0; k < from; k++) {
      REAL value = in[k];
      for (int64_t j = 0; j < to; j++) by_weights[k * to + j] += value * upstream[j];
      if (layer == 0) continue;
      REAL sum = 0;
      for (int64_t j = 0; j < to; j++) sum += upstream[j] * weights[k * to + j];
      downstream[k] = sum * (classes ? value > 0 : 1 - value * value);
    }
  }
}

__attribute__((noinline)) static REAL training_call(void) {
  for (int layer = 0; layer < layers - 1; layer++) forward(layer);
  REAL loss = compare();
  for (int layer = layers - 2; layer >= 0; layer--) backward(layer);
  for (int i = 0; i < 2 * (layers - 1); i++) {
    for (int64_t j = 0; j < parameter_length[i]; j++) parameter[i][j] -= rate * by_parameter[i][j];
  }
  return loss;
}

static void training_check(void) {
  training_restart();
  REAL losses[2] = {training_call(), training_call()};
  int64_t count = 1 + 2 * (layers - 1);
  fwrite(&count, sizeof count, 1, stdout);
  answer(losses, 2);
  for (int i = 0; i < 2 * (layers - 1); i++) answer(parameter[i], parameter_length[i]);
}

static volatile REAL watched;

static void training_run(int64_t calls) {
  training_restart();
  for (int64_t i = 0; i < calls; i++) watched = training_call();
}

static const workload mlp_small = {"mlp-small", training_prepare, training_check, training_run};
static const workload mlp_mnist = {"mlp-mnist", training_prepare, training_check, training_run};
