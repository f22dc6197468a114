// Each workload's call on one of the packages: data in place, one compiled function.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { Api, Operand, Tensor } from '../../objectives/api.ts';
import { reprojectionBlocks } from '../../objectives/ba.ts';
import { chain } from '../../objectives/chain.ts';
import { descent } from '../../objectives/descents.ts';
import { det } from '../../objectives/det.ts';
import { gmm, type Mixture } from '../../objectives/gmm.ts';
import { kmeansStep } from '../../objectives/kmeans.ts';
import { llsq } from '../../objectives/llsq.ts';
import { logistic } from '../../objectives/logistic.ts';
import { lse } from '../../objectives/lse.ts';
import { lsq } from '../../objectives/lsq.ts';
import { lstm, type Network } from '../../objectives/lstm.ts';
import { pendulum } from '../../objectives/pendulum.ts';
import { sumOfRecipe } from '../../objectives/recipe.ts';
import { rosenbrock } from '../../objectives/rosenbrock.ts';
import type { List, TypedNumbers } from '../../workload.ts';
import type { Prepares } from '../runner.ts';
import { trainingCall } from './training.ts';

/** A call whose output is tensors, which stay on the backend until they are read or given up, as peers' do. */
function resident(run: () => readonly Tensor[]): ResidentCall {
  const call: ResidentCall<readonly Tensor[]> = {
    run,
    read: (tensors) => tensors.map((tensor) => tensor.toTypedArray()),
    free: (tensors) => {
      for (const tensor of tensors) tensor.dispose();
    },
  };
  return call as ResidentCall;
}

/** The call of a compiled gradient by one array. */
function byOne(run: (x: Operand) => Operand) {
  return ([x]: readonly TypedNumbers[]): readonly List[] => [run(x as TypedNumbers) as TypedNumbers];
}

export function preparesFor(api: Api): Required<Prepares> {
  const { compile, grad, hessian, reshape, tensor, valueAndGrad, vmap } = api;
  const gradient = (f: (x: Operand) => Operand) => byOne(compile(grad(f)) as (x: Operand) => Operand);
  return {
    lsq: ({ x, y }, dtype) => {
      const points = { x: tensor(x, { dtype }), y: tensor(y, { dtype }) };
      const run = compile(valueAndGrad(lsq(api)));
      return (a, b) => {
        const [value, by] = run({ a, b }, points);
        return [value, by.a as number, by.b as number];
      };
    },
    rosenbrock: ({ x, y }, dtype) => {
      const places = { x: tensor(x, { dtype }), y: tensor(y, { dtype }) };
      const run = compile(vmap(grad(rosenbrock(api))));
      return resident(() => {
        const by = run(places) as { x: Tensor; y: Tensor };
        return [by.x, by.y];
      });
    },
    logistic: ({ rows, columns, features, labels }, dtype) =>
      gradient(logistic(api, tensor(features, { shape: [rows, columns], dtype }), tensor(labels, { dtype }))),
    'mlp-small': (task, dtype) => trainingCall(api, task, dtype),
    'mlp-mnist': (task, dtype) => trainingCall(api, task, dtype),
    lse: () => gradient(lse(api)),
    llsq: ({ x, n }) => gradient(llsq(api, n, x.length)),
    det: ({ ell }) => gradient(det(api, ell)),
    kmeans: ({ points, centroids }) => {
      const step = kmeansStep(api, tensor(points));
      const shape = [centroids.length, centroids[0]?.length ?? 0];
      const run = compile((flat: Operand) => step(reshape(flat, shape)));
      return ([flat]) => [(run(flat as TypedNumbers) as Tensor).toTypedArray()];
    },
    gmm: (input) => {
      const { d, k } = input;
      const objective = gmm(api, input);
      const run = compile(
        grad(({ alpha, mu, q, l }: Mixture) => {
          const below = (d * (d - 1)) / 2;
          return objective({ alpha, mu: reshape(mu, [k, d]), q: reshape(q, [k, d]), l: reshape(l, [k, below]) });
        }),
      );
      return ([alpha, mu, q, l]) => {
        const by = run({ alpha, mu, q, l } as Mixture);
        return [by.alpha, by.mu, by.q, by.l] as TypedNumbers[];
      };
    },
    lstm: (input) => {
      const run = compile(grad(lstm(api, input)));
      return ([main, extra]) => {
        const by = run({ main, extra } as Network);
        return [by.main, by.extra] as TypedNumbers[];
      };
    },
    ba: ({ count, cameras, points, weights, features }) => {
      const place = (numbers: TypedNumbers, width: number): Tensor => tensor(numbers, { shape: [count, width] });
      const observations = [place(cameras, 11), place(points, 3), tensor(weights), place(features, 2)] as const;
      const run = compile(reprojectionBlocks(api));
      return resident(() => [run(...observations) as Tensor]);
    },
    'deep-chain': ({ rounds, compiled }) => {
      const slope = grad(chain(api, rounds));
      const run = (compiled ? compile(slope) : slope) as (x: number) => number;
      return ([x]) => [[run(x?.[0] as number)]];
    },
    compile: (_question, dtype) => {
      const shaped = new Map<string, (x: Operand) => Operand>();
      return {
        first: (recipe, x) => {
          const [, by] = compile(valueAndGrad(sumOfRecipe(api, recipe)))(x);
          return by as TypedNumbers;
        },
        reshaped: (recipe, x, shape) => {
          const name = recipe.join();
          const run = shaped.get(name) ?? compile(grad(sumOfRecipe(api, recipe)));
          shaped.set(name, run as (x: Operand) => Operand);
          return (run(tensor(x, { shape, dtype })) as Tensor).toTypedArray();
        },
      };
    },
    hessian: ({ rows, columns, features }, dtype) => {
      const { matmul, softplus, sum } = api;
      const x = tensor(features, { shape: [rows, columns], dtype });
      const run = compile(hessian((weights: Operand) => sum(softplus(matmul(x, weights)))));
      return ([weights]) => [(run(weights as TypedNumbers) as Tensor).toTypedArray()];
    },
    scan: (swing) => gradient(pendulum(api, swing)),
    elementary: ({ of, x }, dtype) => {
      const numbers = tensor(x, { dtype });
      const run = compile((value: Operand) => api[of](value));
      return resident(() => [run(numbers) as Tensor]);
    },
    descents: ({ rates, ...task }, dtype) => {
      const placed = tensor(rates, { dtype });
      const run = compile(vmap(descent(api, task)));
      return resident(() => [run(placed) as Tensor]);
    },
  };
}
