// The operands and results of an equation that loops, by their roles. Its params are `body`, the counts `constants`,
// `carry`, and `length`, and `reverse` (0 or 1).
//
//   operands    constants…  carry…  slices, stacked along axis 0…
//   body        constants…  carry…  a slice of each…   →   carry…  results…
//   results     carry after the last iteration…  results, stacked…  the carry before each iteration, stacked…

import { BackendError } from '../errors.ts';
import { number, programParam } from './params.ts';
import type { Atom, Equation, Variable } from './program.ts';

interface Fed {
  readonly operand: Atom;
  /** The body's input. */
  readonly input: Variable;
}

interface Carried extends Fed {
  readonly result: Variable;
  /** Its value before each iteration. */
  readonly history: Variable;
}

export interface ScanParts {
  readonly constants: readonly Fed[];
  readonly carry: readonly Carried[];
  readonly slices: readonly Fed[];
  /** Stacked results. */
  readonly results: readonly Variable[];
  readonly count: number;
  readonly reverse: boolean;
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new BackendError(`a scan has no part ${index}`);
  return found;
}

export function scanParts({ params, inputs, outputs }: Equation): ScanParts {
  const body = programParam(params, 'body');
  const constants = number(params, 'constants');
  const carry = number(params, 'carry');
  const results = body.outputs.length - carry;
  const fed = inputs.map((operand, i): Fed => ({ operand, input: at(body.inputs, i) }));
  return {
    constants: fed.slice(0, constants),
    carry: fed.slice(constants, constants + carry).map((one, i) => ({
      ...one,
      result: at(outputs, i),
      history: at(outputs, carry + results + i),
    })),
    slices: fed.slice(constants + carry),
    results: outputs.slice(carry, carry + results),
    count: number(params, 'length'),
    reverse: number(params, 'reverse') === 1,
  };
}
