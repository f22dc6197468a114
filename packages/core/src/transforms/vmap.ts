// vmap: program → program with one more axis in front, wherever the user has it.

import { ArgumentError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { moveAxis } from '../primitives/transpose.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { showShape } from '../shape/shape.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { countLeaves, type Leaf, type Structure, unflatten } from '../tree/tree.ts';
import { type Batched, inFront, replayBatched } from './batch.ts';
import { type AnyFunction, callable, flattenArguments, incoming, traceFunction, traceOf } from './function.ts';
import type { Batch, Mapped } from './types.ts';

/** An axis for every leaf below: a number, `null` for "not mapped", or a tree of these. */
export type Axes = number | null | readonly Axes[] | { readonly [key: string]: Axes };

/** Options of {@link vmap}. */
export interface VmapOptions {
  /** The mapped axis of each argument: one for all of them, or a list with one entry per argument. Default: 0. */
  readonly inAxes?: Axes;
  /** Where the mapped axis goes: one place for all results, or a tree of them; `null` for a result that does not change with it. Default: 0. */
  readonly outAxes?: Axes;
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
    return structure.parts.flatMap((part, i) => {
      const own: Axes | undefined = axes[i];
      if (own === undefined) throw misfit(`${path}[${i}]`, 'an axis or null', 'undefined');
      return axesOfLeaves(part, own, `${path}[${i}]`);
    });
  }
  if (structure.kind === 'object' && !Array.isArray(axes)) {
    const keyed = axes as { readonly [key: string]: Axes };
    return structure.parts.flatMap((part, i) => {
      const key = structure.keys[i] as string;
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

/** A result with the mapped axis in its place, or without it. */
function placeOut(trace: Trace, result: Batched, place: number | null, size: number): Traced {
  if (place === null) {
    if (!result.batched) return result.value;
    throw new ArgumentError(
      'vmap: outAxes: null is for a result that is the same for all, but this one changes with a mapped argument',
    );
  }
  const value = inFront(trace, result, size);
  const rank = value.shape.length;
  if (!Number.isInteger(place) || place < -rank || place >= rank) {
    throw new ShapeError(`vmap: outAxes ${place} is not an axis of a result of shape ${showShape(value.shape)}`);
  }
  return moveAxis(value, rank, 0, place < 0 ? place + rank : place) as Traced;
}

/** `vmap` with the numbers computed on a backend. */
export function vmapOn(backend: Backend): Vmap {
  return ((f: AnyFunction, options: VmapOptions = {}) => {
    mustBeFunction('vmap', f);
    mustBeOptions('vmap', options, ['inAxes', 'outAxes']);
    const { inAxes = 0, outAxes = 0 } = options;
    return callable(backend, (...args: unknown[]) => {
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
      const places = axesOfLeaves(traced.structure, outAxes, 'outAxes');
      const results = replayBatched(trace, traced.program, [...captured, ...values], size).map((result, i) =>
        placeOut(trace, result, places[i] ?? null, size),
      );
      return unflatten(traced.structure, results);
    });
  }) as Vmap;
}
