// lsq and rosenbrock on Rose.

import { add, compile, fn, mul, Real, sub, sum, Vec, vec, vjp } from 'rose';
import type { ResidentCall } from '../../kinds/resident.ts';
import type { Prepares } from '../runner.ts';

export const prepares: Prepares = {
  lsq: async (data) => {
    const n = data.x.length;
    const Reals = Vec(n, Real);
    const loss = fn([{ a: Real, b: Real, x: Reals, y: Reals }], Real, ({ a, b, x, y }) =>
      sum(n, (i) => {
        const residual = sub(y[i] as Real, add(mul(a, x[i] as Real), b));
        return mul(residual, residual);
      }),
    );
    const both = fn([Real, Real, Reals, Reals], { value: Real, byA: Real, byB: Real }, (a, b, x, y) => {
      const { ret, grad } = vjp(loss)({ a, b, x, y });
      const by = grad(1);
      return { value: ret, byA: by.a, byB: by.b };
    });
    const run = await compile(both);
    const [x, y] = [Array.from(data.x), Array.from(data.y)];
    return (a, b) => {
      const { value, byA, byB } = run(a, b, x, y);
      return [value, byA, byB];
    };
  },
  rosenbrock: async (data) => {
    const n = data.x.length;
    const Reals = Vec(n, Real);
    const Point = { x: Real, y: Real } as const;
    const f = fn([Point], Real, ({ x, y }) => {
      const short = sub(1, x);
      const across = sub(y, mul(x, x));
      return add(mul(short, short), mul(100, mul(across, across)));
    });
    const slope = fn([Point], Point, (point) => vjp(f)(point).grad(1));
    const all = fn([Reals, Reals], Vec(n, Point), (x, y) =>
      vec(n, Point, (i) => slope({ x: x[i] as Real, y: y[i] as Real })),
    );
    const run = await compile(all);
    const [x, y] = [Array.from(data.x), Array.from(data.y)];
    const call: ResidentCall<ArrayLike<{ readonly x: number; readonly y: number }>> = {
      run: () => run(x, y) as unknown as ArrayLike<{ x: number; y: number }>,
      read: (points) => [Array.from(points, ({ x }) => x), Array.from(points, ({ y }) => y)],
    };
    return call as ResidentCall;
  },
};
