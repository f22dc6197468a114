// Bit-for-bit comparison with the reference executor.

import { ChainruleError } from '../errors.ts';
import { describe } from '../execute/lift.ts';
import { program } from '../explain/program.ts';
import type { Dense } from '../program/primitive.ts';
import { runReference } from '../reference/run.ts';
import { isTensor } from '../tensor/brand.ts';
import type { Operand } from '../tensor/operand.ts';
import { leaves } from '../tree/tree.ts';
import type { Api } from './api.ts';

/** A backend differs from the reference. */
export class ConformanceError extends ChainruleError {
  override get name(): string {
    return 'ConformanceError';
  }
}

/** The elements and shape of any operand. */
export function dense(value: unknown): Dense {
  const { type } = describe(value, 'conformance');
  if (isTensor(value)) return { shape: type.shape, elements: Array.from(value.toTypedArray()) };
  if (Array.isArray(value)) return { shape: type.shape, elements: value.flat(Number.POSITIVE_INFINITY).map(Number) };
  if (typeof value === 'object') return { shape: type.shape, elements: Array.from(value as Float64Array) };
  return { shape: [], elements: [Number(value)] };
}

/** Throws unless both hold the same bits; a NaN equals a NaN. */
export function sameBits(what: string, expected: Dense, got: Dense): void {
  if (String(expected.shape) !== String(got.shape)) {
    throw new ConformanceError(`${what}: expected shape [${expected.shape}], got [${got.shape}]`);
  }
  expected.elements.forEach((element, i) => {
    const other = got.elements[i];
    if (!Object.is(element, other)) {
      const sign = (x: number | undefined): string => (Object.is(x, -0) ? '-0' : String(x));
      throw new ConformanceError(`${what}: element ${i}: expected ${sign(element)}, got ${sign(other)}`);
    }
  });
}

/** Results one by one; a list of plain numbers is taken apart too if there are so many. */
function partsOf(result: unknown, count: number): unknown[] {
  const found = leaves(result);
  return found.length === count || !Array.isArray(result) ? found : result.flatMap((part) => leaves(part));
}

/** Throws unless a function gives the bits of the reference executor: called directly, and compiled, twice. */
export function agrees(api: Api, f: (...args: never[]) => unknown, args: readonly unknown[]): void {
  const traced = program(f as (...args: Operand[]) => unknown)(...(args as Operand[]));
  const inputs = args.flatMap((arg) => leaves(arg));
  if (traced.inputs.length !== inputs.length) throw new ConformanceError('a case must not close over tensors');
  traced.check();
  const expected = runReference(traced, inputs.map(dense));
  const compiled = api.compile(f) as (...args: unknown[]) => unknown;
  for (const [way, run] of [
    ['compiled', compiled],
    ['compiled again', compiled],
    ['called', f as (...args: unknown[]) => unknown],
  ] as const) {
    const results = partsOf(run(...args), expected.length);
    if (results.length !== expected.length)
      throw new ConformanceError(`${way}: expected ${expected.length} results, got ${results.length}`);
    results.forEach((result, i) => {
      const dtype = traced.outputs[i]?.type.dtype;
      const { type } = describe(result, 'conformance');
      if (isTensor(result) && type.dtype !== dtype)
        throw new ConformanceError(`${way}, result ${i}: expected ${dtype}, got ${type.dtype}`);
      const one = expected[i];
      if (one !== undefined) sameBits(`${way}, result ${i}`, one, dense(result));
    });
  }
}
