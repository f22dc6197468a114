// The numbers of the four sketches that say where the lecture leads: a slope, a descent, a chain, and one node.

import type { Engine, Operand } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import { flat, single } from './read.ts';

/** The plane y = 1 that the first sketch cuts f(x, y) = x² + xy with. */
const cut = 1;

/** Steps that the second sketch takes, and their size. */
const [steps, rate] = [6, 0.28] as const;

export interface Goals {
  /** g(x) = f(x, 1) at many x. */
  curve(x: readonly number[]): readonly number[];
  /** f and ∂f/∂x at (x, 1). */
  slope(x: number): readonly [value: number, slope: number];
  /** (x − ½)² at many x. */
  valley(x: readonly number[]): readonly number[];
  /** The places of a descent into that valley. */
  descent(x: number): readonly number[];
  /** y = x/3 + 2/3 and z = log y, with the slopes of each and of both. */
  chain(x: number): { readonly dydx: number; readonly dzdy: number; readonly dzdx: number };
}

export const goalsOn: (engine: Engine) => Goals = perEngine(({ add, sub, mul, div, log, square, grad, ...engine }) => {
  const { valueAndGrad, vmap, compile } = engine;
  const f = (x: Operand, y: Operand): Operand => add(square(x), mul(x, y));
  const valley = (x: Operand): Operand => square(sub(x, 0.5));
  const inner = (x: Operand): Operand => add(div(x, 3), 2 / 3);
  const outer = (y: Operand): Operand => log(y);
  const [curve, valleys] = [compile(vmap((x: number) => f(x, cut))), compile(vmap(valley))];
  const slope = compile(valueAndGrad((x: number) => f(x, cut)));
  const next = compile((x: number) => sub(x, mul(rate, grad(valley)(x))));
  const [dydx, dzdy, dzdx] = [
    compile(grad(inner)),
    compile(grad(outer)),
    compile(grad((x: number) => outer(inner(x)))),
  ];
  return {
    curve: (x) => flat(curve([...x])),
    slope: (x) => {
      const [value, derivative] = slope(x);
      return [single(value), single(derivative)];
    },
    valley: (x) => flat(valleys([...x])),
    descent: (x) => {
      const path = [x];
      while (path.length <= steps) path.push(single(next(path.at(-1) ?? x)));
      return path;
    },
    chain: (x) => ({ dydx: single(dydx(x)), dzdy: single(dzdy(single(inner(x)))), dzdx: single(dzdx(x)) }),
  };
});
