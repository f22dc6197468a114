// Thousands of descents at once, one for each learning rate: how many steps each takes to arrive. One program of `scan` and
// `vmap`, compiled once, takes a whole batch of them through all their steps.

import type { Engine, Operand, Tensor } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { flat } from './read.ts';
import { type LineOperand, lossesOn } from './regression.ts';

/** A descent has arrived when its gradient is shorter than this share of the first one. */
export const share = 1e-6;
/** Longer descents are not followed. */
export const longest = 300;

/** Descents that one call takes: few where a call is slow, so that no frame waits for it. */
const small = 32;
const large = 1000;
/** Milliseconds within a frame. */
const budget = 8;

export interface Cliff {
  /** Steps until each of the descents has arrived; `longest` for those that have not. */
  readonly steps: (rates: Float64Array<ArrayBuffer>, start: Line, points: Points) => number[];
  /** One descent, step by step, until it has arrived, is lost, or is too long. */
  readonly walk: (rate: number, start: Line, points: Points) => Walk;
  /** |1 − αλ|: what one step leaves of the distance along the direction of curvature λ. */
  readonly factor: (rate: number, curvature: number) => number;
}

export interface Walk {
  readonly path: readonly Line[];
  readonly losses: readonly number[];
  readonly end: 'arrived' | 'lost' | 'late';
}

/** A batch of lines on their way. */
interface Lines {
  readonly a: Tensor;
  readonly b: Tensor;
}

export const cliffOn: (engine: Engine) => Cliff = perEngine((engine) => {
  const { abs, add, sub, mul, square, where, less, grad, valueAndGrad, vmap, scan, compile } = engine;
  const losses = lossesOn(engine);
  const loss = (line: Line, points: Points): Operand => losses.loss(line, points);
  const slopeAt = valueAndGrad(loss);
  const slopesAt = vmap(grad(loss), { inAxes: [{ a: 0, b: 0 }, null] });
  const length = ({ a, b }: LineOperand): Operand => add(square(a), square(b));

  const counts = compile((rates: Float64Array, start: Line, points: Points) => {
    const none = mul(rates, 0);
    const first = { a: add(none, start.a), b: add(none, start.b) };
    const near = mul(length(slopesAt(first, points)), share * share);
    const step = ({ line, count }: { readonly line: Lines; readonly count: Tensor }) => {
      const gradient = slopesAt(line, points);
      // Not "is longer": a gradient that is no number has not arrived either.
      const more = where(less(length(gradient), near), 0, 1);
      const next = { a: sub(line.a, mul(rates, gradient.a)), b: sub(line.b, mul(rates, gradient.b)) };
      return [{ line: next, count: add(count, more) }, {}] as const;
    };
    const [{ count }] = scan(step, { line: first, count: none }, null, { length: longest });
    return count;
  });

  // The lines of one descent, with the loss and the squared length of the gradient at each: a single call.
  const trail = compile((rate: number, start: Line, points: Points) => {
    const step = (line: Line) => {
      const [value, gradient] = slopeAt(line, points);
      const next = { a: sub(line.a, mul(rate, gradient.a)), b: sub(line.b, mul(rate, gradient.b)) };
      return [next, { a: line.a, b: line.b, loss: value, size: length(gradient) }] as const;
    };
    const [, walked] = scan(step, start, null, { length: longest + 1 });
    return walked;
  });

  function follow(rate: number, start: Line, points: Points): Walk {
    const found = trail(rate, start, points);
    const [a, b, losses, sizes] = [flat(found.a), flat(found.b), flat(found.loss), flat(found.size)];
    const near = (sizes[0] ?? 0) * (share * share);
    const arrived = sizes.findIndex((size) => size < near);
    const lost = losses.findIndex((value) => !Number.isFinite(value));
    const steps = arrived >= 0 ? arrived : lost >= 0 ? lost : longest;
    const path = a.slice(0, steps + 1).map((value, k) => ({ a: value, b: b[k] ?? Number.NaN }));
    const away = lost >= 0 || (losses.at(-1) ?? 0) > (losses[0] ?? 0);
    return { path, losses: losses.slice(0, steps + 1), end: arrived >= 0 ? 'arrived' : away ? 'lost' : 'late' };
  }

  let last: { readonly rate: number; readonly start: Line; readonly points: Points; readonly walk: Walk } | undefined;

  const factor = compile((rate: number, curvature: number) => abs(sub(1, mul(rate, curvature))));

  return {
    steps: (rates, start, points) => flat(counts(rates, start, points)),
    walk(rate, start, points) {
      const same =
        last && last.rate === rate && last.points === points && last.start.a === start.a && last.start.b === start.b;
      const walk = same && last ? last.walk : follow(rate, start, points);
      last = { rate, start, points, walk };
      return walk;
    },
    factor: (rate, curvature) => Number(factor(rate, curvature)),
  };
});

/** Learning rates from just above 0 to the greatest, evenly. */
export function ratesUpTo(greatest: number, count: number): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: count }, (_, i) => (greatest * (i + 1)) / count);
}

/** All the descents of one picture, computed a few milliseconds at a time. */
export class Descents {
  readonly rates: Float64Array<ArrayBuffer>;
  /** Steps of each descent; those from `done` on are still to come. */
  readonly steps: Float64Array<ArrayBuffer>;
  done = 0;
  private batch = small;
  private readonly take: (rates: Float64Array<ArrayBuffer>) => number[];

  constructor(engine: Engine, points: Points, start: Line, greatest: number, count: number) {
    const { steps } = cliffOn(engine);
    this.rates = ratesUpTo(greatest, count);
    this.steps = new Float64Array(count);
    this.take = (rates) => steps(rates, start, points);
  }

  get isDone(): boolean {
    return this.done >= this.rates.length;
  }

  /** Goes on for a part of a frame. */
  advance(): void {
    const began = performance.now();
    while (!this.isDone && performance.now() - began < budget) {
      const from = performance.now();
      // Always a full batch: another length would be another program to compile.
      const rates = new Float64Array(this.batch).fill(this.rates.at(-1) ?? 0);
      const part = this.rates.subarray(this.done, this.done + this.batch);
      rates.set(part);
      this.steps.set(this.take(rates).slice(0, part.length), this.done);
      this.done += part.length;
      const second = this.batch === small && this.done > small;
      if (second && ((performance.now() - from) * large) / small < 2 * budget) this.batch = large;
    }
  }
}
