// Loops as one operation: forward, backward, nested, differentiated, mapped.

import { add } from '../../primitives/add.ts';
import { matmul } from '../../primitives/matmul.ts';
import { mul } from '../../primitives/mul.ts';
import { sin } from '../../primitives/sin.ts';
import { square } from '../../primitives/square.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import { tanh } from '../../primitives/tanh.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { array, floats, hardArray } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

type Step = (carry: Operand, x: Operand) => readonly [Operand, Operand];

/** The loop with its options, as a function of where it begins and what it goes through. */
const loop =
  (api: Api, step: Step, options: { reverse?: boolean; length?: number } = {}) =>
  (carry: Operand, xs: Operand): readonly [Operand, Operand] =>
    api.scan(step as never, carry as never, xs as never, options) as never;

const both = ([carry, ys]: readonly [Operand, Operand]): Operand => add(sum(square(ys) as Operand), carry) as Operand;

const recurrent: Step = (h, x) => {
  const next = tanh(add(mul(h, 0.5), x) as Operand) as Operand;
  return [next, mul(next, x) as Operand];
};

const rows: Step = (h, x) => [tanh(add(h, x) as Operand) as Operand, sum(mul(h, x) as Operand)];

export const loopCases: readonly Case[] = [
  ...floats.map(
    (dtype): Case => ({
      name: `scan of ${dtype}: both directions, every length, differentiated in both modes, mapped`,
      covers: ['scan'],
      run: (api) => {
        for (const reverse of [false, true]) {
          for (const length of [0, 1, 2, 7, 40]) {
            const f = loop(api, recurrent, { reverse });
            const xs = array(api, [length], dtype);
            const start = api.tensor([0.3], { dtype, shape: [] });
            agrees(api, f, [start, xs]);
            derivatives(api, (h = 0, x = 0) => both(f(h, x)), start, xs);
            if (length > 0) mapped(api, (h = 0, x = 0) => both(f(h, x)), start, xs);
          }
          const f = loop(api, rows, { reverse });
          agrees(api, f, [array(api, [3], dtype), array(api, [5, 3], dtype, 3)]);
          everyWay(api, (h = 0, x = 0) => both(f(h, x)), array(api, [3], dtype), array(api, [5, 3], dtype, 3));
          agrees(api, f, [hardArray(api, [130], dtype), hardArray(api, [4, 130], dtype, 3)]);
        }
      },
    }),
  ),
  {
    name: 'scan of a tree with plain numbers, whole numbers and truth values, and without anything to go through',
    covers: ['scan'],
    run: (api) => {
      const step = ({ a, n }: { a: Operand; n: Operand }, { x, i }: { x: Operand; i: Operand }) =>
        [
          { a: add(mul(a, x), 0.5), n: add(n, i) },
          { y: mul(a, n), square: square(x) },
        ] as const;
      const f = (init: unknown, xs: unknown): unknown => api.scan(step as never, init as never, xs as never);
      const xs = { x: array(api, [4]), i: hardArray(api, [4], 'i32') };
      agrees(api, f, [{ a: 1, n: api.tensor([1], { shape: [], dtype: 'i32' }) }, xs]);
      agrees(api, f, [{ a: 1.5, n: 0.5 }, xs]);
      const doubling = (x: Operand): unknown =>
        api.scan((t: Operand) => [mul(t, 2) as Operand, t] as never, x as never, null, { length: 6 });
      agrees(api, doubling as never, [array(api, [2])]);
      agrees(api, doubling as never, [1]);
      agrees(
        api,
        api.grad((x: Operand) => sum((doubling(x) as readonly Operand[])[1] as Operand)),
        [1.25],
      );
      agrees(api, (x: Operand) => api.scan((t: Operand) => [t, {}] as never, x as never, null, { length: 3 }), [2]);
      agrees(
        api,
        (x: Operand) => api.scan((t: Operand, u: Operand) => [mul(t, u), {}] as never, 1 as never, x as never),
        [array(api, [5])],
      );
    },
  },
  {
    name: 'scan inside scan, with values from outside the loops, differentiated and mapped',
    covers: ['scan'],
    run: (api) => {
      const nested = (w: Operand, xs: Operand): Operand => {
        const [carry, ys] = api.scan(
          ((h: Operand, row: Operand) => {
            const [inner] = api.scan(
              ((g: Operand, x: Operand) => [sin(add(mul(g, w), x) as Operand), {}]) as never,
              h as never,
              row as never,
              { reverse: true },
            ) as unknown as readonly [Operand];
            return [inner, sub(inner, h)];
          }) as never,
          0.25 as never,
          xs as never,
        ) as unknown as readonly [Operand, Operand];
        return add(sum(square(ys) as Operand), carry) as Operand;
      };
      const w = api.tensor([0.7], { shape: [] });
      everyWay(api, (a = 0, x = 0) => nested(a, x), w, array(api, [3, 4]));
      agrees(api, api.hessian(nested) as never, [0.7, array(api, [2, 3])]);
      agrees(api, api.jacobian(nested, { argnums: 1, mode: 'forward' }) as never, [0.7, array(api, [2, 3])]);
      const deep = (x: Operand): Operand =>
        (
          api.scan(
            ((t: Operand) => [
              sin(api.grad((u: Operand) => mul(u, square(u)) as Operand)(t as never) as Operand),
              t,
            ]) as never,
            x as never,
            null,
            { length: 3 },
          ) as unknown as readonly Operand[]
        )[0] as Operand;
      agrees(api, api.grad(deep), [0.4]);
      agrees(api, api.grad(api.grad(deep)), [0.4]);
    },
  },
  {
    name: 'a recurrent network by scan: the gradient of its weights, which stay outside of the loop',
    covers: ['scan'],
    run: (api) => {
      const network = (w: Operand, xs: Operand, h: Operand): Operand => {
        const [last, ys] = api.scan(
          ((state: Operand, x: Operand) => {
            const next = tanh(add(matmul(state, w), x) as Operand);
            return [next, next];
          }) as never,
          h as never,
          xs as never,
        ) as unknown as readonly [Operand, Operand];
        return add(sum(square(ys) as Operand), sum(last)) as Operand;
      };
      for (const dtype of floats) {
        const args = [array(api, [4, 4], dtype), array(api, [6, 4], dtype, 3), array(api, [4], dtype, 5)] as const;
        derivatives(api, network as never, ...args);
        mapped(api, network as never, ...args);
        agrees(api, api.grad(network, { argnums: [0, 1, 2] }), args);
        agrees(api, api.vmap(api.grad(network), { inAxes: [null, 0, null] }), [
          args[0],
          array(api, [3, 6, 4], dtype),
          args[2],
        ]);
      }
    },
  },
];
