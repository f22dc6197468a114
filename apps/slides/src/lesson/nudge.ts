// z = f(x, y) and L(z): what a nudge in x or y does to z and to L, predicted by the chain rule and measured.

import type { Engine, Operand } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import { single } from './read.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export type Along = 'x' | 'y';

export interface Nudged {
  readonly z: number;
  readonly loss: number;
  /** ∂z/∂x and ∂z/∂y. */
  readonly local: Spot;
  /** ∂L/∂z. */
  readonly upstream: number;
  /** ∂L/∂x and ∂L/∂y, of the composition as a whole. */
  readonly downstream: Spot;
  /** The nudge as it arrives at z and at L. */
  readonly atZ: number;
  readonly atLoss: number;
  /** What L really does. */
  readonly real: number;
}

export type Nudges = (at: Spot, along: Along, size: number) => Nudged;

export const nudgesOn: (engine: Engine) => Nudges = perEngine((engine) => {
  const { add, sub, mul, square, grad, valueAndGrad, compile } = engine;
  const f = ({ x, y }: { readonly x: Operand; readonly y: Operand }): Operand => add(square(x), mul(x, y));
  const loss = (z: Operand): Operand => square(sub(z, 1));
  const whole = (at: Spot): Operand => loss(f(at));
  const inner = compile(valueAndGrad(f));
  const outer = compile(valueAndGrad(loss));
  const composed = compile(grad(whole));
  const times = compile((one: number, other: number) => mul(one, other));
  const change = compile((at: Spot, moved: Spot) => sub(whole(moved), whole(at)));
  return (at, along, size) => {
    const [value, slopes] = inner(at);
    const z = single(value);
    const [lossAtZ, slope] = outer(z);
    const [local, upstream] = [{ x: single(slopes.x), y: single(slopes.y) }, single(slope)];
    const total = composed(at);
    const atZ = single(times(local[along], size));
    return {
      z,
      loss: single(lossAtZ),
      local,
      upstream,
      downstream: { x: single(total.x), y: single(total.y) },
      atZ,
      atLoss: single(times(upstream, atZ)),
      real: single(change(at, { ...at, [along]: at[along] + size })),
    };
  };
});
