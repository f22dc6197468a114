// grad and valueAndGrad: program → program, by reverse mode.

import { ArgumentError, DTypeError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { showType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';
import { type Leaf, unflatten } from '../tree/tree.ts';
import {
  type AnyFunction,
  callable,
  flattenArguments,
  incoming,
  type TracedFunction,
  traceFunction,
  traceOf,
} from './function.ts';
import { replay } from './replay.ts';
import { reverse } from './reverse.ts';
import type { Arg, Gradient } from './types.ts';

/** A function of arguments whose first one is differentiated: it returns one number. */
export type Objective<A, R extends readonly unknown[]> = (first: A, ...rest: R) => Operand;

/** What `grad` returns. The second signature is what another transform sees. */
export interface GradOf<A, R extends readonly unknown[]> {
  <B extends Arg<A>>(first: B, ...rest: { [K in keyof R]: Arg<R[K]> }): Gradient<B>;
  (first: A, ...rest: R): Gradient<A>;
}

/** What `valueAndGrad` returns. The second signature is what another transform sees. */
export interface ValueAndGradOf<A, R extends readonly unknown[]> {
  <B extends Arg<A>>(first: B, ...rest: { [K in keyof R]: Arg<R[K]> }): [value: number, gradient: Gradient<B>];
  (first: A, ...rest: R): [value: number, gradient: Gradient<A>];
}

/** The type of {@link grad} of either package. */
export type Grad = <A, R extends readonly unknown[]>(f: Objective<A, R>) => GradOf<A, R>;

/** The type of {@link valueAndGrad} of either package. */
export type ValueAndGrad = <A, R extends readonly unknown[]>(f: Objective<A, R>) => ValueAndGradOf<A, R>;

/** Throws unless the leaves can be differentiated by. */
export function mustBeDifferentiable(transform: string, leaves: readonly Leaf[]): void {
  if (leaves.length === 0) throw new ArgumentError(`${transform}: argument 0 holds no number to differentiate by`);
  for (const leaf of leaves) {
    const { type } = incoming(leaf);
    if (type.dtype === 'bool') {
      throw new DTypeError(
        `${transform}: ${leaf.path}: expected f64 or f32 to differentiate by, got ${showType(type)}`,
      );
    }
  }
}

/** Throws unless a traced function gives one floating-point number. */
export function mustBeScalar(transform: string, { structure, outputs }: TracedFunction): void {
  const [output] = outputs;
  const hint = 'Return one number: sum(…) or mean(…) the result, or write vmap(grad(f)) for one gradient per element';
  if (structure.kind !== 'leaf' || output === undefined) {
    throw new ShapeError(
      `${transform}: the function must return one number, got ${structure.kind === 'tuple' ? 'a tuple' : 'an object'}. ${hint}`,
    );
  }
  if (output.type.shape.length !== 0) {
    throw new ShapeError(`${transform}: the function must return one number, got ${showType(output.type)}. ${hint}`);
  }
  if (output.type.dtype === 'bool') {
    throw new DTypeError(`${transform}: the function must return f64 or f32, got bool, which has no gradient`);
  }
}

/** Value and gradient as traced values, the gradient in the form and kinds of the first argument. */
function differentiate(
  transform: string,
  f: AnyFunction,
  args: readonly unknown[],
): { value: Traced; gradient: unknown } {
  const { structure, leaves, first } = flattenArguments(args);
  const by = leaves.slice(0, first);
  mustBeDifferentiable(transform, by);
  const traced = traceFunction(f, structure, leaves.map(incoming));
  mustBeScalar(transform, traced);
  const trace = traceOf(leaves, traced.captures);
  if (trace === undefined) throw new ArgumentError(`${transform} was reached without a traced value`);
  const { program, captures } = traced;
  const values = [...captures, ...leaves.map(({ value, path }) => lift(trace, value, path))];
  const lookUp = replay(trace, program, values);
  const variables = program.inputs.slice(captures.length, captures.length + first);
  const gradients = reverse(trace, program, lookUp, variables).map((gradient, i) => {
    const leaf = by[i];
    return new Traced(trace, gradient.atom, leaf && incoming(leaf).kind);
  });
  const [output] = program.outputs;
  if (output === undefined) throw new ArgumentError(`${transform}: the function returned nothing`);
  const form = structure.kind === 'tuple' ? structure.parts[0] : undefined;
  return {
    value: new Traced(trace, lookUp(output).atom, 'number'),
    gradient: form === undefined ? gradients[0] : unflatten(form, gradients),
  };
}

/** `grad` with the numbers computed on a backend. */
export function gradOn(backend: Backend): Grad {
  return ((f: AnyFunction) =>
    callable(backend, (...args: unknown[]) => differentiate('grad', f, args).gradient)) as Grad;
}

/** `valueAndGrad` with the numbers computed on a backend. */
export function valueAndGradOn(backend: Backend): ValueAndGrad {
  return ((f: AnyFunction) =>
    callable(backend, (...args: unknown[]) => {
      const { value, gradient } = differentiate('valueAndGrad', f, args);
      return [value, gradient];
    })) as ValueAndGrad;
}
