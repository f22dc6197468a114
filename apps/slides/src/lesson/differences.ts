// Difference quotients of the lecture's log(x/3 + 2/3) for hundreds of h in one batched call, and how wrong each is.

import type { Engine, Operand } from '../store/engine.ts';
import { compositionOn, lectureTexts } from './composition.ts';
import { slopeError, ulp } from './exact.ts';
import { perEngine } from './per-engine.ts';
import { flat } from './read.ts';

export interface Quotients {
  /** (f(x + h) − f(x)) / h, one for each h. */
  readonly forward: readonly number[];
  /** (f(x + h) − f(x − h)) / 2h, one for each h. */
  readonly central: readonly number[];
}

/** The errors of the quotients at one x, and that of the engine's own gradient. */
export interface Valley {
  /** Powers of ten of the h, ascending. */
  readonly powers: readonly number[];
  readonly forward: readonly number[];
  readonly central: readonly number[];
  /** The engine's gradient, its error, and the distance of neighbouring doubles there. */
  readonly slope: number;
  readonly error: number;
  readonly ulp: number;
}

/** 30 steps to a decade, from 10⁻¹⁶ to 1. */
export const powers: readonly number[] = Array.from({ length: 481 }, (_, i) => i / 30 - 16);

const quotientsOn = perEngine(({ add, sub, mul, div, log, vmap, compile }: Engine) => {
  const f = (x: Operand): Operand => log(add(div(x, 3), div(2, 3)));
  const forward = (x: Operand, h: Operand): Operand => div(sub(f(add(x, h)), f(x)), h);
  const central = (x: Operand, h: Operand): Operand => div(sub(f(add(x, h)), f(sub(x, h))), mul(2, h));
  return compile(
    vmap((x: Operand, h: Operand) => ({ forward: forward(x, h), central: central(x, h) }), { inAxes: [null, 0] }),
  );
});

export function quotients(engine: Engine, x: number, h: readonly number[]): Quotients {
  const { forward, central } = quotientsOn(engine)(x, Float64Array.from(h));
  return { forward: flat(forward), central: flat(central) };
}

const last = perEngine((_engine) => ({ x: Number.NaN, valley: undefined as Valley | undefined }));

/** Kept for the last x, since dragging h changes nothing of it. */
export function valleyOn(engine: Engine, x: number): Valley {
  const kept = last(engine);
  if (kept.valley && kept.x === x) return kept.valley;
  const errors = (found: readonly number[]): number[] => found.map((quotient) => slopeError(quotient, x));
  const { forward, central } = quotients(
    engine,
    x,
    powers.map((power) => 10 ** power),
  );
  const slope = compositionOn(engine, lectureTexts).at(x).dzdx;
  const valley: Valley = {
    powers,
    forward: errors(forward),
    central: errors(central),
    slope,
    error: slopeError(slope, x),
    ulp: ulp(slope),
  };
  Object.assign(kept, { x, valley });
  return valley;
}
