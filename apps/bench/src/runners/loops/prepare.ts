// Each workload's call as loops.

import { placed } from '../../workload.ts';
import type { Prepares } from '../runner.ts';
import { chain } from './chain.ts';
import { descents } from './descents.ts';
import { det } from './det.ts';
import { elementary } from './elementary.ts';
import { gmm } from './gmm.ts';
import { hessian } from './hessian.ts';
import { kmeans } from './kmeans.ts';
import { llsq } from './llsq.ts';
import { logistic } from './logistic.ts';
import { lse } from './lse.ts';
import { lsq } from './lsq.ts';
import { pendulum } from './pendulum.ts';
import { rosenbrock } from './rosenbrock.ts';
import { trainingCall } from './training.ts';

export const prepares: Prepares = {
  lsq: ({ x, y }, dtype) => lsq(placed(x, dtype), placed(y, dtype)),
  rosenbrock: ({ x, y }, dtype) => rosenbrock(placed(x, dtype), placed(y, dtype)),
  logistic: ({ columns, features, labels }, dtype) => logistic(columns, placed(features, dtype), placed(labels, dtype)),
  'mlp-small': trainingCall,
  'mlp-mnist': trainingCall,
  lse: () => lse,
  llsq: ({ n }) => llsq(n),
  gmm,
  kmeans: ({ points, centroids }) => kmeans(Float64Array.from(points.flat()), centroids[0]?.length ?? 1),
  det: ({ ell }) => det(ell),
  'deep-chain': ({ rounds }) => chain(rounds),
  hessian,
  scan: pendulum,
  elementary: ({ of, x }, dtype) => elementary(of, placed(x, dtype)),
  descents,
};
