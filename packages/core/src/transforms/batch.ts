// A program with one more axis in front. One rule serves nearly every primitive, because a primitive works on its trailing
// axes: the same equation does the same for each point of the new axis.

import { recordIn } from '../primitive/record.ts';
import { broadcastAlong, broadcastPrimitive } from '../primitives/broadcast.ts';
import type { Atom, Program, Variable } from '../program/program.ts';
import type { Operand } from '../tensor/operand.ts';
import { type Captured, rename, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';

/** A value, and whether it has the new axis, in front. */
export interface MaybeBatched {
  readonly value: Captured;
  readonly batched: boolean;
}

/** The same with the value in the trace. */
export interface Batched {
  readonly value: Traced;
  readonly batched: boolean;
}

/** A value with the new axis in front, repeated if it had none. */
export function inFront(trace: Trace, { value, batched }: Batched, size: number): Traced {
  if (batched) return value;
  if (value.atom.kind === 'literal' || value.shape.length === 0) {
    return recordIn(trace, broadcastPrimitive, { axes: [-1], sizes: [size] }, [value]);
  }
  return broadcastAlong(value, [-value.shape.length - 1], [size]) as Traced;
}

/** Replays a program with an axis of the given size in front of every value that depends on a batched input. */
export function replayBatched(
  trace: Trace,
  program: Program,
  values: readonly MaybeBatched[],
  size: number,
): Batched[] {
  const known = new Map<Variable, Batched>();
  program.inputs.forEach((input, i) => {
    const given = values[i] as MaybeBatched;
    known.set(input, { value: new Traced(trace, trace.atom(given.value)), batched: given.batched });
  });
  const find = (atom: Atom): Batched =>
    (atom.kind === 'variable' ? known.get(atom) : undefined) ?? { value: new Traced(trace, atom), batched: false };
  for (const { primitive, params, inputs, outputs } of program.equations) {
    const found = inputs.map(find);
    const batched = found.some((one) => one.batched);
    if (batched && primitive.batch !== undefined) {
      const mapped = primitive.batch(
        found.map(({ value }) => value),
        found.map((one) => one.batched),
        size,
        params,
      );
      outputs.forEach((output, i) => {
        const value = asTraced(trace, mapped.results[i] as number);
        rename(value, output.name);
        known.set(output, { value, batched: mapped.batched[i] as boolean });
      });
      continue;
    }
    const operands = batched
      ? found.map((one) => (one.value.atom.kind === 'literal' ? one.value : inFront(trace, one, size)))
      : found.map(({ value }) => value);
    const results = trace.record(primitive, params, operands);
    outputs.forEach((output, i) => {
      const value = results[i] as Traced;
      rename(value, output.name);
      known.set(output, { value, batched });
    });
  }
  return program.outputs.map(find);
}

function asTraced(trace: Trace, value: Operand): Traced {
  return value instanceof Traced ? value : trace.literal(Number(value));
}
