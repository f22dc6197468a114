// vjp: reverse mode. An upstream gradient of the result in, downstream gradients of the arguments out.

import { ArgumentError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { traceOf as traceOfOperands } from '../primitive/record.ts';
import { constantOf } from '../primitives/zeros.ts';
import type { MaybeZero } from '../program/primitive.ts';
import type { Variable } from '../program/program.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { Traced } from '../trace/traced.ts';
import { formOf, leavesLike, unflatten } from '../tree/tree.ts';
import { isFloat } from './dependents.ts';
import { type AnyFunction, callable, flattenArguments, incoming, partOf, traceFunction, traceOf } from './function.ts';
import { splitAux } from './has-aux.ts';
import { derivativeLike } from './jvp.ts';
import { replay } from './replay.ts';
import { instantiate, reverse } from './reverse.ts';
import type { Args, Gradient, Known } from './types.ts';

/** The downstream gradients: a list like the arguments. */
type Downstream<P extends readonly unknown[]> = { -readonly [K in keyof P]: Gradient<P[K]> };

/** The type of {@link vjp} of either package. */
export interface Vjp {
  <P extends readonly unknown[], R>(
    f: (...args: P) => R,
    options?: { readonly hasAux?: false },
  ): <Q extends Args<P>>(args: Q, upstream: Args<readonly [R]>[0]) => [value: Known<R>, downstream: Downstream<Q>];
  <P extends readonly unknown[], R, X>(
    f: (...args: P) => readonly [R, X],
    options: { readonly hasAux: true },
  ): <Q extends Args<P>>(
    args: Q,
    upstream: Args<readonly [R]>[0],
  ) => [value: Known<R>, downstream: Downstream<Q>, aux: Known<X>];
}

/** The value of a function of traced values, and the downstream gradient of each leaf of its arguments. */
export function downstreamsOf(
  transform: string,
  f: AnyFunction,
  args: readonly unknown[],
  upstream: unknown,
  hasAux = false,
): { readonly value: unknown; readonly downstreams: Traced[]; readonly aux: unknown } {
  const { structure, leaves } = flattenArguments(args);
  const traced = traceFunction(f, structure, leaves.map(incoming));
  const { program, captures, outputs } = traced;
  const split = splitAux(transform, traced.structure, hasAux);
  const given = leavesLike(split.value, upstream, 'upstream');
  if (given === undefined) {
    const form = partOf(flattenArguments([upstream]).structure, 0);
    throw new ArgumentError(
      `${transform}: expected an upstream gradient in the form of the result, ${formOf(split.value)}, got ${formOf(form)}`,
    );
  }
  const trace = traceOf([...leaves, ...given], captures) ?? traceOfOperands(transform, []);
  const values = [...captures, ...leaves.map(({ value, path }) => lift(trace, value, path))];
  const lookUp = replay(trace, program, values);
  const results = program.outputs.map(lookUp);
  const upstreams = results.map((result, i): MaybeZero => {
    const leaf = given[i];
    if (leaf === undefined || !isFloat(result.atom)) return undefined;
    return derivativeLike(trace, transform, leaf, result);
  });
  const variables = program.inputs.slice(captures.length);
  const downstreams = reverse(trace, program, lookUp, variables, upstreams).map((downstream, i) => {
    const { type } = variables[i] as Variable;
    const leaf = leaves[i];
    const float = type.dtype === 'f64' || type.dtype === 'f32';
    const { atom } = float ? instantiate(trace, downstream, type) : constantOf(trace, 0, { ...type, dtype: 'f64' });
    return new Traced(trace, atom, float && leaf ? incoming(leaf).kind : undefined);
  });
  const all = results.map((result, i) => new Traced(trace, result.atom, outputs[i]?.kind));
  return {
    value: unflatten(split.value, all),
    downstreams,
    aux: split.aux && unflatten(split.aux, all.slice(split.count)),
  };
}

/** `vjp` with the numbers computed on a backend. */
export function vjpOn(backend: Backend): Vjp {
  return ((f: AnyFunction, options: { readonly hasAux?: boolean } = {}) => {
    mustBeFunction('vjp', f);
    mustBeOptions('vjp', options, ['hasAux']);
    const { hasAux = false } = options;
    return (args: readonly unknown[], upstream: unknown) => {
      if (!Array.isArray(args)) {
        throw new ArgumentError('vjp: expected a list of arguments and an upstream gradient, as in vjp(f)([x, y], 1)');
      }
      const count = args.length;
      // The arguments one by one: a list of plain numbers would be taken for one array.
      const run = callable(backend, (...all: unknown[]) => {
        const own = all.slice(0, count);
        const { value, downstreams, aux } = downstreamsOf('vjp', f, own, all[count], hasAux);
        const downstream = unflatten(flattenArguments(own).structure, downstreams);
        return hasAux ? [value, downstream, aux] : [value, downstream];
      });
      return run(...args, upstream);
    };
  }) as Vjp;
}
