// What all optimisers share: a step takes parameters, gradient and state, and gives new ones of the same form, kinds,
// shapes and dtypes. It is a function of trees without a state of its own, traced or not, so that a whole step of training
// compiles as one program, or runs in a scan.

import { ArgumentError, DTypeError, ShapeError } from '../errors.ts';
import { describe } from '../execute/lift.ts';
import { zerosLike } from '../functions/like.ts';
import { add } from '../primitives/add.ts';
import { onArrays } from '../primitives/apply.ts';
import { convert } from '../primitives/convert.ts';
import { mustBeOptions, showGiven } from '../shape/checks.ts';
import { sameShape, showType } from '../shape/shape.ts';
import { isTensor } from '../tensor/brand.ts';
import type { Operand } from '../tensor/operand.ts';
import { Traced } from '../trace/traced.ts';
import type { Gradient } from '../transforms/types.ts';
import { flatten, isOperand, type Leaf, leavesLike, type Structure, unflatten } from '../tree/tree.ts';
import type { Schedule } from './schedules.ts';

/** A tree with an operand in place of each leaf. */
export type Operands<P> = P extends Operand ? Operand : { [K in keyof P]: Operands<P[K]> };

/** What an optimiser remembers: the number of steps done, and trees like the parameters, under the names of `K`. */
export type OptimiserState<P, K extends string> = { readonly step: number } & { readonly [name in K]: P };

/** An optimiser that remembers trees like the parameters under the names of `K`. */
export interface Optimiser<K extends string = never> {
  /**
   * The state before the first step: step 0, and zeros.
   * Throws a {@link DTypeError} for parameters of i32 or bool.
   */
  readonly init: <P>(parameters: P) => OptimiserState<P, K>;
  /**
   * One step: new parameters and the new state, of the same form, kinds, shapes and dtypes.
   * Throws an {@link ArgumentError} where forms differ, a {@link ShapeError} where the gradient’s shapes do, a
   * {@link DTypeError} for parameters of i32 or bool.
   */
  readonly update: <P>(
    parameters: P,
    gradient: Operands<P> | Gradient<P>,
    state: OptimiserState<P, K>,
  ) => [parameters: P, state: OptimiserState<P, K>];
}

/** Options of every optimiser. */
export interface RateOptions {
  /** How far a step goes: a number, not negative, a schedule, or a traced number. */
  readonly learningRate?: Operand | Schedule;
}

/** A new value in the type and kind of an old one, from it and from operands. Numbers that change with the step are among these. */
type Renew = (old: Operand, operands: readonly Operand[], f: (...values: Operand[]) => Operand) => Operand;

interface Step<K extends string> {
  readonly renew: Renew;
  /** The learning rate of this step. */
  readonly rate: Operand;
  /** The number of this step; the first one is 1. */
  readonly count: Operand;
  readonly parameter: Operand;
  readonly gradient: Operand;
  readonly memory: { readonly [name in K]: Operand };
}

/** How one leaf is renewed. */
type Rule<K extends string> = (step: Step<K>) => {
  readonly parameter: Operand;
  readonly memory: { readonly [name in K]: Operand };
};

/** The value in the kind of what it replaces. */
function inKindOf(old: Operand, value: Operand): Operand {
  if (value instanceof Traced) return old instanceof Traced ? new Traced(value.trace, value.atom, old.kind) : value;
  if (typeof old === 'object' && isTensor(value) && !isTensor(old)) {
    return Array.isArray(old) ? (value.toArray() as Operand) : value.toTypedArray();
  }
  return value;
}

function renewing(operation: string): Renew {
  return (old, operands, f) => {
    const value = onArrays<Operand>(operation, [old, ...operands], ([own, ...rest]) => {
      const result = f(own as Operand, ...rest);
      if (!(own instanceof Traced && result instanceof Traced)) return result;
      const { dtype, weak } = own.type;
      return result.dtype === dtype && result.type.weak === weak ? result : convert(result, { dtype, weak });
    });
    return inKindOf(old, value);
  };
}

interface Flat {
  readonly structure: Structure;
  readonly leaves: readonly Leaf[];
}

function flattened(tree: unknown, path: string): Flat {
  const leaves: Leaf[] = [];
  return { structure: flatten(tree, path, leaves), leaves };
}

