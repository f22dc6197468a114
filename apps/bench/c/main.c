// Workloads in C, by hand: what compiler and hardware allow. `main <workload>` reads the data of one from standard input,
// then commands: `a` for answers, `t` and a number of calls for the milliseconds that they take. All numbers are binary,
// in the order of bytes of the machine.

#include "program.h"

#include "gradients.h"
#include "lsq.h"
#include "maps.h"
#include "training.h"

static const workload *const workloads[] = {
    &lsq,   &rosenbrock, &logistic, &mlp_small, &mlp_mnist, &lse,      &llsq,      &kmeans,
    &chain, &hessian,    &scan,     &exp_each,  &log_each,  &tanh_each, &sin_each, &descents,
};

int main(int argc, char **argv) {
  const workload *chosen = NULL;
  for (size_t i = 0; argc > 1 && i < sizeof workloads / sizeof *workloads; i++) {
    if (strcmp(workloads[i]->name, argv[1]) == 0) chosen = workloads[i];
  }
  if (chosen == NULL) return 1;
  chosen->prepare();
  for (int command = getchar(); command != EOF; command = getchar()) {
    if (command == 'a') {
      chosen->check();
    } else {
      int64_t calls = read_whole();
      double began = milliseconds();
      chosen->run(calls);
      double took = milliseconds() - began;
      fwrite(&took, sizeof took, 1, stdout);
    }
    fflush(stdout);
  }
  return 0;
}
