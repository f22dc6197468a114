// grad and valueAndGrad: program → program, by reverse mode.

import { DTypeError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { traceOf as traceOfOperands } from '../primitive/record.ts';
import { constantOf } from '../primitives/zeros.ts';
import type { Variable } from '../program/program.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { showType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';
import { unflatten } from '../tree/tree.ts';

import { type Argnums, select } from './argnums.ts';
import {
  type AnyFunction,
  callable,
  flattenArguments,
  incoming,
  type TracedFunction,
  traceFunction,
  traceOf,
} from './function.ts';
import { splitAux } from './has-aux.ts';
import { replay } from './replay.ts';
import { instantiate, reverse } from './reverse.ts';
import type { Arg, Args, Gradient, GradientAt, Known } from './types.ts';

/** A function of arguments whose first one is differentiated: it returns one number. */
export type Objective<A, R extends readonly unknown[]> = (first: A, ...rest: R) => Operand;

/** What `grad` returns. The second signature is what another transform sees. */
export interface GradOf<A, R extends readonly unknown[]> {
  <B extends Arg<A>>(first: B, ...rest: Args<R>): Gradient<B>;
  (first: A, ...rest: R): Gradient<A>;
}

/** What `valueAndGrad` returns. The second signature is what another transform sees. */
export interface ValueAndGradOf<A, R extends readonly unknown[]> {
  <B extends Arg<A>>(first: B, ...rest: Args<R>): [value: number, gradient: Gradient<B>];
  (first: A, ...rest: R): [value: number, gradient: Gradient<A>];
}

/** Options of {@link grad} and {@link valueAndGrad}. */
export interface GradOptions {
  /** The arguments to differentiate by: one position, or several for a tuple of gradients. Default: 0. */
  readonly argnums?: Argnums;
  /** The function returns [value, more], and what is more is given back beside the gradient. Default: false. */
  readonly hasAux?: boolean;
}

/** The type of {@link grad} of either package. */
export interface Grad {
  <A, R extends readonly unknown[]>(f: Objective<A, R>): GradOf<A, R>;
  <P extends readonly unknown[], const N extends Argnums = 0>(
    f: (...args: P) => Operand,
    options: { readonly argnums?: N; readonly hasAux?: false },
  ): <Q extends Args<P>>(...args: Q) => GradientAt<Q, N>;
  <P extends readonly unknown[], X, const N extends Argnums = 0>(
    f: (...args: P) => readonly [Operand, X],
    options: { readonly argnums?: N; readonly hasAux: true },
  ): <Q extends Args<P>>(...args: Q) => [gradient: GradientAt<Q, N>, aux: Known<X>];
}

/** The type of {@link valueAndGrad} of either package. */
export interface ValueAndGrad {
  <A, R extends readonly unknown[]>(f: Objective<A, R>): ValueAndGradOf<A, R>;
  <P extends readonly unknown[], const N extends Argnums = 0>(
    f: (...args: P) => Operand,
    options: { readonly argnums?: N; readonly hasAux?: false },
  ): <Q extends Args<P>>(...args: Q) => [value: number, gradient: GradientAt<Q, N>];
  <P extends readonly unknown[], X, const N extends Argnums = 0>(
    f: (...args: P) => readonly [Operand, X],
    options: { readonly argnums?: N; readonly hasAux: true },
  ): <Q extends Args<P>>(...args: Q) => [result: [value: number, aux: Known<X>], gradient: GradientAt<Q, N>];
}

const hint = 'Return one number: sum(…) or mean(…) the result, or write vmap(grad(f)) for one gradient per element';

/** Throws unless a traced function gives one floating-point number. */
export function mustBeScalar(transform: string, { structure, outputs }: TracedFunction, hasAux = false): void {
  const { value: form } = splitAux(transform, structure, hasAux);
  const output = outputs[0];
  if (form.kind !== 'leaf' || output === undefined) {
    throw new ShapeError(
      `${transform}: the function must return one number, got ${form.kind === 'tuple' ? 'a tuple' : 'an object'}. ${hint}`,
    );
  }
  if (output.type.shape.length !== 0) {
    throw new ShapeError(`${transform}: the function must return one number, got ${showType(output.type)}. ${hint}`);
  }
  if (output.type.dtype === 'bool' || output.type.dtype === 'i32') {
    throw new DTypeError(
      `${transform}: the function must return f64 or f32, got ${output.type.dtype}, which has no gradient`,
    );
  }
}

interface Differentiated {
  readonly value: Traced;
  readonly gradient: unknown;
  readonly aux: unknown;
}

/** Value and gradient as traced values, the gradient in the form and kinds of the arguments. */
function differentiate(
  transform: string,
  f: AnyFunction,
  args: readonly unknown[],
  { argnums, hasAux = false }: GradOptions,
): Differentiated {
  const given = flattenArguments(args);
  const { structure, leaves } = given;
  const by = select(transform, given, argnums);
  const traced = traceFunction(f, structure, leaves.map(incoming));
  mustBeScalar(transform, traced, hasAux);
  const { program, captures, outputs } = traced;
  const trace = traceOf(leaves, captures) ?? traceOfOperands(transform, []);
  const values = [...captures, ...leaves.map(({ value, path }) => lift(trace, value, path))];
  const lookUp = replay(trace, program, values);
  const variables = by.leaves.map((leaf) => program.inputs[captures.length + leaf] as Variable);
  const output = program.outputs[0];
  const upstream = output && constantOf(trace, 1, output.type);
  const gradients = reverse(trace, program, lookUp, variables, [upstream]).map((gradient, i) => {
    const leaf = leaves[by.leaves[i] as number];
    const { atom } = instantiate(trace, gradient, (variables[i] as Variable).type);
    return new Traced(trace, atom, leaf && incoming(leaf).kind);
  });
  const results = program.outputs.map((one, i) => new Traced(trace, lookUp(one).atom, outputs[i]?.kind));
  const { aux } = splitAux(transform, traced.structure, hasAux);
  return {
    value: new Traced(trace, (results[0] as Traced).atom, 'number'),
    gradient: by.assemble(gradients),
    aux: aux && unflatten(aux, results.slice(1)),
  };
}

/** `grad` with the numbers computed on a backend. */
export function gradOn(backend: Backend): Grad {
  return ((f: AnyFunction, options: GradOptions = {}) => {
    mustBeFunction('grad', f);
    mustBeOptions('grad', options, ['argnums', 'hasAux']);
    return callable(backend, (...args: unknown[]) => {
      const { gradient, aux } = differentiate('grad', f, args, options);
      return options.hasAux ? [gradient, aux] : gradient;
    });
  }) as Grad;
}

/** `valueAndGrad` with the numbers computed on a backend. */
export function valueAndGradOn(backend: Backend): ValueAndGrad {
  return ((f: AnyFunction, options: GradOptions = {}) => {
    mustBeFunction('valueAndGrad', f);
    mustBeOptions('valueAndGrad', options, ['argnums', 'hasAux']);
    return callable(backend, (...args: unknown[]) => {
      const { value, gradient, aux } = differentiate('valueAndGrad', f, args, options);
      return [options.hasAux ? [value, aux] : value, gradient];
    });
  }) as ValueAndGrad;
}
