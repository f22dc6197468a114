// gradCheck: whether a function's gradient is what its values say. Reverse mode, forward mode and numeric derivatives are
// three ways to one number; where they differ, the report says where and by how much.

import { ArgumentError, TraceError } from '../errors.ts';
import type { Backend } from '../kernel/backend.ts';
import { permutation } from '../random/discrete.ts';
import { key } from '../random/key.ts';
import { mustBeCount, mustBeFunction, mustBeOptions } from '../shape/checks.ts';
import { type ArrayType, type Shape, sizeOf } from '../shape/shape.ts';
import { isTensor } from '../tensor/brand.ts';
import type { Operand } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';
import { type Argnums, select } from '../transforms/argnums.ts';
import { compileOn } from '../transforms/compile.ts';
import { type AnyFunction, flattenArguments, incoming, traceFunction } from '../transforms/function.ts';
import { gradOn, mustBeScalar } from '../transforms/grad.ts';
import { jvpOn } from '../transforms/jvp.ts';
import { tensorOn } from '../transforms/tensor.ts';
import type { Args } from '../transforms/types.ts';
import { type Leaf, unflatten } from '../tree/tree.ts';
import { numericDerivative } from './numeric-derivative.ts';

/** Options of {@link gradCheck}. */
export interface GradCheckOptions {
  /** The arguments to differentiate by: one position, or several. Default: 0. */
  readonly argnums?: Argnums;
  /** The largest error that is taken for rounding. Default: 1e-6. */
  readonly tolerance?: number;
  /** How many elements are checked; of more, a random choice. Default: 100. */
  readonly elements?: number;
  /** The seed of that choice, a whole number. Default: 0. */
  readonly seed?: number;
}

/** The partial derivative by one element, found in three ways. */
export interface GradCheckRow {
  /** Which element: `argument 0, .w[1][2]`. */
  readonly path: string;
  readonly reverse: number;
  readonly forward: number;
  readonly numeric: number;
  /** The largest difference between two of the three, divided by the largest of them if that is above 1; ∞ with a NaN. */
  readonly error: number;
}

/** What {@link gradCheck} reports. */
export interface GradCheckReport {
  /** No error is above the tolerance. */
  readonly ok: boolean;
  /** The element with the largest error; undefined if there was nothing to check. */
  readonly worst: GradCheckRow | undefined;
  /** How many elements were checked. */
  readonly checked: number;
}

/** The type of {@link gradCheck} of either package. */
export type GradCheck = <P extends readonly unknown[]>(
  f: (...args: P) => Operand,
  options?: GradCheckOptions,
) => (...args: Args<P>) => GradCheckReport;

/** One element of one leaf. */
interface Element {
  readonly leaf: number;
  readonly index: number;
}

function pathOf({ path }: Leaf, shape: Shape, index: number): string {
  let rest = index;
  let at = '';
  for (const n of shape.toReversed()) {
    at = `[${rest % n}]${at}`;
    rest = Math.floor(rest / n);
  }
  return at === '' || path.includes(', ') ? path + at : `${path}, ${at}`;
}

/** All elements of some leaves, or a random choice of them in their order. */
function chosen(leaves: readonly number[], sizes: readonly number[], limit: number, seed: number): Element[] {
  const all = leaves.flatMap((leaf, i) => Array.from({ length: sizes[i] as number }, (_, index) => ({ leaf, index })));
  if (all.length <= limit) return all;
  const order = permutation(key(seed), all.length).toTypedArray().slice(0, limit).sort();
  return Array.from(order, (i) => all[i] as Element);
}

function errorOf(...found: readonly number[]): number {
  const [low, high] = [Math.min(...found), Math.max(...found)];
  if (low === high) return 0;
  const error = (high - low) / Math.max(1, Math.abs(low), Math.abs(high));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}

/** The numbers of an operand in row-major order. */
function numbersOf(value: unknown): ArrayLike<number> {
  return isTensor(value) ? value.toTypedArray() : [Number(value)];
}

