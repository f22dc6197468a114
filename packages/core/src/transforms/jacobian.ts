// jacobian, hessian and hvp: derivatives of results that are no single number, and of derivatives.

import { ArgumentError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { recordIn, traceOf } from '../primitive/record.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { equal } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { iotaIn } from '../primitives/iota.ts';
import { reshape, reshapePrimitive } from '../primitives/reshape.ts';
import { moveAxis } from '../primitives/transpose.ts';
import { constantOf } from '../primitives/zeros.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { type ArrayType, type Shape, sizeOf } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { type Leaf, unflatten } from '../tree/tree.ts';
import { type Argnums, select } from './argnums.ts';
import {
  type AnyFunction,
  callable,
  flattenArguments,
  incoming,
  inline,
  traceOf as innermostOf,
  traceFunction,
} from './function.ts';
import { gradOn, type Objective } from './grad.ts';
import { splitAux } from './has-aux.ts';
import { tangentsOf } from './jvp.ts';
import type { Arg, Args, Gradient, JacobianAt, Known } from './types.ts';
import { downstreamsOf } from './vjp.ts';
import { vmapOn } from './vmap.ts';

/** Options of {@link jacobian} and {@link hessian}. */
export interface JacobianOptions<N extends Argnums = Argnums> {
  /** The arguments to differentiate by: one position, or several for a tuple. Default: 0. */
  readonly argnums?: N;
  /**
   * `forward`: one pass for each number of the arguments; `reverse`: one for each number of the results. Default: the one
   * with fewer passes, forward if equal.
   */
  readonly mode?: 'forward' | 'reverse';
  /** The function returns [value, more], and what is more is given back beside the Jacobian. Default: false. */
  readonly hasAux?: boolean;
}

/** The type of {@link jacobian} of either package. */
export interface Jacobian {
  <P extends readonly unknown[], R, const N extends Argnums = 0>(
    f: (...args: P) => R,
    options?: JacobianOptions<N> & { readonly hasAux?: false },
  ): <Q extends Args<P>>(...args: Q) => JacobianAt<R, Q, N>;
  <P extends readonly unknown[], R, X, const N extends Argnums = 0>(
    f: (...args: P) => readonly [R, X],
    options: JacobianOptions<N> & { readonly hasAux: true },
  ): <Q extends Args<P>>(...args: Q) => [jacobian: JacobianAt<R, Q, N>, aux: Known<X>];
}

/** The type of {@link hessian} of either package. */
export interface Hessian {
  <P extends readonly unknown[], const N extends Argnums = 0>(
    f: (...args: P) => Operand,
    options?: { readonly argnums?: N; readonly hasAux?: false },
  ): <Q extends Args<P>>(...args: Q) => JacobianAt<JacobianAt<number, Q, N>, Q, N>;
  <P extends readonly unknown[], X, const N extends Argnums = 0>(
    f: (...args: P) => readonly [Operand, X],
    options: { readonly argnums?: N; readonly hasAux: true },
  ): <Q extends Args<P>>(...args: Q) => [hessian: JacobianAt<JacobianAt<number, Q, N>, Q, N>, aux: Known<X>];
}

/** The type of {@link hvp} of either package. */
export type Hvp = <A, R extends readonly unknown[]>(
  f: Objective<A, R>,
) => <B extends Arg<A>>(first: B, direction: Arg<A>, ...rest: Args<R>) => Gradient<B>;

/** All directions of an array: row i is the array with a 1 at element i. */
function directions(trace: Trace, { shape, dtype }: ArrayType): Tensor {
  const n = sizeOf(shape);
  const rows = broadcastAlong(iotaIn(trace, n), [-1], [n]);
  const columns = broadcastAlong(iotaIn(trace, n), [-2], [n]);
  return reshape(convert(equal(rows, columns), { dtype, weak: false }), [n, ...shape]);
}

function shaped(value: Operand, from: Shape, to: Shape): Traced {
  return recordIn(traceOf('jacobian', [value]), reshapePrimitive, { from, to }, [value]);
}

interface Parts {
  readonly backend: Backend;
  readonly trace: Trace;
  /** The function of the leaves that it is differentiated by, with a list of leaves as its result. */
  readonly f: (...by: Traced[]) => unknown[];
  readonly by: readonly Traced[];
  readonly outputs: readonly ArrayType[];
}

/** For each output and each leaf its block, of shape [output…, leaf…]: a column for each direction of the leaf. */
function columns({ backend, trace, f, by, outputs }: Parts): Traced[][] {
  const blocks = outputs.map((): Traced[] => []);
  by.forEach((leaf, k) => {
    const along = (direction: unknown): unknown => {
      const tangents = by.map((_, i) => (i === k ? direction : undefined));
      return tangentsOf('jacobian', f as AnyFunction, by, tangents).tangent;
    };
    const found = vmapOn(backend)(along)(directions(trace, leaf.type) as never) as unknown as Traced[];
    found.forEach((tangents, o) => {
      const { shape, dtype } = outputs[o] ?? leaf.type;
      if (dtype === 'i32' || dtype === 'bool') {
        const type: ArrayType = { shape: [...shape, ...leaf.shape], dtype: leaf.dtype, weak: leaf.type.weak };
        blocks[o]?.push(constantOf(trace, 0, type));
        return;
      }
      const last = moveAxis(tangents, shape.length + 1, 0, shape.length) as Traced;
      blocks[o]?.push(shaped(last, last.shape, [...shape, ...leaf.shape]));
    });
  });
  return blocks;
}

/** The same: a row for each direction of the output. */
function rows({ backend, trace, f, by, outputs }: Parts): Traced[][] {
  return outputs.map((output, o) => {
    const back = (direction: unknown): unknown => {
      const one = (...leaves: Traced[]): unknown => f(...leaves)[o];
      return downstreamsOf('jacobian', one as AnyFunction, by, direction).downstreams;
    };
    const found = vmapOn(backend)(back)(directions(trace, output) as never) as unknown as Traced[];
    return found.map((gradients, k) =>
      shaped(gradients, gradients.shape, [...output.shape, ...(by[k] as Traced).shape]),
    );
  });
}

/** `jacobian` with the numbers computed on a backend. */
export function jacobianOn(backend: Backend): Jacobian {
  return ((f: AnyFunction, options: JacobianOptions = {}) => {
    mustBeFunction('jacobian', f);
    mustBeOptions('jacobian', options, ['argnums', 'mode', 'hasAux']);
    const { argnums, mode, hasAux = false } = options;
    return callable(backend, (...args: unknown[]) => {
      if (mode !== undefined && mode !== 'forward' && mode !== 'reverse') {
        throw new ArgumentError(`jacobian: expected mode 'forward' or 'reverse', got ${JSON.stringify(mode)}`);
      }
      const given = flattenArguments(args);
      const { structure, leaves } = given;
      const selection = select('jacobian', given, argnums);
      const trial = traceFunction(f, structure, leaves.map(incoming));
      const split = splitAux('jacobian', trial.structure, hasAux);
      const outputs = trial.outputs.slice(0, split.count).map(({ type }) => type);
      const trace = traceOf(
        'jacobian',
        leaves.map(({ value }) => value as Operand),
      );
      const by = selection.leaves.map((index) => {
        const { value, path } = leaves[index] as Leaf;
        return lift(trace, value, path);
      });
      const ofLeaves = (...values: Traced[]): unknown[] => {
        const all = [...leaves];
        selection.leaves.forEach((leaf, i) => {
          all[leaf] = { ...(leaves[leaf] as Leaf), value: values[i] };
        });
        return inline(innermostOf(all, trial.captures) ?? trace, trial, all).slice(0, split.count);
      };
      const parts: Parts = { backend, trace, f: ofLeaves, by, outputs };
      const inputSize = by.reduce((size, leaf) => size + leaf.size, 0);
      const outputSize = outputs.reduce((size, { shape }) => size + sizeOf(shape), 0);
      const blocks =
        (mode ?? (inputSize <= outputSize ? 'forward' : 'reverse')) === 'forward' ? columns(parts) : rows(parts);
      const results = blocks.map((row, o) =>
        selection.assemble(
          row.map((block, k) => {
            const kind = block.shape.length === 0 && outputs[o]?.weak && by[k]?.type.weak ? 'number' : undefined;
            return new Traced(block.trace, block.atom, kind);
          }),
        ),
      );
      const jacobian = unflatten(split.value, results);
      if (split.aux === undefined) return jacobian;
      const inner = innermostOf(leaves, trial.captures) ?? trace;
      const more = inline(inner, trial, leaves).slice(split.count);
      const kinds = trial.outputs.slice(split.count).map(({ kind }) => kind);
      return [
        jacobian,
        unflatten(
          split.aux,
          more.map((value, i) => new Traced(inner, value.atom, kinds[i])),
        ),
      ];
    });
  }) as Jacobian;
}

/** `hessian` with the numbers computed on a backend. */
export function hessianOn(backend: Backend): Hessian {
  return ((f: AnyFunction, options: { readonly argnums?: Argnums; readonly hasAux?: boolean } = {}) => {
    mustBeFunction('hessian', f);
    mustBeOptions('hessian', options, ['argnums', 'hasAux']);
    const gradient = gradOn(backend)(f as never, options as never);
    return jacobianOn(backend)(gradient as never, { ...options, mode: 'forward' } as never);
  }) as unknown as Hessian;
}

/** `hvp` with the numbers computed on a backend. */
export function hvpOn(backend: Backend): Hvp {
  return ((f: AnyFunction) => {
    mustBeFunction('hvp', f);
    return callable(backend, (first: unknown, direction: unknown, ...rest: unknown[]) => {
      if (direction === undefined) {
        throw new ArgumentError('hvp: expected a direction in the form of the first argument, as in hvp(f)(x, v)');
      }
      const gradient = gradOn(backend)(f as Objective<unknown, unknown[]>);
      const still = rest.map(() => undefined);
      return tangentsOf('hvp', gradient as AnyFunction, [first, ...rest], [direction, ...still]).tangent;
    });
  }) as Hvp;
}
