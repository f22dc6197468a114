// The training that a state stands for: a network is a function of the data, the seed, the width, the learning rates and
// the number of steps. The last training is kept and continued, by whichever engine asks: the bits are the same.

import type { Classes, Trained, Training } from './network.ts';

/** From step `from` on, this learning rate. The first entry is from step 0. */
export type Rates = readonly (readonly [from: number, rate: number])[];

export interface Recipe {
  readonly data: Classes;
  readonly seed: number;
  readonly width: number;
  readonly rates: Rates;
}

const every = 25;

export function rateAt(rates: Rates, step: number): number {
  return rates.findLast(([from]) => from <= step)?.[1] ?? 0;
}

/** The rates after another one was chosen at a step. */
export function withRate(rates: Rates, step: number, rate: number): Rates {
  return [...rates.filter(([from]) => from < step), [step, rate]];
}

/** The first step that the two take with different rates. */
function parting(one: Rates, other: Rates): number {
  const froms = [...one, ...other].map(([from]) => from).sort((p, q) => p - q);
  return froms.find((from) => rateAt(one, from) !== rateAt(other, from)) ?? Number.POSITIVE_INFINITY;
}

export class Trajectory {
  private recipe: Recipe | undefined;
  private kept: Map<number, Trained> = new Map();
  /** `losses[k]` is the loss after k steps, as far as it has come. */
  private losses: number[] = [];

  /** The network after some steps. */
  at(training: Training, recipe: Recipe, steps: number): Trained {
    this.turnTo(recipe);
    let step = -1;
    for (const known of this.kept.keys()) if (known <= steps && known > step) step = known;
    let now = this.kept.get(step);
    if (!now) {
      step = 0;
      now = training.start(recipe.seed, recipe.width, recipe.data);
      this.note(0, now);
    }
    while (step < steps) {
      now = training.step(now, recipe.data, rateAt(recipe.rates, step));
      step += 1;
      this.note(step, now);
    }
    return now;
  }

  /** At most `count` losses up to a step, evenly apart, the last one included. */
  curve(steps: number, count: number): { readonly at: number[]; readonly loss: number[] } {
    const apart = Math.max(1, Math.ceil(steps / count));
    const at = Array.from({ length: Math.floor(steps / apart) + 1 }, (_, i) => i * apart);
    if (at.at(-1) !== steps) at.push(steps);
    return { at, loss: at.map((step) => this.losses[step] ?? Number.NaN) };
  }

  private note(step: number, trained: Trained): void {
    this.losses[step] = trained.loss;
    // Every 25th stays, for walking back; of the others the last.
    if ((step - 1) % every !== 0) this.kept.delete(step - 1);
    this.kept.set(step, trained);
  }

  private turnTo(recipe: Recipe): void {
    const before = this.recipe;
    this.recipe = recipe;
    const same = before?.data === recipe.data && before.seed === recipe.seed && before.width === recipe.width;
    const good = same ? parting(before.rates, recipe.rates) : -1;
    if (good === Number.POSITIVE_INFINITY) return;
    for (const step of [...this.kept.keys()]) if (step > good) this.kept.delete(step);
    this.losses.length = Math.min(this.losses.length, good + 1);
  }
}
