// scan: a loop whose length does not change the size of the program.

import { ArgumentError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { traceOf } from '../primitive/record.ts';
import { convert } from '../primitives/convert.ts';
import { mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { type ArrayType, sameShape, showShape, showType, sizeAt } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import {
  type AnyFunction,
  callable,
  flattenArguments,
  incoming,
  type TracedFunction,
  traceFunction,
} from '../transforms/function.ts';
import type { Arg, Mapped, Same } from '../transforms/types.ts';
import { formOf, inOrderOf, type Leaf, type Structure, unflatten } from '../tree/tree.ts';
import { recordLoop } from './scan-primitive.ts';

/** Options of {@link scan}. */
export interface ScanOptions {
  /** Number of iterations; must be given without xs. Default: the size of the first axis of xs. */
  readonly length?: number;
  /** Go through xs from the end; results keep their places. Default: false. */
  readonly reverse?: boolean;
}

/** The type of {@link scan} of either package. */
export interface Scan {
  <C, X, Y, I extends Arg<C>>(
    step: (carry: C, x: X) => readonly [Arg<C>, Y],
    init: I,
    xs: Mapped<X> | Arg<Mapped<X>>,
    options?: ScanOptions,
  ): [carry: Same<I>, ys: Mapped<Y>];
  <C, Y, I extends Arg<C>>(
    step: (carry: C) => readonly [Arg<C>, Y],
    init: I,
    xs: null,
    options: ScanOptions & { readonly length: number },
  ): [carry: Same<I>, ys: Mapped<Y>];
}

interface Slices {
  readonly structure: Structure | undefined;
  readonly leaves: readonly Leaf[];
}

/** How many iterations there are. */
function lengthOf({ leaves }: Slices, { length }: ScanOptions): number {
  let found = length;
  let from = 'the option length';
  for (const leaf of leaves) {
    const { shape } = incoming(leaf).type;
    if (shape.length === 0) throw new ShapeError(`scan: ${leaf.path}: expected an array to go through, got one number`);
    const n = sizeAt(shape, 0);
    if (found !== undefined && n !== found) {
      throw new ShapeError(`scan: ${from} says ${found} iterations, ${leaf.path} has ${n} along axis 0`);
    }
    found = n;
    from = leaf.path;
  }
  if (found === undefined || !Number.isInteger(found) || found < 0) {
    throw new ArgumentError(
      `scan: expected xs to go through, or { length } as a whole number, got ${String(found ?? 'neither')}`,
    );
  }
  return found;
}

interface Step {
  readonly traced: TracedFunction;
  /** Types of the carry; plain numbers have become what the step makes of them. */
  readonly types: readonly ArrayType[];
  readonly results: Structure;
}

function noResult(): ArgumentError {
  return new ArgumentError('scan: the step must return [carry, y]; write [carry, {}] where there is no y');
}

/** Splits what a step returns, and checks the form of the carry. */
function partsOf({ structure }: TracedFunction, carry: Structure): Structure {
  const parts = structure.kind === 'tuple' ? structure.parts : [];
  const [next, results] = parts;
  if (parts.length !== 2 || next === undefined || results === undefined) {
    throw noResult();
  }
  if (inOrderOf(carry, next, []) === undefined) {
    throw new ArgumentError(
      `scan: init is ${formOf(carry)}, but the step returns ${formOf(next)} as the carry; return the same form, ` +
        'as in { u, v } for both, or stack([u, v]) for one array',
    );
  }
  return results;
}

/** Traces the step until the types of the carry that it takes and gives are the same. */
function traceStep(step: AnyFunction, init: readonly Leaf[], carry: Structure, slices: Slices): Step {
  let types = init.map((leaf) => incoming(leaf).type);
  for (let attempt = 0; ; attempt++) {
    const own = types;
    const inputs = [
      ...own.map((type, i) => ({ type, kind: undefined, name: init[i]?.name })),
      ...slices.leaves.map((leaf) => {
        const { type, name } = incoming(leaf);
        return { type: { ...type, shape: type.shape.slice(1) }, kind: undefined, name };
      }),
    ];
    const parts = slices.structure === undefined ? [carry] : [carry, slices.structure];
    const outgoing: ArrayType[] = [];
    const traced = traceFunction(
      ((...args: never[]) => {
        const result = step(...args);
        if (!Array.isArray(result) || result.length !== 2) return result;
        if (result[1] === null || result[1] === undefined) throw noResult();
        const next = flattenArguments([result[0]]);
        const leaves = inOrderOf({ kind: 'tuple', parts: [carry] }, next.structure, next.leaves);
        if (leaves === undefined) return result;
        const converted = leaves.map((leaf, i) => {
          const type = own[i];
          const { type: found } = incoming(leaf);
          outgoing[i] = found;
          const fits =
            type !== undefined && sameShape(type.shape, found.shape) && (found.weak || type.dtype === found.dtype);
          if (!fits || type === undefined || (found.dtype === type.dtype && found.weak === type.weak))
            return leaf.value;
          return leaf.value instanceof Traced ? convert(leaf.value, type) : leaf.value;
        });
        return [unflatten(carry, converted), result[1]];
      }) as AnyFunction,
      { kind: 'tuple', parts },
      inputs,
    );
    const results = partsOf(traced, carry);
    const wrong = own.findIndex((type, i) => {
      const found = outgoing[i];
      return (
        found !== undefined &&
        !(
          sameShape(type.shape, found.shape) &&
          (found.weak || (type.dtype === found.dtype && type.weak === found.weak))
        )
      );
    });
    if (wrong < 0) return { traced, types: own, results };
    const [type, found] = [own[wrong] as ArrayType, outgoing[wrong] as ArrayType];
    if (!sameShape(type.shape, found.shape) || (!type.weak && type.dtype !== found.dtype) || attempt > own.length) {
      const at = init[wrong]?.path.replace('argument 0', 'carry');
      throw new ShapeError(
        `scan: ${at}: init is ${showType(type)}, but the step returns ${showType(found)}; ` +
          (sameShape(type.shape, found.shape)
            ? `convert one of them with astype(…, '${found.dtype}')`
            : `begin with that shape, as in zeros(${showShape(found.shape)})`),
      );
    }
    types = own.map((one, i) =>
      i === wrong || (one.weak && outgoing[i]?.weak === false) ? { ...(outgoing[i] ?? one) } : one,
    );
  }
}

function scanTraced(step: AnyFunction, init: unknown, xs: unknown, options: ScanOptions): unknown {
  const start = flattenArguments([init]);
  const carry = start.structure.kind === 'tuple' ? (start.structure.parts[0] as Structure) : start.structure;
  const given = xs === null ? undefined : flattenArguments([xs]);
  const form = given?.structure;
  const slices: Slices = {
    structure: form?.kind === 'tuple' ? form.parts[0] : undefined,
    leaves: (given?.leaves ?? []).map((leaf) => ({ ...leaf, path: leaf.path.replace('argument 0', 'xs') })),
  };
  const length = lengthOf(slices, options);
  const { traced, types, results } = traceStep(step, start.leaves, carry, slices);
  const { program, captures } = traced;
  const all = [...start.leaves, ...slices.leaves];
  const trace: Trace = traceOf('scan', [
    ...all.map(({ value }) => value as Operand),
    ...(captures as readonly unknown[] as Operand[]),
  ]);
  const lifted = start.leaves.map(({ value, path }, i) => {
    const one = lift(trace, value, path);
    const type = types[i] as ArrayType;
    if (one.atom.kind === 'literal') return trace.literal(one.atom.value, type.weak ? undefined : type.dtype);
    return one.dtype === type.dtype && one.type.weak === type.weak ? one : convert(one, type);
  });
  const loop = recordLoop(trace, {
    body: program,
    operands: {
      constants: captures.map((value) => new Traced(trace, trace.atom(value))),
      carry: lifted,
      slices: slices.leaves.map(({ value, path }) => lift(trace, value, path)),
    },
    length,
    reverse: options.reverse ?? false,
  });
  const kinds = start.leaves.map((leaf) => incoming(leaf).kind);
  return [
    unflatten(
      carry,
      loop.carry.map((value, i) => new Traced(trace, value.atom, kinds[i])),
    ),
    unflatten(results, loop.results),
  ];
}

/** `scan` with the numbers computed on a backend. */
export function scanOn(backend: Backend): Scan {
  return ((step: AnyFunction, init: unknown, xs: unknown, options: ScanOptions = {}) => {
    mustBeFunction('scan', step);
    mustBeOptions('scan', options, ['length', 'reverse']);
    if (xs === undefined)
      throw new ArgumentError('scan: expected xs to go through; write null and { length } for none');
    if (xs === null) return callable(backend, (first: unknown) => scanTraced(step, first, null, options))(init);
    return callable(backend, (first: unknown, parts: unknown) => scanTraced(step, first, parts, options))(init, xs);
  }) as Scan;
}
