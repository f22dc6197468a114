// Standardised data: each column less its mean, in units of its standard deviation. A bowl over such data is round.

import type { Engine } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Points } from './points.ts';
import { flat } from './read.ts';

export const standardOn = perEngine((engine: Engine) => {
  const { sub, div, mean, std, compile } = engine;
  const column = compile((values: readonly number[]) => div(sub(values, mean(values)), std(values)));
  // A column of equal values has no deviation: it becomes 0.
  const standard = (values: readonly number[]): number[] =>
    new Set(values).size < 2 ? values.map(() => 0) : flat(column(values)).map((value) => Number(value.toPrecision(4)));
  return ({ x, y }: Points): Points => ({ x: standard(x), y: standard(y) });
});
