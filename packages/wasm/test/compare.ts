// Runs a plan on the backend and beside the slow evaluation, and says where they first differ in a bit.

import type { Backend, Input, Output, Plan, TypedArray } from '@chainrule/core/backend';
import { evaluate } from './evaluate.ts';

export function elementsOf(output: Output): ArrayLike<number> {
  if (typeof output === 'number') return [output];
  return 'backend' in output ? output.read() : output;
}

/** The first difference as a sentence, or undefined. A NaN equals a NaN, +0 and −0 differ. */
export function difference(
  plan: Plan,
  outputs: readonly Output[],
  inputs: readonly (number | TypedArray)[],
): string | undefined {
  const expected = evaluate(plan, inputs);
  for (const [o, elements] of expected.entries()) {
    const output = outputs[o];
    if (output === undefined) return `output ${o} is missing`;
    const found = elementsOf(output);
    if (found.length !== elements.length) return `output ${o} has ${found.length} elements, not ${elements.length}`;
    for (const [i, element] of elements.entries()) {
      if (element !== undefined && !Object.is(element, found[i])) {
        return `output ${o}, element ${i}: expected ${element}, got ${found[i]}`;
      }
    }
  }
  return undefined;
}

/** Runs a plan once and compares. */
export function check(backend: Backend, plan: Plan, inputs: readonly (number | TypedArray)[]): string | undefined {
  return difference(plan, backend.prepare(plan).run(inputs as readonly Input[]), inputs);
}
