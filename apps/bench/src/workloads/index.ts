// All workloads, in the order of the report.

import type { Workload } from '../workload.ts';
import { compile } from './compile.ts';
import { deepChain } from './deep-chain.ts';
import { descents } from './descents.ts';
import { elementary } from './elementary.ts';
import { ba, det, gmm, kmeans, llsq, lse, lstm } from './gradbench.ts';
import { hessian } from './hessian.ts';
import { logistic } from './logistic.ts';
import { lsq } from './lsq.ts';
import { mlpMnist, mlpSmall } from './mlp.ts';
import { rosenbrock } from './rosenbrock.ts';
import { scan } from './scan.ts';

const byName = {
  lsq,
  rosenbrock,
  logistic,
  'mlp-small': mlpSmall,
  'mlp-mnist': mlpMnist,
  lse,
  llsq,
  gmm,
  lstm,
  kmeans,
  ba,
  det,
  'deep-chain': deepChain,
  compile,
  hessian,
  scan,
  elementary,
  descents,
} as const;

export type Workloads = typeof byName;
export type WorkloadName = keyof Workloads;

export const workloads: { readonly [W in WorkloadName]: Workload } = byName;
export const workloadNames: readonly WorkloadName[] = Object.keys(byName) as WorkloadName[];
