// ba: reprojection errors and weight errors of all observations, and their Jacobian in compressed rows. All observations
// are computed; as they are copies of one, the protocol carries the first rows and the last number.

import type { Api, Operand, Tensor } from '../../objectives/api.ts';
import { reprojection, reprojectionBlocks } from '../../objectives/ba.ts';
import type { BaInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

type Observations = [cameras: Operand, points: Operand, weights: Operand, features: Operand];

const perObservation = 15;
const perCamera = 11;

function observationsIn({ tensor }: Api, { p, cam, x, w, feat }: BaInput): Observations {
  const copies = <T>(one: T): T[] => new Array<T>(p).fill(one);
  return [tensor(copies(cam)), tensor(copies(x)), tensor(copies(w)), tensor(copies(feat))];
}

/** Rows, columns and numbers of the first observation and of the last weight, as the C++ tools write them. */
function sparse(
  { n, m, p }: BaInput,
  blocks: Tensor,
  weights: Tensor,
): { rows: number[]; cols: number[]; vals: number[] } {
  const shown = 2 * perObservation;
  const rowStarts = Array.from({ length: 3 * p + 1 }, (_, row) =>
    row <= 2 * p ? perObservation * row : perObservation * 2 * p + row - 2 * p,
  );
  const ofCamera = Array.from({ length: perCamera }, (_, i) => i);
  const ofPoint = [0, 1, 2].map((i) => perCamera * n + i);
  const firstWeight = perCamera * n + 3 * m;
  const columns = [...ofCamera, ...ofPoint, firstWeight];
  const numbers = blocks.toTypedArray();
  return {
    rows: [...rowStarts.slice(0, shown), rowStarts.at(-1) as number],
    cols: [...columns, ...columns, firstWeight + p - 1],
    vals: [...numbers.slice(0, shown), weights.toTypedArray().at(-1) as number],
  };
}

export const ba: Module = {
  objective: (api: Api, input: BaInput) => {
    const { compile, square, sub, vmap } = api;
    const errors = vmap(reprojection(api)) as unknown as (...observations: Observations) => Operand;
    const run = compile((...observations: Observations) => {
      const [, , weights] = observations;
      return { reprojection: errors(...observations), weight: sub(1, square(weights)) };
    });
    const observations = observationsIn(api, input);
    return task(
      () => run(...observations) as { reprojection: Tensor; weight: Tensor },
      ({ reprojection, weight }) => ({
        reproj_error: { elements: [...reprojection.toTypedArray().slice(0, 2)], repeated: input.p },
        w_err: { element: weight.toTypedArray()[0], repeated: input.p },
      }),
    );
  },
  jacobian: (api: Api, input: BaInput) => {
    const { compile, grad, square, sub, vmap } = api;
    const blocks = reprojectionBlocks(api);
    const byWeight = vmap(grad((weight: Operand) => sub(1, square(weight)))) as unknown as (w: Operand) => Operand;
    const run = compile((...observations: Observations) => {
      const [, , weights] = observations;
      return { blocks: blocks(...observations), weights: byWeight(weights) };
    });
    const observations = observationsIn(api, input);
    return task(
      () => run(...observations) as { blocks: Tensor; weights: Tensor },
      ({ blocks, weights }) => sparse(input, blocks, weights),
    );
  },
};
