// vmap: program → program with one more axis in front. One rule serves every primitive, because a primitive works on
// its trailing axes.

import { ArgumentError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { recordIn } from '../primitive/record.ts';
import { broadcastAlong, broadcastPrimitive } from '../primitives/broadcast.ts';
import { moveAxis } from '../primitives/transpose.ts';
import type { Atom, Program, Variable } from '../program/program.ts';
import { showShape } from '../shape/shape.ts';
import { type Captured, rename, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { type Leaf, type Structure, unflatten } from '../tree/tree.ts';
import { type AnyFunction, callable, flattenArguments, incoming, traceFunction, traceOf } from './function.ts';
import type { Batch, Mapped } from './types.ts';

/** An axis for every leaf below: a number, `null` for "not mapped", or a tree of these. */
export type Axes = number | null | readonly Axes[] | { readonly [key: string]: Axes };

/** Options of {@link vmap}. */
export interface VmapOptions {
  /** The mapped axis of each argument: one for all of them, or a list with one entry per argument. Default: 0. */
  readonly inAxes?: Axes;
  /** Where the mapped axis goes in the results. Default: 0. */
  readonly outAxes?: number;
}

/** The type of {@link vmap} of either package. */
export type Vmap = <A extends readonly unknown[], R>(
  f: (...args: A) => R,
  options?: VmapOptions,
) => (...args: { [K in keyof A]: Batch<A[K]> }) => Mapped<R>;

/** One axis for each leaf, in order. */
function axesOfLeaves(structure: Structure, axes: Axes, path: string): (number | null)[] {
  if (axes === null || typeof axes === 'number') return new Array(countLeaves(structure)).fill(axes);
  if (structure.kind === 'tuple' && Array.isArray(axes) && axes.length === structure.parts.length) {
    return structure.parts.flatMap((part, i) => axesOfLeaves(part, axes[i] ?? null, `${path}[${i}]`));
  }
  if (structure.kind === 'object' && !Array.isArray(axes)) {
    const keyed = axes as { readonly [key: string]: Axes };
    return structure.parts.flatMap((part, i) => {
      const key = structure.keys[i] ?? '';
      const own = keyed[key];
      if (own === undefined) throw misfit(`${path}.${key}`, `an axis or null for '${key}'`, 'nothing');
      return axesOfLeaves(part, own, `${path}.${key}`);
    });
  }
  const expected =
    structure.kind === 'leaf'
      ? 'an axis or null'
      : structure.kind === 'tuple'
        ? `an axis, null, or a list of ${structure.parts.length}`
        : `an axis, null, or an object with ${structure.keys.join(', ')}`;
  throw misfit(path, expected, JSON.stringify(axes));
}

function misfit(path: string, expected: string, got: string): ArgumentError {
  return new ArgumentError(`vmap: ${path}: expected ${expected}, got ${got}`);
}

function countLeaves(structure: Structure): number {
  return structure.kind === 'leaf' ? 1 : structure.parts.reduce((count, part) => count + countLeaves(part), 0);
}

/** The axis counted from 0, or null. */
function mappedAxis({ value, path }: Leaf, axis: number | null): number | null {
  if (axis === null) return null;
  const { type } = incoming({ value, path, name: undefined });
  const rank = type.shape.length;
  if (Number.isInteger(axis) && axis >= -rank && axis < rank) return axis < 0 ? axis + rank : axis;
  const hint =
    rank === 0 ? 'a single number cannot be mapped over; write null for it in inAxes' : 'choose another axis in inAxes';
  throw new ShapeError(`vmap: ${path}: axis ${axis} is not an axis of shape ${showShape(type.shape)}; ${hint}`);
}

/** The size that all mapped axes share. */
function batchSize(leaves: readonly Leaf[], axes: readonly (number | null)[]): number {
  let size: number | undefined;
  let from = '';
  leaves.forEach((leaf, i) => {
    const axis = axes[i];
    if (axis === null || axis === undefined) return;
    const n = incoming(leaf).type.shape[axis];
    if (size !== undefined && n !== size) {
      throw new ShapeError(
        `vmap: mapped axes differ in size: ${from} has ${size}, ${leaf.path} has ${n}; expected equal sizes`,
      );
    }
    size = n;
    from = leaf.path;
  });
  if (size === undefined)
    throw new ArgumentError('vmap: inAxes maps over no argument; give at least one of them an axis');
  return size;
}

/** Replays a program with a batch axis in front of every value that depends on a mapped input. */
function replayBatched(
  trace: Trace,
  program: Program,
  values: readonly { readonly value: Captured; readonly batched: boolean }[],
  size: number,
): Traced[] {
  const known = new Map<Variable, { readonly value: Traced; readonly batched: boolean }>();
  program.inputs.forEach((input, i) => {
    const given = values[i];
    if (given === undefined) return;
    known.set(input, { value: new Traced(trace, trace.atom(given.value)), batched: given.batched });
  });
  const find = (atom: Atom): { readonly value: Traced; readonly batched: boolean } =>
    (atom.kind === 'variable' ? known.get(atom) : undefined) ?? { value: new Traced(trace, atom), batched: false };
  const inFront = (atom: Atom): Traced => {
    const { value, batched } = find(atom);
    if (batched || atom.kind === 'literal') return value;
    return broadcastAlong(value, [-value.shape.length - 1], [size]) as Traced;
  };
  for (const { primitive, params, inputs, outputs } of program.equations) {
    const batched = inputs.some((input) => find(input).batched);
    const operands = inputs.map((input) => (batched ? inFront(input) : find(input).value));
    const results = trace.record(primitive, params, operands);
    outputs.forEach((output, i) => {
      const value = results[i];
      if (value === undefined) return;
      rename(value, output.name);
      known.set(output, { value, batched });
    });
  }
  return program.outputs.map((output) =>
    output.kind === 'literal'
      ? recordIn(trace, broadcastPrimitive, { axes: [-1], sizes: [size] }, [new Traced(trace, output)])
      : inFront(output),
  );
}

/** `vmap` with the numbers computed on a backend. */
export function vmapOn(backend: Backend): Vmap {
  return ((f: AnyFunction, { inAxes = 0, outAxes = 0 }: VmapOptions = {}) =>
    callable(backend, (...args: unknown[]) => {
      const { structure, leaves } = flattenArguments(args);
      const axes = axesOfLeaves(structure, inAxes, 'inAxes').map((axis, i) => {
        const leaf = leaves[i];
        return leaf === undefined ? null : mappedAxis(leaf, axis);
      });
      const size = batchSize(leaves, axes);
      const inputs = leaves.map((leaf, i) => {
        const { type, kind, name } = incoming(leaf);
        const axis = axes[i];
        if (axis === null || axis === undefined) return { type, kind, name };
        return { type: { ...type, shape: type.shape.filter((_, k) => k !== axis) }, kind: undefined, name };
      });
      const traced = traceFunction(f, structure, inputs);
      const trace = traceOf(leaves, traced.captures);
      if (trace === undefined) throw new ArgumentError('vmap was reached without a traced value');
      const values = leaves.map(({ value, path }, i) => {
        const lifted = lift(trace, value, path);
        const axis = axes[i];
        if (axis === null || axis === undefined) return { value: lifted, batched: false };
        return { value: moveAxis(lifted, lifted.shape.length, axis, 0) as Traced, batched: true };
      });
      const captured = traced.captures.map((value) => ({ value, batched: false }));
      const results = replayBatched(trace, traced.program, [...captured, ...values], size).map((result) => {
        const rank = result.shape.length;
        if (!Number.isInteger(outAxes) || outAxes < -rank || outAxes >= rank) {
          throw new ShapeError(
            `vmap: outAxes ${outAxes} is not an axis of a result of shape ${showShape(result.shape)}`,
          );
        }
        return moveAxis(result, rank, 0, outAxes < 0 ? outAxes + rank : outAxes);
      });
      return unflatten(traced.structure, results);
    })) as Vmap;
}
