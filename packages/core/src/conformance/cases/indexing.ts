// Reading and adding by index, running sums, and order.

import { oneHot } from '../../functions/one-hot.ts';
import { sort } from '../../functions/sort.ts';
import { argsort } from '../../primitives/argsort.ts';
import { cumsum } from '../../primitives/cumsum.ts';
import { square } from '../../primitives/square.ts';
import { sum } from '../../primitives/sum.ts';
import { scatterAdd, take, takeAlongAxis } from '../../primitives/take.ts';
import type { Operand, Tensor } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { allDTypes, array, fewWhole, floats, hardArray, sizes } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

/** Indices for an axis of size 5: from both ends, twice the same, and outside. */
const chosen = [0, 4, -1, 2, 2, -5, 5, -6, 7];

function indices(api: Api, numbers: readonly number[], shape = [numbers.length]): Tensor {
  return api.tensor(numbers, { shape, dtype: 'i32' });
}

export const indexingCases: readonly Case[] = [
  ...floats.flatMap((dtype): Case[] => [
    {
      name: `take on ${dtype}: every axis, indices of every rank, outside too`,
      covers: ['take'],
      run: (api) => {
        const at = (axis: number | undefined) => (x: Operand, i: Operand) =>
          axis === undefined ? take(x, i) : take(x, i, { axis });
        for (const [shape, axis] of [
          [[5], undefined],
          [[5, 3], 0],
          [[3, 5], -1],
          [[2, 5, 3], 1],
          [[5, 1], undefined],
        ] as const) {
          const f = at(axis);
          const x = array(api, shape, dtype);
          agrees(api, f, [x, indices(api, chosen)]);
          agrees(api, f, [x, indices(api, chosen, [3, 3])]);
          agrees(api, f, [x, indices(api, [3], [])]);
          agrees(api, f, [x, indices(api, [], [0])]);
          agrees(api, f, [x, api.tensor([1.9, -0.5, -1.9])]);
          derivatives(api, f as never, x, indices(api, [4, 0, 0, 2]));
          mapped(api, f as never, x, indices(api, [4, 0, -2]));
          agrees(api, api.vmap(api.grad((t: Operand, i: Operand) => sum(square(f(t, i)))) as never), [
            array(api, [3, ...shape], dtype),
            indices(api, chosen, [3, 3]),
          ]);
        }
        for (const size of sizes) {
          if (size === 0) continue;
          agrees(api, (x: Operand, i: Operand) => take(x, i), [
            array(api, [size], dtype),
            api.tensor(fewWhole(size, 3, size)),
          ]);
        }
        agrees(api, (x: Operand, i: Operand) => take(x, i), [array(api, [0], dtype), indices(api, [0, 1])]);
      },
    },
    {
      name: `takeAlongAxis on ${dtype}: every axis, broadcast indices`,
      covers: ['takeAlongAxis'],
      run: (api) => {
        for (const [shape, index, axis] of [
          [[5], [4], 0],
          [[3, 5], [3, 2], -1],
          [[5, 3], [2, 3], 0],
          [[3, 5], [1, 4], 1],
          [[2, 5, 3], [2, 6, 3], 1],
        ] as const) {
          const x = array(api, shape, dtype);
          const size = index.reduce((product: number, n) => product * n, 1);
          const i = api.tensor(fewWhole(size, 5, 5), { shape: index });
          const f = (t: Operand = 0, k: Operand = 0): Operand => takeAlongAxis(t, k, axis);
          everyWay(api, f, x, i);
          agrees(api, f, [x, api.tensor(fewWhole(size, 7, 9), { shape: index })]);
        }
      },
    },
    {
      name: `scatterAdd on ${dtype}: twice the same index adds twice, in order; both operands differentiated`,
      covers: ['scatterAdd'],
      run: (api) => {
        for (const [shape, index, updates] of [
          [[5], [9], [9]],
          [[5, 3], [9], [9, 3]],
          [
            [5, 3],
            [3, 3],
            [3, 3, 3],
          ],
          [[5, 2], [9], [2]],
          [[5], [9], []],
          [[5, 0], [9], [9, 0]],
        ] as const) {
          const x = array(api, shape, dtype);
          const y = array(api, updates, dtype, 11);
          const i = indices(api, chosen, [...index]);
          agrees(api, (t: Operand, k: Operand, u: Operand) => scatterAdd(t, k, u), [x, i, y]);
          derivatives(api, (t = 0, u = 0, k = 0) => scatterAdd(t, k, u), x, y, i);
          mapped(api, (t = 0, u = 0, k = 0) => scatterAdd(t, k, u), x, y, i);
          agrees(
            api,
            api.vmap((t: Operand, k: Operand) => scatterAdd(t, k, 0.5), { inAxes: [null, 0] }),
            [x, indices(api, [0, 1, 1, 4, 5, -1], [3, 2])],
          );
        }
        for (const size of sizes) {
          agrees(api, (t: Operand, k: Operand, u: Operand) => scatterAdd(t, k, u), [
            array(api, [7], dtype),
            api.tensor(fewWhole(size, 3, 7)),
            array(api, [size], dtype, 5),
          ]);
        }
        agrees(api, (t: Operand, k: Operand, u: Operand) => scatterAdd(t, k, u), [
          [0, 0, 0],
          [1, 2, 0],
          [1, 2, 3],
        ]);
      },
    },
    {
      name: `cumsum on ${dtype}: every axis and size`,
      covers: ['cumsum'],
      run: (api) => {
        const x = array(api, [3, 4, 5], dtype);
        for (const axis of [0, 1, -1]) everyWay(api, (t = 0) => cumsum(t, { axis }), x);
        derivatives(api, (t = 0) => cumsum(t), x);
        for (const size of sizes) agrees(api, (t: Operand) => cumsum(t), [hardArray(api, [size], dtype)]);
        for (const shape of [
          [0, 3],
          [3, 0],
        ]) {
          for (const axis of [0, 1]) agrees(api, (t: Operand) => cumsum(t, { axis }), [array(api, shape, dtype)]);
        }
      },
    },
    {
      name: `argsort and sort on ${dtype}: stable, NaN last, every axis and size`,
      covers: ['argsort', 'sort'],
      run: (api) => {
        for (const x of [hardArray(api, [3, 4, 5], dtype), api.tensor(fewWhole(60, 3), { shape: [3, 4, 5], dtype })]) {
          for (const axis of [0, 1, -1]) {
            agrees(api, (t: Operand) => argsort(t, { axis }), [x]);
            derivatives(api, (t = 0) => sort(t, { axis }), x);
          }
          mapped(api, (t = 0) => argsort(t), x);
        }
        everyWay(api, (t = 0) => sort(t), array(api, [3, 5], dtype));
        for (const size of sizes) {
          agrees(api, (t: Operand) => argsort(t), [hardArray(api, [size], dtype)]);
          agrees(api, (t: Operand) => sort(t), [hardArray(api, [size], dtype)]);
          agrees(api, (t: Operand) => argsort(t), [api.tensor(fewWhole(size, 3), { dtype })]);
        }
      },
    },
  ]),
  {
    name: 'indexing, running sums and order of whole numbers and truth values',
    covers: ['take', 'takeAlongAxis', 'scatterAdd', 'cumsum', 'argsort', 'sort'],
    run: (api) => {
      for (const dtype of allDTypes) {
        const x = hardArray(api, [5, 3], dtype);
        agrees(api, (t: Operand, i: Operand) => take(t, i, { axis: 0 }), [x, indices(api, chosen)]);
        agrees(api, (t: Operand) => cumsum(t, { axis: 0 }), [x]);
        agrees(api, (t: Operand) => argsort(t, { axis: 0 }), [x]);
        agrees(api, (t: Operand) => sort(t), [x]);
        agrees(api, (t: Operand, i: Operand) => takeAlongAxis(t, i), [x, indices(api, [0, 2, 2, 1, 3], [5, 1])]);
      }
      agrees(api, (t: Operand, i: Operand, u: Operand) => scatterAdd(t, i, u), [
        hardArray(api, [5, 3], 'i32'),
        indices(api, chosen),
        hardArray(api, [9, 3], 'i32', 3),
      ]);
    },
  },
  {
    name: 'oneHot for every dtype, rank and index, outside too',
    covers: ['oneHot'],
    run: (api) => {
      for (const dtype of allDTypes) {
        const f = (i: Operand) => oneHot(i, 5, { dtype });
        agrees(api, f, [indices(api, chosen)]);
        agrees(api, f, [indices(api, chosen, [3, 3])]);
        agrees(api, f, [2]);
        agrees(api, f, [indices(api, [], [0])]);
        mapped(api, (i = 0) => f(i), indices(api, chosen));
      }
      agrees(api, (i: Operand) => oneHot(i, 0), [indices(api, [1, 2])]);
      agrees(api, (i: Operand) => oneHot(i, 130), [api.tensor(fewWhole(40, 1, 130))]);
    },
  },
];