/** The leaves of the parameters. Throws for one that cannot be trained. */
function trainable(operation: string, parameters: unknown): Flat {
  const flat = flattened(parameters, `${operation}: parameters`);
  for (const { value, path } of flat.leaves) {
    const { type } = describe(value, path);
    if (type.dtype === 'f64' || type.dtype === 'f32') continue;
    throw new DTypeError(
      `${path}: expected f64 or f32 to be trained, got ${showType(type)}; keep what is not trained outside the parameters`,
    );
  }
  return flat;
}

/** The leaves of a tree of the form and shapes of the parameters. */
function alike(operation: string, what: string, tree: unknown, parameters: Flat): readonly Leaf[] {
  const leaves = leavesLike(parameters.structure, tree, `${operation}: ${what}`);
  if (leaves === undefined) {
    throw new ArgumentError(
      `${operation}: ${what} has another form than the parameters; expected the same keys and lengths`,
    );
  }
  leaves.forEach(({ value, path }, i) => {
    const { type } = describe(value, path);
    const own = describe(parameters.leaves[i]?.value, '').type;
    if (sameShape(type.shape, own.shape)) return;
    throw new ShapeError(`${path}: expected the shape of the parameter, ${showType(own)}, got ${showType(type)}`);
  });
  return leaves;
}

function mustBeRate(operation: string, rate: unknown): void {
  const known = typeof rate === 'number' ? rate >= 0 : typeof rate === 'function' || isOperand(rate, operation);
  if (known && typeof rate !== 'boolean') return;
  throw new ArgumentError(
    `${operation}: expected learningRate as a number, not negative, or a schedule, got ${showGiven(rate)}`,
  );
}

/** Throws an ArgumentError for options beside the learning rate and those named. */
export function mustBeOptimiserOptions(operation: string, options: object, names: readonly string[]): void {
  mustBeOptions(operation, options, ['learningRate', ...names]);
}

/** An optimiser from the rule for one leaf. */
export function optimiser<K extends string>(
  operation: string,
  learningRate: Operand | Schedule,
  names: readonly K[],
  rule: Rule<K>,
): Optimiser<K> {
  mustBeRate(operation, learningRate);
  const renew = renewing(operation);
  const remember = (step: unknown, trees: readonly unknown[]): Record<string, unknown> =>
    Object.fromEntries([['step', step], ...names.map((name, k) => [name, trees[k]])]);
  const untyped = {
    init: (parameters: unknown) => {
      const { structure, leaves } = trainable(operation, parameters);
      const zeros = (): unknown =>
        unflatten(
          structure,
          leaves.map(({ value }) => inKindOf(value as Operand, zerosLike(value as Operand))),
        );
      return remember(0, names.map(zeros));
    },
    update: (parameters: unknown, gradient: unknown, state: Record<string, unknown>) => {
      if (typeof state !== 'object' || state === null) {
        throw new ArgumentError(
          `${operation}: expected the state that init or the last update gave, got ${showGiven(state)}`,
        );
      }
      const own = trainable(operation, parameters);
      const gradients = alike(operation, 'the gradient', gradient, own);
      const memories = names.map((name) => alike(operation, `${name} of the state`, state[name], own));
      const step = state.step as Operand;
      const count = add(step, 1) as Operand;
      const rate = typeof learningRate === 'function' ? learningRate(step) : learningRate;
      const next = own.leaves.map(({ value }, i) =>
        rule({
          renew,
          rate,
          count,
          parameter: value as Operand,
          gradient: gradients[i]?.value as Operand,
          memory: Object.fromEntries(names.map((name, k) => [name, memories[k]?.[i]?.value])) as Record<K, Operand>,
        }),
      );
      const tree = (values: readonly Operand[]): unknown => unflatten(own.structure, values);
      return [
        tree(next.map((one) => one.parameter)),
        remember(
          inKindOf(step, count),
          names.map((name) => tree(next.map((one) => one.memory[name]))),
        ),
      ];
    },
  };
  return untyped as unknown as Optimiser<K>;
}

/** Throws an ArgumentError for an option that is not from 0 to below `bound`. */
export function mustBeFrom0(operation: string, name: string, value: number, bound: number): void {
  if (typeof value === 'number' && value >= 0 && value < bound) return;
  const range = bound === 1 ? 'a number from 0 to below 1' : 'a finite number, not negative';
  throw new ArgumentError(`${operation}: expected ${name} as ${range}, got ${showGiven(value)}`);
}
