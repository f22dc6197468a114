// Keys: what random numbers are computed from. A key is a value, i32[2]; nothing here has a state.

import { ArgumentError, DTypeError, ShapeError } from '../errors.ts';
import { stack } from '../functions/stack.ts';
import { onArrays } from '../primitives/apply.ts';
import { greaterEqual } from '../primitives/compare.ts';
import { astype, convert } from '../primitives/convert.ts';
import { floor } from '../primitives/floor.ts';
import { iotaIn } from '../primitives/iota.ts';
import { mul } from '../primitives/mul.ts';
import { reshape } from '../primitives/reshape.ts';
import { sliceAlong } from '../primitives/slice.ts';
import { sub } from '../primitives/sub.ts';
import { where } from '../primitives/where.ts';
import { constantOf } from '../primitives/zeros.ts';
import { mustBeCount } from '../shape/checks.ts';
import { showType } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { threefry, type Words } from './threefry.ts';

/**
 * What a counter is for, as its first word. So a key that was split, or folded into, still gives numbers of its own that
 * have nothing to do with those of its descendants.
 */
const purposes = { draw: 0, split: 1, foldIn: 2 } as const;

/** The words of a key. Throws for a value that is no key. */
function wordsOf(operation: string, key: Traced): Words {
  const hint = 'make one with random.key(seed)';
  if (key.shape.length !== 1 || key.shape[0] !== 2) {
    throw new ShapeError(`${operation}: expected a key, i32[2], got ${showType(key.type)}; ${hint}`);
  }
  if (key.dtype !== 'i32') {
    throw new DTypeError(`${operation}: expected a key, i32[2], got ${showType(key.type)}; ${hint}`);
  }
  const word = (i: number): Operand => reshape(sliceAlong(key, -1, i, i + 1), []);
  return [word(0), word(1)];
}

/** Two random words for each second word of the counter. */
export function wordsAt(
  operation: string,
  trace: Trace,
  key: Traced,
  purpose: keyof typeof purposes,
  counter: Operand,
): Words {
  const first = constantOf(trace, purposes[purpose], { shape: [], dtype: 'i32', weak: false });
  return threefry(wordsOf(operation, key), [first, counter]);
}

/**
 * A key, i32[2], from a seed: the high and the low word of a whole number as far as doubles hold them all, ±(2⁵³ − 1). The
 * seed may be traced; then it is not checked. Equal seeds give equal keys, and equal keys equal numbers, on every backend.
 * Use each key once: for more numbers {@link split} it.
 * Throws an {@link ArgumentError} for a seed that is no whole number of that size.
 */
export function key(seed: Operand): Tensor {
  if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
    throw new ArgumentError(`random.key: expected a whole number from −(2⁵³ − 1) to 2⁵³ − 1 as a seed, got ${seed}`);
  }
  return onArrays('random.key', [seed], ([given]) => {
    if (given === undefined || given.shape.length !== 0) {
      throw new ShapeError(`random.key: expected one number as a seed, got ${given && showType(given.type)}`);
    }
    const number = convert(given, { dtype: 'f64', weak: false });
    const high = floor(mul(number, 2 ** -32));
    const low = sub(number, mul(high, 2 ** 32));
    const signed = where(greaterEqual(low, 2 ** 31), sub(low, 2 ** 32), low);
    return stack([astype(high, 'i32'), astype(signed, 'i32')]);
  });
}

/**
 * New keys from a key, as i32[count, 2]; destructure them: `const [next, now] = random.split(key)`. Key i is the same
 * whatever the count. `count` is 2 unless given.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, an {@link ArgumentError} for another count.
 */
export function split(key: Operand, count = 2): Tensor {
  mustBeCount('random.split', 'count', count, 1);
  return onArrays('random.split', [key], ([parent], trace) =>
    stack(wordsAt('random.split', trace, parent as Traced, 'split', iotaIn(trace, count)), { axis: -1 }),
  );
}

/**
 * A new key, i32[2], from a key and a whole number from −2³¹ to 2³¹ − 1 (the number of a step, say), traced or not; a traced
 * number is cut off to an i32.
 * Throws a {@link ShapeError} or a {@link DTypeError} for a value that is no key, an {@link ArgumentError} for another number.
 */
export function foldIn(key: Operand, number: Operand): Tensor {
  if (typeof number === 'number' && (number | 0) !== number) {
    throw new ArgumentError(`random.foldIn: expected a whole number from −2³¹ to 2³¹ − 1, got ${number}`);
  }
  return onArrays('random.foldIn', [key, number], ([parent, given], trace) => {
    if (given === undefined || given.shape.length !== 0) {
      throw new ShapeError(`random.foldIn: expected one number to fold in, got ${given && showType(given.type)}`);
    }
    const counter = convert(given, { dtype: 'i32', weak: false });
    return stack(wordsAt('random.foldIn', trace, parent as Traced, 'foldIn', counter));
  });
}
