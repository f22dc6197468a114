// What the rules of a loop share: its operands, body inputs and results by their roles. program/scan.ts says what these are.

import { convert } from '../primitives/convert.ts';
import { number } from '../program/params.ts';
import type { MaybeZero, Params } from '../program/primitive.ts';
import type { Program } from '../program/program.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { dependents, isFloat } from '../transforms/dependents.ts';
import { instantiate } from '../transforms/reverse.ts';

/** A list of operands, body inputs or the like, by their roles. */
export interface Roles<T> {
  readonly constants: readonly T[];
  readonly carry: readonly T[];
  readonly slices: readonly T[];
}

export function roles<T>(list: readonly T[], params: Params): Roles<T> {
  const constants = number(params, 'constants');
  const carry = number(params, 'carry');
  return {
    constants: list.slice(0, constants),
    carry: list.slice(constants, constants + carry),
    slices: list.slice(constants + carry),
  };
}

export function all<T>({ constants, carry, slices }: Roles<T>): T[] {
  return [...constants, ...carry, ...slices];
}

/** Those of a list for which the other list says true. */
export function chosen<T>(list: readonly T[], flags: readonly boolean[]): T[] {
  return list.filter((_, i) => flags[i]);
}

export function stacked({ shape, dtype }: ArrayType, length: number): ArrayType {
  return { shape: [length, ...shape], dtype, weak: false };
}

/** A value of exactly this type. */
export function as(trace: Trace, value: MaybeZero, type: ArrayType): Operand {
  const found = instantiate(trace, value, type);
  if (found.atom.kind === 'literal') return found;
  return found.type.dtype === type.dtype && found.type.weak === type.weak ? found : convert(found, type);
}

/** Takes parts of a list off its front, one after the other. */
export function taker<T>(list: readonly T[]): (count: number) => T[] {
  let next = 0;
  return (count) => {
    next += count;
    return list.slice(next - count, next);
  };
}

/** One entry of the list for each flag that is set, in order; undefined for the others. */
export function spread<T>(list: readonly T[], flags: readonly boolean[]): (T | undefined)[] {
  let next = 0;
  return flags.map((flag) => (flag ? list[next++] : undefined));
}

/** Which of the body's inputs have derivatives, if those of the flagged operands have: a carry also if an iteration gives it one. */
export function moving(body: Program, flags: readonly boolean[], params: Params): Roles<boolean> {
  const inputs = body.inputs;
  let current = roles(
    inputs.map((input, i) => (flags[i] as boolean) && isFloat(input)),
    params,
  );
  for (;;) {
    const reached = dependents(body, chosen(inputs, all(current)));
    const carry = current.carry.map((flag, i) => {
      const output = body.outputs[i];
      return flag || (output?.kind === 'variable' && reached.has(output));
    });
    if (carry.every((flag, i) => flag === current.carry[i])) return current;
    current = { ...current, carry };
  }
}

/** A loop to be recorded. */
export interface Loop {
  readonly body: Program;
  readonly operands: Roles<Operand>;
  readonly length: number;
  readonly reverse: boolean;
}

/** What a loop gives. */
export interface LoopResults {
  readonly carry: readonly Traced[];
  readonly results: readonly Traced[];
  readonly history: readonly Traced[];
}

/** Records a loop in a trace. */
export type RecordLoop = (trace: Trace, loop: Loop) => LoopResults;
