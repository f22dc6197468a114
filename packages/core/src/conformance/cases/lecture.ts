// The lecture's own numbers.

import { named } from '../../explain/named.ts';
import { program } from '../../explain/program.ts';
import { add } from '../../primitives/add.ts';
import { mul } from '../../primitives/mul.ts';
import { square } from '../../primitives/square.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees, ConformanceError, dense, sameBits } from '../agree.ts';
import type { Case } from '../api.ts';
import { floats, ordinary, sizes } from '../data.ts';

type Line = { readonly a: Operand; readonly b: Operand };
type Points = { readonly x: Operand; readonly y: Operand };

const loss = ({ a, b }: Line, { x, y }: Points): Operand =>
  sum(square(named('residual', sub(y, named('prediction', add(mul(a, x), b))))));

const data = { x: [-2, 0, 1], y: [-1, 1, 2] };
const expect = (what: string, expected: unknown, got: unknown): void => sameBits(what, dense(expected), dense(got));

export const lectureCases: readonly Case[] = [
  {
    name: 'the lecture: L = 5 and ∇L = (10, −2) at (2, 1), and 0.12 after one step',
    covers: ['valueAndGrad', 'grad', 'compile', 'named'],
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
    covers: ['backprop', 'program'],
    run: (api) => {
      const { value, gradient, rows } = api.backprop(loss)({ a: 2, b: 1 }, { x: -2, y: -1 });
      expect('L', 4, value);
      expect('∂L/∂a', 8, gradient.a);
      if (rows.length < program(loss)({ a: 2, b: 1 }, { x: -2, y: -1 }).equations.length)
        throw new ConformanceError('the ledger has fewer rows than the program has equations');
      for (const { node, upstream, local, downstream } of rows) {
        if (typeof upstream !== 'number' || typeof local !== 'number')
          throw new ConformanceError(`${node.name} is no number`);
        expect(`row of ${node.name}`, upstream * local, downstream);
      }
    },
  },
  {
    name: 'value and gradient of the regression loss for every size, f64 and f32, arrays and tensors',
    covers: ['valueAndGrad', 'tensor'],
    run: (api) => {
      for (const dtype of floats) {
        for (const size of [...sizes, 30_000]) {
          const x = api.tensor(ordinary(size, 3), { dtype });
          const y = api.tensor(ordinary(size, 4), { dtype });
          agrees(api, api.valueAndGrad(loss), [
            { a: 2, b: -0.3 },
            { x, y },
          ]);
        }
      }
      agrees(api, api.valueAndGrad(loss), [{ a: 2, b: 1 }, data]);
      agrees(api, api.valueAndGrad(loss), [
        { a: 2, b: 1 },
        { x: ordinary(9, 1), y: ordinary(9, 2) },
      ]);
    },
  },
  {
    name: 'the gradient of the regression loss over a grid of lines, in one batched call',
    covers: ['vmap'],
    run: (api) => {
      const batched = api.vmap(api.valueAndGrad(loss), { inAxes: [{ a: 0, b: 0 }, null] });
      for (const size of [1, 2, 3, 8, 9, 127, 129, 700]) {
        for (const points of [3, 8, 9, 40, 600]) {
          if (size * points > 30_000) continue;
          const grid = { x: ordinary(points, 5), y: ordinary(points, 6) };
          agrees(api, batched, [{ a: ordinary(size, 7), b: ordinary(size, 8) }, grid]);
        }
      }
    },
  },
];
