// The worker that the benchmarks' workloads run in.

import 'bench/browser/worker';
