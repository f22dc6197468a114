// Reading the settings of an equation.

import type { Params } from './primitive.ts';

/** A params entry that is a list of numbers. */
export function numbers(params: Params, key: string): readonly number[] {
  const value = params[key];
  return typeof value === 'object' ? value : [];
}

/** A params entry that is one number. */
export function number(params: Params, key: string): number {
  const value = params[key];
  return typeof value === 'number' ? value : Number.NaN;
}