/** `gradCheck` with the numbers computed on a backend. */
export function gradCheckOn(backend: Backend): GradCheck {
  const place = tensorOn(backend);
  const check = (f: AnyFunction, options: GradCheckOptions, args: readonly unknown[]): GradCheckReport => {
    const { argnums = 0, tolerance = 1e-6, elements = 100, seed = 0 } = options;
    const given = flattenArguments(args);
    const { structure, leaves } = given;
    const traced = leaves.find(({ value }) => value instanceof Traced);
    if (traced !== undefined) {
      throw new TraceError(`gradCheck: ${traced.path}: expected known numbers, got a traced value; call it outside`);
    }
    const by = select('gradCheck', given, argnums).leaves;
    const types = leaves.map((leaf) => incoming(leaf).type);
    const floats = types.map(({ dtype }) => dtype === 'f64' || dtype === 'f32');
    const point = leaves.map(({ value }, i) =>
      floats[i] && typeof value !== 'number' ? place(value as Operand, { dtype: 'f64' }) : value,
    );
    const argumentsFrom = (values: readonly unknown[]): never[] => unflatten(structure, values) as never[];
    const form = flattenArguments(argumentsFrom(point));
    const once = traceFunction(f, structure, form.leaves.map(incoming));
    mustBeScalar('gradCheck', once);
    if (once.captures.some((value) => value instanceof Traced)) {
      throw new TraceError(
        'gradCheck: expected a function of known numbers, but it reads a traced value from outside; call it outside',
      );
    }
    const untyped = f as (...all: unknown[]) => Operand;
    const gradient: unknown = gradOn(backend)(untyped, { argnums })(...argumentsFrom(point));
    const gradients = flattenArguments(typeof argnums === 'number' ? [gradient] : (gradient as unknown[])).leaves;
    const reverse = new Map(by.map((leaf, i) => [leaf, numbersOf(gradients[i]?.value)]));
    const run = compileOn(backend)(f);
    const count = args.length;
    const push = compileOn(backend)((...all: unknown[]) => {
      const [, tangent] = jvpOn(backend)(f)(all.slice(0, count) as never, all.slice(count) as never);
      return tangent;
    });

    /** The arguments, or tangents, with another number at one element. */
    const withElement = (base: readonly unknown[], { leaf, index }: Element, number: number): unknown[] => {
      const old = base[leaf];
      if (!isTensor(old)) return base.with(leaf, number);
      const numbers = old.toTypedArray();
      numbers[index] = number;
      return base.with(leaf, place(numbers, { shape: old.shape }));
    };
    const still = point.map((value, i) =>
      !floats[i] ? value : isTensor(value) ? place(new Float64Array(value.size), { shape: value.shape }) : 0,
    );
    const distinct = [...new Set(by)];
    const sizes = distinct.map((leaf) => sizeOf((types[leaf] as ArrayType).shape));
    const rows = chosen(distinct, sizes, elements, seed).map((element): GradCheckRow => {
      const { leaf, index } = element;
      const tangent = push(...argumentsFrom(point), ...argumentsFrom(withElement(still, element, 1)));
      const value = (x: number): number => Number(numbersOf(run(...argumentsFrom(withElement(point, element, x))))[0]);
      const found = {
        reverse: reverse.get(leaf)?.[index] ?? Number.NaN,
        forward: Number(numbersOf(tangent)[0]),
        numeric: numericDerivative(value, Number(numbersOf(point[leaf])[index])),
      };
      return {
        path: pathOf(leaves[leaf] as Leaf, (types[leaf] as ArrayType).shape, index),
        ...found,
        error: errorOf(found.reverse, found.forward, found.numeric),
      };
    });
    const worst = rows.reduce<GradCheckRow | undefined>(
      (most, row) => (most === undefined || row.error > most.error ? row : most),
      undefined,
    );
    return { ok: worst === undefined || worst.error <= tolerance, worst, checked: rows.length };
  };
  return ((f: AnyFunction, options: GradCheckOptions = {}) => {
    mustBeFunction('gradCheck', f);
    mustBeOptions('gradCheck', options, ['argnums', 'tolerance', 'elements', 'seed']);
    const { tolerance = 1e-6, elements = 100 } = options;
    if (!(tolerance >= 0)) {
      throw new ArgumentError(`gradCheck: expected tolerance as a number, not negative, got ${tolerance}`);
    }
    mustBeCount('gradCheck', 'elements', elements, 1);
    return (...args: unknown[]) => check(f, options, args);
  }) as GradCheck;
}
