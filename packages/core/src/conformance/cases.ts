// The suite as data, free of any test runner: every operation, every form of loop, both float dtypes, every size at an
// edge, and the lecture itself.

import { named } from '../explain/named.ts';
import { mean } from '../functions/mean.ts';
import { add } from '../primitives/add.ts';
import { equal, greater, greaterEqual, less, lessEqual, notEqual } from '../primitives/compare.ts';
import { div } from '../primitives/div.ts';
import { exp } from '../primitives/exp.ts';
import { log } from '../primitives/log.ts';
import { mul } from '../primitives/mul.ts';
import { neg } from '../primitives/neg.ts';
import { pow } from '../primitives/pow.ts';
import { reshape } from '../primitives/reshape.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import { where } from '../primitives/where.ts';
import type { DType } from '../shape/dtype.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { agrees, ConformanceError, dense, sameBits } from './agree.ts';
import type { Api, Case } from './api.ts';
import { mixed, ordinary, sizes } from './data.ts';

type Line = { readonly a: Operand; readonly b: Operand };
type Points = { readonly x: Operand; readonly y: Operand };

const loss = ({ a, b }: Line, { x, y }: Points): Operand =>
  sum(square(named('residual', sub(y, named('prediction', add(mul(a, x), b))))));

const unary: readonly (readonly [string, (x: Operand) => Operand])[] = [
  ['neg', neg],
  ['square', square],
  ['sqrt', sqrt],
  ['exp', exp],
  ['log', log],
  ['pow(x, 3)', (x) => pow(x, 3)],
  ['pow(x, 2)', (x) => pow(x, 2)],
  ['pow(2, x)', (x) => pow(2, x)],
  ['1 / x', (x) => div(1, x)],
  ['x where x > 0, else exp(x)', (x) => where(greater(x, 0), x, exp(x))],
];

const binary: readonly (readonly [string, (x: Operand, y: Operand) => Operand])[] = [
  ['add', add],
  ['sub', sub],
  ['mul', mul],
  ['div', div],
  ['pow', pow],
  ['less', less],
  ['lessEqual', lessEqual],
  ['greater', greater],
  ['greaterEqual', greaterEqual],
  ['equal', equal],
  ['notEqual', notEqual],
  ['where(x < y, x, y)', (x, y) => where(less(x, y), x, y)],
];

const floats: readonly DType[] = ['f64', 'f32'];

function elementwiseCases(): Case[] {
  return floats.flatMap((dtype) => [
    ...unary.map(
      ([name, f]): Case => ({
        name: `${name} on ${dtype}: values, sums and gradients`,
        run: (api) => {
          for (const size of sizes) {
            const x = api.tensor(mixed(size, size + 1), { dtype });
            agrees(api, f, [x]);
            agrees(api, (t: Operand) => sum(f(t)), [x]);
            agrees(
              api,
              api.grad((t: Operand) => sum(f(t))),
              [x],
            );
          }
        },
      }),
    ),
    ...binary.map(
      ([name, f]): Case => ({
        name: `${name} on ${dtype}: values, broadcast against a column, a row and a number`,
        run: (api) => {
          for (const size of sizes) {
            const x = api.tensor(mixed(size, size + 2), { dtype });
            agrees(api, f, [x, api.tensor(mixed(size, size + 3), { dtype })]);
            agrees(api, f, [x, 0.3]);
            if (size > 300) continue;
            const column = api.tensor(mixed(3, 5), { dtype, shape: [3, 1] });
            agrees(api, f, [x, column]);
            agrees(api, f, [column, x]);
          }
        },
      }),
    ),
  ]);
}

function reductionCases(): Case[] {
  return floats.map((dtype) => ({
    name: `sums and means of ${dtype} over every choice of axes`,
    run: (api) => {
      for (const shape of [
        [0],
        [3, 0],
        [0, 3],
        [4, 5],
        [2, 3, 4],
        [9, 9],
        [1, 130],
        [130, 1],
        [2, 600],
        [600, 2],
        [3, 20, 11],
      ]) {
        const size = shape.reduce((product, n) => product * n, 1);
        const x = api.tensor(ordinary(size, size + 1), { dtype, shape });
        const row = api.tensor(ordinary(shape.at(-1) ?? 0, 4), { dtype });
        for (const axis of [undefined, 0, -1, shape.map((_, k) => k), [0, -1].slice(0, shape.length)]) {
          const keepDims = size % 2 === 0;
          const options = axis === undefined ? { keepDims } : { axis, keepDims };
          agrees(api, (t: Operand) => sum(t, options), [x]);
          agrees(api, (t: Operand, r: Operand) => sum(square(sub(t, r)), options), [x, row]);
          agrees(
            api,
            api.grad((t: Operand, r: Operand) => sum(exp(mean(mul(t, r), options)))),
            [x, row],
          );
        }
      }
    },
  }));
}

