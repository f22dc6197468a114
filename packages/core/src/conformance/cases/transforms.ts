// Transforms of whole functions: of trees, of each other, nested, with options.

import { softmax } from '../../functions/softmax.ts';
import { add } from '../../primitives/add.ts';
import { greater } from '../../primitives/compare.ts';
import { astype } from '../../primitives/convert.ts';
import { div } from '../../primitives/div.ts';
import { exp } from '../../primitives/exp.ts';
import { log } from '../../primitives/log.ts';
import { matmul } from '../../primitives/matmul.ts';
import { mul } from '../../primitives/mul.ts';
import { reshape } from '../../primitives/reshape.ts';
import { sin } from '../../primitives/sin.ts';
import { sqrt } from '../../primitives/sqrt.ts';
import { square } from '../../primitives/square.ts';
import { stopGradient } from '../../primitives/stop-gradient.ts';
import { sub } from '../../primitives/sub.ts';
import { sum } from '../../primitives/sum.ts';
import { take } from '../../primitives/take.ts';
import { tanh } from '../../primitives/tanh.ts';
import { where } from '../../primitives/where.ts';
import type { Operand, Tensor } from '../../tensor/operand.ts';
import { agrees } from '../agree.ts';
import type { Case } from '../api.ts';
import { array, floats, ordinary } from '../data.ts';
import { derivatives, everyWay, mapped } from '../exercise.ts';

interface Layer {
  readonly w: Operand;
  readonly b: Operand;
}

/** A small network with a loss: a number from a tree and an array. */
const loss = ({ w, b }: Layer, x: Operand): Operand => sum(square(tanh(add(matmul(x, w), b) as Operand) as Operand));

const vector = (x: Operand): Operand => mul(sin(x), sum(square(x) as Operand)) as Operand;
const scalar = (x: Operand): Operand => sum(mul(sin(x), exp(mul(x, 0.3)) as Operand) as Operand);

