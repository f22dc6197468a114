// Whether two engines gave the same bits: every number of two results, in order.

import { isReadable } from '../lesson/read.ts';

/** Every number in a result of any kind the engines return: numbers, arrays, tensors, objects and tuples of these. */
function* numbersOf(result: unknown): Generator<number> {
  if (typeof result === 'number') yield result;
  else if (ArrayBuffer.isView(result)) yield* result as unknown as Iterable<number>;
  else if (isReadable(result)) yield* numbersOf(result.toArray());
  else if (Array.isArray(result)) for (const part of result) yield* numbersOf(part);
  else if (typeof result === 'object' && result !== null)
    for (const part of Object.values(result)) yield* numbersOf(part);
}

/** −0 differs from 0, and a NaN equals a NaN. */
export function sameBits(one: unknown, other: unknown): boolean {
  const [left, right] = [[...numbersOf(one)], [...numbersOf(other)]];
  return left.length === right.length && left.every((value, i) => Object.is(value, right[i]));
}
