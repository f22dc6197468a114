// Other ways to look at arrays, and arrays put together.

import { stack } from '../../functions/stack.ts';
import { add } from '../../primitives/add.ts';
import { concatenate } from '../../primitives/concatenate.ts';
import { mul } from '../../primitives/mul.ts';
import { pad } from '../../primitives/pad.ts';
import { reshape } from '../../primitives/reshape.ts';
import { sin } from '../../primitives/sin.ts';
import { slice } from '../../primitives/slice.ts';
import { sum } from '../../primitives/sum.ts';
import { broadcastTo, expandDims, flip, split, squeeze, transpose } from '../../primitives/views.ts';
import type { Shape } from '../../shape/shape.ts';
import type { Operand, Tensor } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Case } from '../api.ts';
import { allDTypes, array, floats, hardArray, sizes } from '../data.ts';
import { everyWay, mapped } from '../exercise.ts';

type View = (x: Operand) => Operand;

/** Name of the export, shape of the operand, what is done with it. */
const views: readonly (readonly [string, Shape, View])[] = [
  ['reshape', [2, 6], (x) => reshape(x, [3, -1])],
  ['reshape', [12], (x) => reshape(x, [2, 3, 2])],
  ['reshape', [1], (x) => reshape(x, [])],
  ['reshape', [], (x) => reshape(x, [1, 1])],
  ['reshape', [0, 3], (x) => reshape(x, [3, 0, 2])],
  ['transpose', [3, 5], (x) => transpose(x)],
  ['transpose', [2, 3, 4], (x) => transpose(x, [1, -1, 0])],
  ['transpose', [2, 3, 4], (x) => reshape(transpose(x, [2, 0, 1]), [4, 6])],
  ['transpose', [0, 3], (x) => transpose(x)],
  ['broadcastTo', [3, 1], (x) => broadcastTo(x, [2, 3, 4])],
  ['broadcastTo', [4], (x) => broadcastTo(x, [3, 4])],
  ['broadcastTo', [], (x) => broadcastTo(x, [2, 2])],
  ['broadcastTo', [1], (x) => broadcastTo(x, [0])],
  ['expandDims', [3], (x) => expandDims(x, 0)],
  ['expandDims', [3, 2], (x) => expandDims(x, [-1, 1])],
  ['squeeze', [1, 3, 1], (x) => squeeze(x)],
  ['squeeze', [1, 3, 1], (x) => squeeze(x, -1)],
  ['flip', [5], (x) => flip(x)],
  ['flip', [3, 4], (x) => flip(x, { axis: 0 })],
  ['flip', [2, 3, 4], (x) => flip(transpose(x), { axis: [0, -1] })],
  ['slice', [9], (x) => slice(x, [2], [7])],
  ['slice', [9], (x) => slice(x, [1], [-1], [3])],
  ['slice', [5, 6], (x) => slice(x, [1, -4], [4, 6], [2, 3])],
  ['slice', [5, 6], (x) => slice(transpose(x), [3], [3])],
  ['slice', [9, 2], (x) => flip(slice(x, [0], [9], [4]), { axis: 0 })],
  ['pad', [3], (x) => pad(x, [1, 2])],
  [
    'pad',
    [2, 3],
    (x) =>
      pad(x, [
        [0, 1],
        [2, 0],
      ]),
  ],
  ['pad', [2, 3], (x) => slice(pad(transpose(x), [1, 1]), [0, 1], [4, 4])],
  ['pad', [0], (x) => pad(x, [2, 1])],
  ['pad', [2, 3], (x) => pad(x, 2)],
  ['pad', [2, 3], (x) => pad(x, [[0, 2]])],
  ['concatenate', [2, 3], (x) => concatenate([x, x, flip(x)])],
  ['concatenate', [2, 3], (x) => concatenate([x, mul(x, 2) as Operand], { axis: -1 })],
  ['concatenate', [3, 2], (x) => concatenate([slice(x, [0], [0]), x, slice(x, [1], [2])])],
  ['concatenate', [4], (x) => concatenate([pad(x, [1, 0]), x])],
  ['stack', [3], (x) => stack([x, sin(x) as Operand])],
  ['stack', [2, 3], (x) => stack([x, x, flip(x)], { axis: 1 })],
  ['stack', [2, 3], (x) => stack([x, transpose(reshape(x, [3, 2]))], { axis: -1 })],
  ['stack', [], (x) => stack([x, x, mul(x, x) as Operand])],
  ['split', [6], (x) => split(x, 3).reduce((a, b) => mul(a as Operand, b) as never, 1 as Operand) as Operand],
  [
    'split',
    [5, 4],
    (x) =>
      sum(
        split(x, [1, 3]).reduce(
          (a, b) => add(a as Operand, sum(b, { axis: 0 }) as Operand) as never,
          0 as Operand,
        ) as Operand,
      ),
  ],
  ['split', [2, 4], (x) => add(split(x, 2, { axis: 1 })[1] as Operand, split(x, 2, { axis: -1 })[0] as Operand)],
];