export const transformCases: readonly Case[] = [
  {
    name: 'gradients of single points, axes in other places, vmap inside vmap, gradients of gradients',
    covers: ['vmap', 'grad'],
    run: (api) => {
      const point = ({ a, b }: { a: Operand; b: Operand }, x: Operand, y: Operand): Operand =>
        square(sub(y, add(mul(a, x), b)));
      agrees(api, api.vmap(api.grad(point), { inAxes: [null, 0, 0] }), [{ a: 2, b: 1 }, [-2, 0, 1], [-1, 1, 2]]);
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
        const matrix = array(api, shape);
        agrees(api, columns, [matrix]);
        agrees(api, outer, [ordinary(shape[0] as number, 1), ordinary(shape[1] as number, 2)]);
        const flipped = [shape[1] as number, shape[0] as number];
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
  ...floats.map(
    (dtype): Case => ({
      name: `transforms of a function of ${dtype} arrays: jvp, vjp, jacobian in both modes, hessian, hvp`,
      covers: ['jvp', 'vjp', 'jacobian', 'hessian', 'hvp'],
      run: (api) => {
        for (const shape of [[], [1], [4], [2, 3], [0]]) {
          const x = array(api, shape, dtype);
          const d = array(api, shape, dtype, 9);
          agrees(api, (t: Operand, u: Operand) => api.jvp(vector)([t], [u]), [x, d]);
          agrees(api, (t: Operand, u: Operand) => api.vjp(vector)([t], u), [x, d]);
          for (const mode of ['forward', 'reverse'] as const) {
            agrees(api, api.jacobian(vector, { mode }) as never, [x]);
            agrees(api, api.jacobian(scalar, { mode }) as never, [x]);
          }
          agrees(api, api.hessian(scalar) as never, [x]);
          agrees(api, api.hvp(scalar), [x, d]);
        }
        agrees(api, api.jacobian(vector) as never, [array(api, [2, 3], dtype)]);
        everyWay(api, (t = 0) => vector(t), array(api, [3], dtype));
      },
    }),
  ),
  {
    name: 'transforms of plain numbers give plain numbers',
    covers: ['grad', 'jvp', 'vjp', 'jacobian', 'hessian', 'hvp', 'valueAndGrad'],
    run: (api) => {
      const f = (x: Operand): Operand => mul(sin(x), square(x)) as Operand;
      agrees(api, api.grad(f), [0.7]);
      agrees(api, api.valueAndGrad(f), [0.7]);
      agrees(api, (x: Operand) => api.jvp(f)([x], [1]), [0.7]);
      const back = (x: Operand): unknown => {
        const [value, [downstream]] = api.vjp(f)([x as never], 1 as never) as unknown as [Operand, [Operand]];
        return { value, downstream };
      };
      agrees(api, back as never, [0.7]);
      agrees(api, api.jacobian(f) as never, [0.7]);
      agrees(api, api.hessian(f) as never, [0.7]);
      agrees(api, api.hvp(f), [0.7, 2]);
      agrees(api, api.jacobian((x: Operand) => ({ a: sin(x), b: { c: x, d: square(x) } })) as never, [0.7]);
    },
  },
  {
    name: 'transforms of trees, with argnums and hasAux',
    covers: ['grad', 'valueAndGrad', 'jvp', 'vjp', 'jacobian', 'hessian', 'hvp', 'vmap'],
    run: (api) => {
      const layer = { w: array(api, [3, 2]), b: array(api, [2], 'f64', 3) };
      const x = array(api, [4, 3], 'f64', 5);
      agrees(api, api.grad(loss), [layer, x]);
      agrees(api, api.grad(loss, { argnums: 1 }), [layer, x]);
      agrees(api, api.grad(loss, { argnums: [1, 0] }), [layer, x]);
      agrees(api, api.grad(loss, { argnums: -1 }), [layer, x]);
      agrees(api, api.valueAndGrad(loss, { argnums: [0, 1] }), [layer, x]);
      const more = (l: Layer, t: Operand) => [loss(l, t), { hidden: matmul(t, l.w), one: 1 }] as const;
      agrees(api, api.grad(more, { hasAux: true }), [layer, x]);
      agrees(api, api.valueAndGrad(more, { hasAux: true, argnums: 1 }), [layer, x]);
      agrees(api, (l: Layer, t: Operand) => api.jvp(loss)([l, t], [l, t]), [layer, x]);
      agrees(
        api,
        (l: Layer, t: Operand) => api.vjp((m: Layer) => ({ y: matmul(t, m.w) }))([l], { y: matmul(t, l.w) }),
        [layer, x],
      );
      for (const mode of ['forward', 'reverse'] as const) {
        agrees(
          api,
          api.jacobian((l: Layer, t: Operand) => ({ y: tanh(add(matmul(t, l.w), l.b) as Operand) }), { mode }) as never,
          [layer, x],
        );
        agrees(api, api.jacobian(loss, { mode, argnums: [0, 1] }) as never, [layer, x]);
      }
      agrees(api, api.hessian(loss) as never, [layer, x]);
      agrees(api, api.hessian(loss, { argnums: [1] }) as never, [layer, array(api, [2, 3])]);
      agrees(api, api.hvp(loss), [layer, layer, x]);
      agrees(api, api.vmap(api.grad(loss), { inAxes: [null, 0] }), [layer, x]);
      agrees(api, api.vmap(api.grad(loss), { inAxes: [{ w: null, b: 0 }, 1], outAxes: { w: -1, b: 0 } }), [
        { w: layer.w, b: array(api, [5, 2]) },
        array(api, [3, 5]),
      ]);
    },
  },
  {
    name: 'derivatives of derivatives in every order of modes, and mapped ones',
    covers: ['grad', 'jvp', 'vjp', 'jacobian', 'hessian', 'hvp', 'vmap'],
    run: (api) => {
      const x = array(api, [3]);
      const along =
        (f: (t: Operand) => Operand) =>
        (t: Operand): Operand =>
          (api.jvp(f)([t as never], [sin(t) as never]) as readonly Operand[])[1] as Operand;
      const back =
        (f: (t: Operand) => Operand) =>
        (t: Operand): Operand =>
          (api.vjp(f)([t as never], 1 as never) as readonly Operand[][])[1]?.[0] as Operand;
      const total =
        (f: (t: Operand) => Operand) =>
        (t: Operand): Operand =>
          sum(square(f(t)) as Operand);
      agrees(api, api.grad(along(scalar)), [x]);
      agrees(api, along(total(api.grad(scalar) as never)), [x]);
      agrees(api, along(along(scalar)), [x]);
      agrees(api, along(along(along(scalar))), [x]);
      agrees(api, api.grad(total(back(scalar))), [x]);
      agrees(api, api.grad(total(api.grad(total(api.grad(scalar) as never)) as never)), [x]);
      agrees(api, api.jacobian(api.jacobian(vector as never) as never) as never, [x]);
      agrees(api, api.vmap(api.hessian(scalar) as never), [array(api, [4, 3])]);
      agrees(api, api.vmap(api.jacobian(vector) as never, { inAxes: 1 }), [array(api, [3, 4])]);
      agrees(api, api.vmap(api.hvp(scalar) as never, { inAxes: [null, 0] }), [x, array(api, [4, 3])]);
      agrees(
        api,
        api.grad((t: Operand) => sum(api.vmap(api.grad(scalar) as never)(t as never) as Operand)),
        [array(api, [4, 3])],
      );
      agrees(api, api.jacobian(api.vmap(vector as never) as never) as never, [array(api, [2, 3])]);
      agrees(
        api,
        api.grad((t: Operand) => sum(mul(t, api.grad((u: Operand) => sum(mul(t, square(u))))(t as never) as Operand))),
        [x],
      );
    },
  },
  {
    name: 'branches not taken leak no NaN into derivatives of any order',
    covers: ['where', 'grad', 'hvp', 'jvp', 'scan', 'customGradient', 'matmul'],
    run: (api) => {
      for (const dtype of floats) {
        const safe = (t: Operand): Operand => where(greater(t, 0), mul(sqrt(t), log(t)), div(1, sub(t, 1)));
        const data = [0, -0, 4, -1, 1e-300, Number.POSITIVE_INFINITY, 1, 0.5, 2];
        const x = api.tensor(data, { dtype });
        derivatives(api, (t = 0) => safe(t), x);
        mapped(api, (t = 0) => safe(t), x);
        agrees(
          api,
          api.grad(
            (t: Operand) => where(greater(sum(t), 0), log(sum(t) as Operand), sqrt(sum(t) as Operand)) as Operand,
          ),
          [x],
        );
        agrees(
          api,
          api.grad((t: Operand) => sum(where(greater(t, 1), sum(log(t) as Operand), t))),
          [x],
        );
        const rooted = api.customGradient(
          (t: Operand) => sqrt(t) as Operand,
          (upstream, value) => [div(upstream, mul(2, value))],
        );
        const looped = (t: Operand): Operand =>
          (
            api.scan(
              ((h: Operand, u: Operand) => [where(greater(h, 0), mul(h, 0.5), log(h)), sqrt(u)]) as never,
              sum(t) as never,
              t as never,
            ) as unknown as readonly Operand[]
          )[1] as Operand;
        const multiplied = (t: Operand): Operand => matmul(reshape(log(t), [9, 1]), reshape(sqrt(t), [1, 9]));
        for (const f of [rooted, looped, multiplied, (t: Operand) => api.vmap(rooted)(t as never) as Operand]) {
          const chosen = (t: Operand): Operand => sum(where(greater(t, 0), f(t), 0));
          agrees(api, api.grad(chosen), [x]);
          agrees(api, api.hvp(chosen), [x, x]);
          agrees(api, api.vmap(api.grad(chosen) as never), [
            reshape(api.tensor([...data, ...data], { dtype }), [2, 9]),
          ]);
        }
      }
    },
  },
  {
    name: 'stopGradient holds the gradient back in both modes, inside and outside of vmap',
    covers: ['stopGradient'],
    run: (api) => {
      for (const dtype of floats) {
        everyWay(api, (x = 0) => mul(stopGradient(sin(x) as Operand), x) as Operand, array(api, [3], dtype));
        everyWay(api, (x = 0) => sub(x, stopGradient(sub(x, sin(x)) as Operand)) as Operand, array(api, [2, 2], dtype));
      }
      agrees(api, (x: Operand) => stopGradient(x), [api.tensor([1, 2], { dtype: 'i32' })]);
      agrees(api, (x: Operand) => stopGradient(x), [api.tensor([true, false] as never)]);
      agrees(
        api,
        api.grad((x: Operand) => mul(stopGradient(x), x) as Operand),
        [3],
      );
    },
  },
  {
    name: 'functions that mix dtypes: gradients come in the dtype of each argument, and not through whole numbers',
    covers: ['grad', 'jvp', 'vjp', 'astype'],
    run: (api) => {
      const f = (a: Operand, b: Operand, i: Operand): Operand =>
        sum(mul(mul(a, b), take(softmax(astype(b, 'f64')), i) as Operand) as Operand);
      const args = [array(api, [3]), array(api, [3], 'f32'), api.tensor([2, 0, 1], { dtype: 'i32' })];
      agrees(api, api.grad(f, { argnums: [0, 1] }), args);
      agrees(api, (a: Operand, b: Operand, i: Operand) => api.jvp(f)([a, b, i], [a, b, i]), args);
      agrees(api, (a: Operand, b: Operand, i: Operand) => api.vjp(f)([a, b, i], 1), args);
      agrees(api, api.jacobian(f, { argnums: [1, 0] }) as never, args);
      agrees(
        api,
        api.grad((x: Operand) => sum(mul(astype(x, 'i32'), x) as Operand)),
        [array(api, [5], 'f32')],
      );
    },
  },
];
