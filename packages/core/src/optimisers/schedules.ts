// Learning rates that change with the step: functions from the number of steps done, which may be traced, to a rate.

import { ArgumentError } from '../errors.ts';
import { add } from '../primitives/add.ts';
import { less } from '../primitives/compare.ts';
import { cos } from '../primitives/cos.ts';
import { div } from '../primitives/div.ts';
import { floor } from '../primitives/floor.ts';
import { minimum } from '../primitives/minimum.ts';
import { mul } from '../primitives/mul.ts';
import { pow } from '../primitives/pow.ts';
import { sub } from '../primitives/sub.ts';
import { where } from '../primitives/where.ts';
import { mustBeOptions, showGiven } from '../shape/checks.ts';
import type { Operand } from '../tensor/operand.ts';

/** From the number of steps done (0 at the first one; a number, or traced) to a learning rate. */
export type Schedule = (step: Operand) => Operand;

function mustBeSteps(schedule: string, steps: number): void {
  if (typeof steps === 'number' && steps > 0 && Number.isFinite(steps)) return;
  throw new ArgumentError(`schedules.${schedule}: expected steps as a finite number above 0, got ${showGiven(steps)}`);
}

/** Throws an ArgumentError for a rate that is no number. */
function mustBeRates(schedule: string, rates: { readonly [name: string]: number }): void {
  for (const [name, rate] of Object.entries(rates)) {
    if (typeof rate === 'number') continue;
    throw new ArgumentError(`schedules.${schedule}: expected ${name} as a number, got ${showGiven(rate)}`);
  }
}

/** The same rate at every step. Throws an {@link ArgumentError} unless it is a number. */
export function constant(rate: number): Schedule {
  mustBeRates('constant', { rate });
  return () => rate;
}

/** Options of {@link linear}. */
export interface LinearOptions {
  /** The rate at step 0. */
  readonly from: number;
  /** The rate from `steps` on. */
  readonly to: number;
  readonly steps: number;
}

/**
 * From one rate to another in equal steps: from + (to − from) · step / steps, and `to` from then on.
 * Throws an {@link ArgumentError} unless `steps` is above 0.
 */
export function linear(options: LinearOptions): Schedule {
  mustBeOptions('schedules.linear', options, ['from', 'to', 'steps']);
  const { from, to, steps } = options;
  mustBeRates('linear', { from, to });
  mustBeSteps('linear', steps);
  return (step) => where(less(step, steps), add(from, mul(to - from, div(step, steps))), to);
}

/** Options of {@link exponentialDecay}. */
export interface ExponentialDecayOptions {
  /** The rate at step 0. */
  readonly initial: number;
  /** What the rate is multiplied by every `steps` steps; not negative. */
  readonly factor: number;
  readonly steps: number;
  /** Change the rate only once every `steps` steps. Default: false. */
  readonly staircase?: boolean;
}

/**
 * initial · factor^(step / steps).
 * Throws an {@link ArgumentError} unless `steps` is above 0 and `factor` is not negative.
 */
export function exponentialDecay(options: ExponentialDecayOptions): Schedule {
  mustBeOptions('schedules.exponentialDecay', options, ['initial', 'factor', 'steps', 'staircase']);
  const { initial, factor, steps, staircase = false } = options;
  mustBeRates('exponentialDecay', { initial, factor });
  mustBeSteps('exponentialDecay', steps);
  if (!(factor >= 0)) {
    throw new ArgumentError(`schedules.exponentialDecay: expected factor as a number, not negative, got ${factor}`);
  }
  return (step) => {
    const times: Operand = div(step, steps);
    return mul(initial, pow(factor, staircase ? floor(times) : times) as Operand);
  };
}

/** Options of {@link cosineDecay}. */
export interface CosineDecayOptions {
  /** The rate at step 0. */
  readonly initial: number;
  readonly steps: number;
  /** The rate from `steps` on. Default: 0. */
  readonly final?: number;
}

/**
 * Half a cosine wave from `initial` down to `final`: final + (initial − final) · (1 + cos(π · step / steps)) / 2, and `final`
 * from then on. Loshchilov & Hutter, SGDR, ICLR 2017, without restarts.
 * Throws an {@link ArgumentError} unless `steps` is above 0.
 */
export function cosineDecay(options: CosineDecayOptions): Schedule {
  mustBeOptions('schedules.cosineDecay', options, ['initial', 'steps', 'final']);
  const { initial, steps, final = 0 } = options;
  mustBeRates('cosineDecay', { initial, final });
  mustBeSteps('cosineDecay', steps);
  return (step) => {
    const share = minimum(div(step, steps) as Operand, 1) as Operand;
    return add(final, mul((initial - final) / 2, add(1, cos(mul(Math.PI, share) as Operand))));
  };
}

/** Options of {@link warmup}. */
export interface WarmupOptions {
  readonly steps: number;
  /** A rate, or a schedule that begins once `steps` steps are done. */
  readonly after: number | Schedule;
}

/**
 * Another schedule (or rate) after a warm-up: (step + 1) / steps of its first rate at each of the first `steps` steps, then
 * the schedule from its own step 0 on.
 * Throws an {@link ArgumentError} unless `steps` is above 0.
 */
export function warmup(options: WarmupOptions): Schedule {
  mustBeOptions('schedules.warmup', options, ['steps', 'after']);
  const { steps, after } = options;
  mustBeSteps('warmup', steps);
  if (typeof after !== 'function') mustBeRates('warmup', { after });
  const next = typeof after === 'function' ? after : constant(after);
  return (step) => {
    const rising = mul(next(0), div(add(step, 1), steps) as Operand);
    // Before its step 0 a schedule need not be defined, so it does not get a negative step.
    const warming = less(step, steps);
    return where(warming, rising as Operand, next(where(warming, 0, sub(step, steps) as Operand)));
  };
}