export const viewCases: readonly Case[] = [
  ...views.map(
    ([name, shape, f], i): Case => ({
      name: `${name} (${i}), of shape [${shape}]: both floats, every transform`,
      covers: [name],
      run: (api) => {
        everyWay(api, (x = 0) => f(x), array(api, shape));
        agrees(api, f, [hardArray(api, shape, 'f32')]);
        agrees(api, (x: Operand) => f(sin(f32(x)) as Operand), [array(api, shape, 'f32')]);
      },
    }),
  ),
  {
    name: 'views and joins of whole numbers and truth values',
    covers: ['reshape', 'transpose', 'flip', 'slice', 'pad', 'concatenate', 'stack', 'broadcastTo'],
    run: (api) => {
      for (const dtype of allDTypes) {
        const x = hardArray(api, [3, 4], dtype);
        for (const f of [
          (t: Operand) => transpose(t),
          (t: Operand) => flip(slice(t, [0, 1], [3, 4], [2, 1])),
          (t: Operand) => pad(t, [1, 2]),
          (t: Operand) => concatenate([t, flip(t)], { axis: 1 }),
          (t: Operand) => stack([t, t], { axis: -1 }),
          (t: Operand) => broadcastTo(reshape(t, [3, 1, 4]), [3, 2, 4]),
        ]) {
          agrees(api, f, [x]);
          mapped(api, (t = 0) => f(t), x);
        }
      }
      agrees(api, (a: Operand, b: Operand) => concatenate([a, b]), [
        hardArray(api, [3], 'i32'),
        hardArray(api, [2], 'f32'),
      ]);
      agrees(api, (a: Operand, b: Operand) => stack([a, b]), [hardArray(api, [3], 'bool'), hardArray(api, [3], 'i32')]);
      agrees(api, (a: Operand, b: Operand) => stack([a, b, 1]), [0.5, 2]);
    },
  },
  ...floats.map(
    (dtype): Case => ({
      name: `views of ${dtype} for every size, read by sums and by kernels`,
      covers: ['flip', 'slice', 'pad', 'concatenate', 'transpose'],
      run: (api) => {
        for (const size of sizes) {
          const x = array(api, [size], dtype);
          agrees(api, (t: Operand) => sum(mul(flip(t), t)), [x]);
          agrees(api, (t: Operand) => mul(slice(t, [1], [size], [2]), 2), [x]);
          agrees(api, (t: Operand) => sin(pad(t, [3, 1])), [x]);
          agrees(api, (t: Operand) => sin(concatenate([t, t, flip(t)])), [x]);
          agrees(
            api,
            api.grad((t: Operand) => sum(sin(mul(concatenate([t, flip(t)]), pad(t, [size, 0]))))),
            [x],
          );
          if (size > 200) continue;
          agrees(api, (t: Operand) => sum(transpose(t) as Operand, { axis: 0 }), [array(api, [3, size], dtype)]);
          agrees(api, (t: Operand) => sin(transpose(t) as Operand), [array(api, [size, 5], dtype)]);
        }
      },
    }),
  ),
  {
    name: 'the parts of an array along its first axis, by iteration and by destructuring',
    covers: ['grad', 'vmap'],
    run: (api) => {
      for (const shape of [
        [1, 3],
        [4, 5],
        [9, 33],
      ]) {
        const matrix = array(api, shape);
        agrees(api, (m: Tensor) => sum([...m].reduce((x, y) => add(x, mul(x, y)))), [matrix]);
        agrees(
          api,
          api.grad(([row = 0, ...rest]: Operand[]) => sum(rest.reduce((x, y) => mul(x, y), row))),
          [matrix],
        );
      }
    },
  },
];

function f32(x: Operand): Operand {
  return mul(x, 1.5) as Operand;
}