function transformCases(): Case[] {
  const point = ({ a, b }: Line, x: Operand, y: Operand): Operand => square(sub(y, add(mul(a, x), b)));
  return [
    {
      name: 'value and gradient of the regression loss for every size, f64 and f32, arrays and tensors',
      run: (api) => {
        for (const dtype of floats) {
          for (const size of [...sizes, 100_000]) {
            const x = api.tensor(ordinary(size, 3), { dtype });
            const y = api.tensor(ordinary(size, 4), { dtype });
            agrees(api, api.valueAndGrad(loss), [
              { a: 2, b: -0.3 },
              { x, y },
            ]);
          }
        }
        agrees(api, api.valueAndGrad(loss), [
          { a: 2, b: 1 },
          { x: [-2, 0, 1], y: [-1, 1, 2] },
        ]);
        agrees(api, api.valueAndGrad(loss), [
          { a: 2, b: 1 },
          { x: ordinary(9, 1), y: ordinary(9, 2) },
        ]);
      },
    },
    {
      name: 'the gradient of the regression loss over a grid of lines, in one batched call',
      run: (api) => {
        const batched = api.vmap(api.valueAndGrad(loss), { inAxes: [{ a: 0, b: 0 }, null] });
        for (const size of [1, 2, 3, 8, 9, 127, 129, 700]) {
          for (const points of [3, 8, 9, 40, 600]) {
            if (size * points > 60_000) continue;
            const data = { x: ordinary(points, 5), y: ordinary(points, 6) };
            agrees(api, batched, [{ a: ordinary(size, 7), b: ordinary(size, 8) }, data]);
          }
        }
      },
    },
    {
      name: 'gradients of single points, axes in other places, vmap inside vmap, gradients of gradients',
      run: (api) => {
        const line = { a: 2, b: 1 };
        agrees(api, api.vmap(api.grad(point), { inAxes: [null, 0, 0] }), [line, [-2, 0, 1], [-1, 1, 2]]);
        const columns = api.vmap((m: Tensor) => sum(mul(m, m)), { inAxes: 1 });
        const outer = api.vmap((u: Tensor, v: Tensor) => api.vmap((t: Tensor) => mul(t, u), { outAxes: 0 })(v), {
          inAxes: [0, null],
          outAxes: 1,
        });
        for (const shape of [
          [1, 3],
          [4, 5],
          [9, 33],
        ]) {
          const size = shape.reduce((product, n) => product * n, 1);
          const matrix = api.tensor(ordinary(size, 9), { shape });
          agrees(api, columns, [matrix]);
          agrees(api, outer, [ordinary(shape[0] ?? 0, 1), ordinary(shape[1] ?? 0, 2)]);
          agrees(api, (m: Tensor) => sum([...m].reduce((x, y) => add(x, mul(x, y)))), [matrix]);
          agrees(
            api,
            api.grad(([row = 0, ...rest]: Operand[]) => sum(rest.reduce((x, y) => mul(x, y), row))),
            [matrix],
          );
          const flipped = [shape[1] ?? 0, shape[0] ?? 0];
          agrees(
            api,
            api.grad((m: Operand) => sum(exp(mul(reshape(m, flipped), reshape(m, flipped))))),
            [matrix],
          );
        }
        agrees(api, api.grad(api.grad(api.grad((x: Operand) => exp(mul(x, mul(x, x)))))), [0.3]);
        agrees(
          api,
          api.grad((x: Operand) => mul(x, api.grad((y: Operand) => mul(x, square(y)))(3))),
          [2],
        );
      },
    },
  ];
}

function lectureCases(): Case[] {
  const data = { x: [-2, 0, 1], y: [-1, 1, 2] };
  const expect = (what: string, expected: unknown, got: unknown): void => sameBits(what, dense(expected), dense(got));
  return [
    {
      name: 'the lecture: L = 5 and ∇L = (10, −2) at (2, 1), and 0.12 after one step',
      run: (api) => {
        const [value, gradient] = api.valueAndGrad(loss)({ a: 2, b: 1 }, data);
        expect('L', 5, value);
        expect('∂L/∂a', 10, gradient.a);
        expect('∂L/∂b', -2, gradient.b);
        const step = api.compile((line: { a: number; b: number }) => {
          const slope = api.grad(loss)(line, data);
          return { a: sub(line.a, mul(0.1, slope.a)), b: sub(line.b, mul(0.1, slope.b)) };
        });
        const next = step({ a: 2, b: 1 });
        expect('a', 1, next.a);
        expect('b', 1.2, next.b);
        expect('L after the step', 0.12000000000000002, api.valueAndGrad(loss)(next, data)[0]);
      },
    },
    {
      name: 'the ledger of the backward pass: downstream = upstream × local in every row',
      run: (api: Api) => {
        const { value, gradient, rows } = api.backprop(loss)({ a: 2, b: 1 }, { x: -2, y: -1 });
        expect('L', 4, value);
        expect('∂L/∂a', 8, gradient.a);
        for (const { node, upstream, local, downstream } of rows) {
          if (typeof upstream !== 'number' || typeof local !== 'number')
            throw new ConformanceError(`${node.name} is no number`);
          expect(`row of ${node.name}`, upstream * local, downstream);
        }
      },
    },
  ];
}

/** Everything that must hold, bit for bit, on every backend. */
export const conformance: readonly Case[] = [
  ...lectureCases(),
  ...elementwiseCases(),
  ...reductionCases(),
  ...transformCases(),
];
