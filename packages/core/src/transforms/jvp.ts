// jvp: forward mode. Tangents of the arguments in, the tangent of the result out.

import { ArgumentError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { traceOf as traceOfOperands } from '../primitive/record.ts';
import { convert } from '../primitives/convert.ts';
import type { MaybeZero } from '../program/primitive.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { sameShape, showType } from '../shape/shape.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { inOrderOf, type Leaf, leavesLike, unflatten } from '../tree/tree.ts';
import { isFloat } from './dependents.ts';
import { forward } from './forward.ts';
import { type AnyFunction, callable, flattenArguments, incoming, partOf, traceFunction, traceOf } from './function.ts';
import { splitAux } from './has-aux.ts';
import { instantiate } from './reverse.ts';
import type { Args, Known } from './types.ts';

/** The type of {@link jvp} of either package. */
export interface Jvp {
  <P extends readonly unknown[], R>(
    f: (...args: P) => R,
    options?: { readonly hasAux?: false },
  ): (args: Args<P>, tangents: Args<P>) => [value: Known<R>, tangent: Known<R>];
  <P extends readonly unknown[], R, X>(
    f: (...args: P) => readonly [R, X],
    options: { readonly hasAux: true },
  ): (args: Args<P>, tangents: Args<P>) => [value: Known<R>, tangent: Known<R>, aux: Known<X>];
}

/** A tangent or upstream gradient as a traced value of the type that it belongs to. */
export function derivativeLike(trace: Trace, what: string, { value, path }: Leaf, like: Traced): Traced {
  const given = lift(trace, value, path);
  if (!sameShape(given.shape, like.shape)) {
    throw new ShapeError(`${what}: ${path}: expected shape like ${showType(like.type)}, got ${showType(given.type)}`);
  }
  return given.dtype === like.dtype ? given : (convert(given, like.type) as Traced);
}

/** Throws unless two lists of arguments have the same form. */
function mustAgree(args: readonly unknown[], tangents: readonly unknown[]): void {
  if (Array.isArray(args) && Array.isArray(tangents)) {
    const { structure, leaves } = flattenArguments(tangents);
    if (inOrderOf(flattenArguments(args).structure, structure, leaves) !== undefined) return;
  }
  throw new ArgumentError(
    'jvp: expected a list of arguments and a list of tangents of the same form, as in jvp(f)([x, y], [dx, dy])',
  );
}

/** Values and tangents of a function of traced values; a tangent that is left out (undefined) is zero. */
export function tangentsOf(
  transform: string,
  f: AnyFunction,
  args: readonly unknown[],
  tangents: readonly unknown[],
  hasAux = false,
): { readonly value: unknown; readonly tangent: unknown; readonly aux: unknown } {
  const { structure, leaves, starts } = flattenArguments(args);
  const traced = traceFunction(f, structure, leaves.map(incoming));
  const { program, captures, outputs } = traced;
  const split = splitAux(transform, traced.structure, hasAux);
  const moving = new Map<number, Leaf>();
  tangents.forEach((one, i) => {
    if (one === undefined) return;
    const found = leavesLike(partOf(structure, i), one, `tangent of argument ${i}`);
    if (found === undefined) {
      throw new ArgumentError(`${transform}: the tangent of argument ${i} has another form than the argument`);
    }
    found.forEach((leaf, k) => {
      moving.set((starts[i] as number) + k, leaf);
    });
  });
  const trace = traceOf([...leaves, ...moving.values()], captures) ?? traceOfOperands(transform, []);
  const values = [...captures, ...leaves.map(({ value, path }) => lift(trace, value, path))];
  const directions = values.map((value, i): MaybeZero => {
    const leaf = moving.get(i - captures.length);
    if (leaf === undefined || !(value instanceof Traced) || !isFloat(value.atom)) return undefined;
    return derivativeLike(trace, transform, leaf, value);
  });
  const duals = forward(trace, program, values, directions);
  const kindOf = (i: number): Traced['kind'] => outputs[i]?.kind;
  const value = duals.map((dual, i) => new Traced(trace, dual.value.atom, kindOf(i)));
  const tangent = duals
    .slice(0, split.count)
    .map((dual, i) => new Traced(trace, instantiate(trace, dual.tangent, dual.value.type).atom, kindOf(i)));
  return {
    value: unflatten(split.value, value),
    tangent: unflatten(split.value, tangent),
    aux: split.aux && unflatten(split.aux, value.slice(split.count)),
  };
}

/** `jvp` with the numbers computed on a backend. */
export function jvpOn(backend: Backend): Jvp {
  return ((f: AnyFunction, options: { readonly hasAux?: boolean } = {}) => {
    mustBeFunction('jvp', f);
    mustBeOptions('jvp', options, ['hasAux']);
    const { hasAux = false } = options;
    return (args: readonly unknown[], tangents: readonly unknown[]) => {
      mustAgree(args, tangents);
      const count = args.length;
      // One list: a list of plain numbers would be taken for one array.
      const run = callable(backend, (...both: unknown[]) => {
        const { value, tangent, aux } = tangentsOf('jvp', f, both.slice(0, count), both.slice(count), hasAux);
        return hasAux ? [value, tangent, aux] : [value, tangent];
      });
      return run(...args, ...tangents);
    };
  }) as Jvp;
}
