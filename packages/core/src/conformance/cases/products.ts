// Matrix products: every rank, operands read in other orders, batches, nothing to sum.

import { add } from '../../primitives/add.ts';
import { dot, matmul, outer } from '../../primitives/matmul.ts';
import { mul } from '../../primitives/mul.ts';
import { slice } from '../../primitives/slice.ts';
import { sum } from '../../primitives/sum.ts';
import { tanh } from '../../primitives/tanh.ts';
import { broadcastTo, flip, transpose } from '../../primitives/views.ts';
import type { Shape } from '../../shape/shape.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Case } from '../api.ts';
import { array, floats, hardArray } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

type Product = (a: Operand, b: Operand) => Operand;

const shapes: readonly (readonly [Shape, Shape])[] = [
  [
    [2, 3],
    [3, 4],
  ],
  [
    [1, 1],
    [1, 1],
  ],
  [[3], [3, 4]],
  [[2, 3], [3]],
  [[3], [3]],
  [
    [2, 3, 4],
    [4, 2],
  ],
  [
    [2, 3, 4],
    [2, 4, 2],
  ],
  [
    [2, 1, 3, 4],
    [3, 4, 2],
  ],
  [
    [3, 4],
    [2, 4, 2],
  ],
  [[4], [2, 4, 3]],
  [[2, 3, 4], [4]],
  [
    [0, 3],
    [3, 4],
  ],
  [
    [2, 0],
    [0, 4],
  ],
  [
    [2, 3],
    [3, 0],
  ],
  [
    [0, 2, 3],
    [3, 2],
  ],
];

/** Around the edges of tiles and packed blocks. */
const large: readonly (readonly [number, number, number])[] = [
  [4, 4, 8],
  [5, 7, 9],
  [17, 33, 15],
  [65, 20, 66],
  [1, 300, 70],
  [130, 1, 5],
  [3, 513, 2],
];

/** Operands that are read in other orders than they lie in memory. */
const orders: readonly (readonly [string, Product])[] = [
  ['aᵀ b', (a, b) => matmul(transpose(a), b)],
  ['a bᵀ', (a, b) => matmul(a, transpose(b))],
  ['flipped rows times columns', (a, b) => matmul(flip(a, { axis: 0 }), flip(b, { axis: 1 }))],
  ['every second row', (a, b) => matmul(slice(a, [0], [5], [2]), b)],
  ['a slice of both', (a, b) => matmul(slice(a, [1, 1], [4, 5]), slice(b, [0], [4]))],
  ['one row for all', (a, b) => matmul(broadcastTo(slice(a, [0], [1]), [3, 5]), b)],
  ['a sum computed beside', (a, b) => tanh(add(matmul(a, b), sum(b, { axis: 0 })) as Operand) as Operand],
  ['a product of a product', (a, b) => matmul(matmul(a, b), matmul(b, a))],
];

export const productCases: readonly Case[] = floats.flatMap((dtype): Case[] => [
  ...Object.entries({ matmul, dot } as Readonly<Record<string, Product>>).map(
    ([name, f]): Case => ({
      name: `${name} on ${dtype}: every pair of ranks, derivatives, mapped`,
      covers: [name],
      run: (api) => {
        for (const [left, right] of shapes) {
          if (name === 'dot' && left.length + right.length > 5) continue;
          const a = array(api, left, dtype, 3);
          const b = array(api, right, dtype, 4);
          derivatives(api, f as never, a, b);
          mapped(api, f as never, a, b);
        }
        everyWay(api, f as never, array(api, [2, 3], dtype), array(api, [3, 2], dtype, 4));
        everyWay(api, f as never, array(api, [3], dtype), array(api, [3], dtype, 4));
        agrees(api, f, [hardArray(api, [5, 6], dtype), hardArray(api, [6, 5], dtype, 3)]);
        agrees(api, f, [hardArray(api, [3, 4], 'i32', 2), array(api, [4, 3], dtype)]);
      },
    }),
  ),
  {
    name: `matmul on ${dtype} around the edges of tiles, and its gradient`,
    covers: ['matmul'],
    run: (api) => {
      for (const [m, k, n] of large) {
        const a = array(api, [m, k], dtype, 3);
        const b = array(api, [k, n], dtype, 4);
        agrees(api, matmul, [a, b]);
        agrees(
          api,
          api.grad((x: Operand, y: Operand) => sum(tanh(matmul(x, y) as Operand)), { argnums: [0, 1] }),
          [a, b],
        );
      }
    },
  },
  ...orders.map(
    ([name, f]): Case => ({
      name: `a matrix product on ${dtype} of ${name}`,
      covers: ['matmul'],
      run: (api) => {
        everyWay(api, f as never, array(api, [5, 5], dtype, 3), array(api, [5, 5], dtype, 4));
      },
    }),
  ),
  {
    name: `dot of numbers and arrays, and outer products, on ${dtype}`,
    covers: ['dot', 'outer'],
    run: (api) => {
      for (const [left, right] of [
        [[3], [4]],
        [[2, 3], [2]],
        [[], [3]],
        [[0], [3]],
      ] as const) {
        const a = array(api, left, dtype, 3);
        const b = array(api, right, dtype, 4);
        derivatives(api, outer as never, a, b);
        mapped(api, outer as never, a, b);
      }
      derivatives(api, dot as never, array(api, [], dtype), array(api, [3], dtype));
      derivatives(api, dot as never, array(api, [2, 3], dtype), array(api, [2, 3, 2], dtype));
      for (const size of [0, 1, 129, 700]) agrees(api, dot, [array(api, [size], dtype), hardArray(api, [size], dtype)]);
      agrees(api, dot, [2, 3]);
      agrees(api, outer, [2, 3]);
      agrees(api, (x: Operand) => mul(dot(x, x), 2), [array(api, [5], dtype)]);
    },
  },
]);
