// Random programs that are well-typed whatever the random numbers say: a recipe is a list of steps, each of which picks an
// operation and operands among the values made so far, and finds from their shapes how to fit them together. The operations
// come from the package under test, so that the wasm backend's tests run the same programs.

import fc from 'fast-check';
import type * as core from '../../src/index.ts';
import type { Operand, Tensor } from '../../src/index.ts';

type Package = typeof core;

/** Three whole numbers: which operation, on what, and with what. */
type Step = readonly [operation: number, left: number, right: number];

export interface Recipe {
  readonly steps: readonly Step[];
  readonly shape: readonly number[];
  readonly other: readonly number[];
  readonly dtype: 'f64' | 'f32';
  readonly seed: number;
}

type Operation = (cr: Package, x: Tensor, y: Tensor, indices: Tensor, pick: number) => Operand;

/** Larger arrays than this do not grow any more. */
const largest = 300;

const axisOf = ({ shape }: Tensor, pick: number): number => pick % shape.length;

/** For arrays with at least one axis; a number stays as it is. */
const ofArrays =
  (operation: Operation): Operation =>
  (cr, x, y, indices, pick) =>
    x.shape.length === 0 ? x : operation(cr, x, y, indices, pick);

/** For operations that make arrays larger. */
const growing =
  (operation: Operation): Operation =>
  (cr, x, y, indices, pick) =>
    x.size > largest || x.shape.length > 3 ? x : operation(cr, x, y, indices, pick);

/** The second operand in a shape that broadcasts against the first. */
function fitted(cr: Package, x: Tensor, y: Tensor): Operand {
  const fits = y.shape.every((n, k) => n === 1 || n === (x.shape[x.shape.length - y.shape.length + k] ?? 0));
  return y.shape.length <= x.shape.length && fits ? y : cr.tanh(cr.sum(y) as Operand);
}

/** Every operation keeps its numbers in bounds, and is smooth or has the same derivative in both modes. */
const operations: readonly Operation[] = [
  (cr, x) => cr.neg(x),
  (cr, x) => cr.sin(x),
  (cr, x) => cr.tanh(x),
  (cr, x) => cr.exp(cr.neg(cr.square(x) as Operand) as Operand),
  (cr, x) => cr.sigmoid(x),
  (cr, x) => cr.softplus(cr.sin(x)),
  (cr, x) => cr.atan(x),
  (cr, x) => cr.abs(x),
  (cr, x) => cr.relu(x),
  (cr, x) => cr.log(cr.add(cr.square(x), 0.5)),
  (cr, x) => cr.sqrt(cr.add(cr.abs(x), 0.25)),
  (cr, x) => cr.clip(x, -0.7, 0.8),
  (cr, x) => cr.mul(cr.stopGradient(x), 0.5),
  (cr, x) => cr.where(cr.greater(x, 0.1), cr.log(x), cr.cos(x)),
  (cr, x, y) => cr.add(x, fitted(cr, x, y)),
  (cr, x, y) => cr.sub(fitted(cr, x, y), x),
  (cr, x, y) => cr.mul(cr.tanh(x), fitted(cr, x, y)),
  (cr, x, y) => cr.div(x, cr.add(cr.square(fitted(cr, x, y)), 1)),
  (cr, x, y) => cr.maximum(x, fitted(cr, x, y)),
  (cr, x, y) => cr.where(cr.less(x, fitted(cr, x, y)), x, fitted(cr, x, y)),
  (cr, x) => cr.pow(cr.add(cr.abs(cr.sin(x)), 0.5), 1.5),
  (cr, x) => cr.add(cr.mul(x, -0), 0),
  (cr, x) => cr.mul(cr.sub(cr.neg(x), 0), 1),
  (cr, x) => cr.add(cr.round(x), 0),
  (cr, x) => cr.transpose(x),
  ofArrays((cr, x, _y, _i, pick) => cr.flip(x, { axis: axisOf(x, pick) })),
  (cr, x) => cr.reshape(x, [x.size]),
  (cr, x) => (x.size % 2 === 0 ? cr.reshape(x, [2, x.size / 2]) : cr.reshape(x, [1, x.size])),
  ofArrays((cr, x, _y, _i, pick) =>
    (x.shape[0] ?? 0) > 1 ? cr.slice(x, [1], [x.shape[0] ?? 0], [1 + (pick % 2)]) : x,
  ),
  ofArrays(growing((cr, x, _y, _i, pick) => cr.pad(x, [pick % 2, 1]))),
  growing((cr, x) => cr.expandDims(x, -1)),
  growing((cr, x) => cr.broadcastTo(x, [2, ...x.shape])),
  ofArrays(growing((cr, x, _y, _i, pick) => cr.concatenate([x, cr.sin(x)], { axis: axisOf(x, pick) }))),
  growing((cr, x) => cr.stack([cr.cos(x), x], { axis: -1 })),
  (cr, x) => cr.tanh(cr.sum(x) as Operand),
  ofArrays((cr, x, _y, _i, pick) => cr.tanh(cr.sum(x, { axis: axisOf(x, pick) }))),
  ofArrays((cr, x, _y, _i, pick) => cr.mean(x, { axis: axisOf(x, pick), keepDims: true })),
  ofArrays((cr, x, _y, _i, pick) => cr.max(x, { axis: axisOf(x, pick) })),
  ofArrays((cr, x, _y, _i, pick) => cr.variance(x, { axis: axisOf(x, pick) })),
  ofArrays((cr, x, _y, _i, pick) => cr.prod(cr.tanh(x), { axis: axisOf(x, pick) })),
  ofArrays((cr, x, _y, _i, pick) => cr.logSumExp(x, { axis: axisOf(x, pick) })),
  ofArrays((cr, x) => cr.softmax(x)),
  ofArrays((cr, x, _y, _i, pick) => cr.tanh(cr.cumsum(x, { axis: axisOf(x, pick) }))),
  ofArrays((cr, x, _y, _i, pick) => cr.sort(x, { axis: axisOf(x, pick) })),
  ofArrays((cr, x, y) =>
    cr.tanh(
      cr.matmul(
        x.shape.length === 1 ? cr.reshape(x, [1, x.size]) : x,
        cr.mul(cr.reshape(swapped(cr, x), transposedShape(x)), fitted(cr, cr.sum(x) as Tensor, y)),
      ),
    ),
  ),
  ofArrays((cr, x) => cr.tanh(cr.dot(cr.reshape(x, [x.size]), cr.reshape(cr.sin(x), [x.size])))),
  growing((cr, x, y) => (x.size * y.size > largest ? x : cr.outer(cr.tanh(x), cr.tanh(y)))),
  ofArrays((cr, x, _y, i, pick) => cr.take(x, inside(cr, i, x, axisOf(x, pick)), { axis: axisOf(x, pick) })),
  ofArrays((cr, x, _y, i) => cr.scatterAdd(x, inside(cr, i, x, 0), 0.5)),
  ofArrays((cr, x, y, i) => cr.scatterAdd(x, inside(cr, i, x, 0), cr.tanh(cr.sum(y) as Operand))),
  ofArrays((cr, x) => {
    const step = (h: Operand, row: Operand): readonly [Operand, Operand] => {
      const next: Operand = cr.tanh(cr.add(cr.mul(h, 0.5), row));
      return [next, cr.mul(next, row) as Operand];
    };
    const start = cr.zerosLike(cr.sum(x, { axis: 0 }) as Operand);
    const [carry, ys] = cr.scan(step as never, start as never, x as never) as unknown as readonly [Operand, Operand];
    return cr.add(ys, carry);
  }),
  ofArrays(
    (cr, x) =>
      cr.vmap((row: Operand) => cr.tanh(cr.sum(cr.mul(row, cr.cos(row)) as Operand)) as Operand)(x as never) as Operand,
  ),
  (cr, x) => cr.grad((t: Operand) => cr.sum(cr.mul(cr.sin(t), cr.mul(t, x)) as Operand))(x as never) as Operand,
  (cr, x) =>
    (
      cr.jvp((t: Operand) => cr.sin(t) as Operand)([x as never], [cr.cos(x) as never]) as readonly Operand[]
    )[1] as Operand,
  (cr, x) =>
    cr.customGradient(
      ((t: Operand) => cr.sin(t)) as (t: Operand) => Operand,
      ((upstream: Operand, value: Operand) => [cr.mul(upstream, value)]) as never,
    )(x as Operand),
];

function swapped(cr: Package, x: Tensor): Operand {
  const rank = x.shape.length;
  const order = x.shape.map((_, k) => k);
  return rank < 2 ? x : cr.transpose(x, [...order.slice(0, -2), rank - 1, rank - 2]);
}

function transposedShape({ shape, size }: Tensor): readonly number[] {
  return shape.length === 1 ? [size, 1] : [...shape.slice(0, -2), shape.at(-1) ?? 0, shape.at(-2) ?? 0];
}

/** Indices that exist along an axis, from both of its ends. */
function inside(cr: Package, indices: Tensor, x: Tensor, axis: number): Operand {
  const n = x.shape[axis] ?? 1;
  return cr.astype(cr.rem(indices, n), 'i32');
}

/** What a recipe makes of an array, another array and indices. */
export function follow(cr: Package, { steps }: Recipe): (x: Operand, y: Operand, indices: Operand) => Operand {
  return (x, y, indices) => {
    const values: Operand[] = [x, y];
    for (const [operation, left, right] of steps) {
      // Values of late are taken more often.
      const at = (pick: number): Tensor => values[Math.max(0, values.length - 1 - (pick % 4))] as Tensor;
      const apply = operations[operation % operations.length];
      if (apply !== undefined) values.push(apply(cr, at(left), at(right), indices as Tensor, left + right));
    }
    return cr.add(values.at(-1) ?? 0, cr.tanh(cr.sum(cr.mul(x, 0.3) as Operand) as Operand)) as Operand;
  };
}

/** Numbers in [−1.6, 1.6] from a seed, as plain arrays so that every package makes its own tensors of them. */
export function inputs(
  { shape, other, seed }: Recipe,
  batch: readonly number[] = [],
): {
  readonly shapes: readonly (readonly number[])[];
  readonly numbers: readonly number[][];
} {
  const shapes = [
    [...batch, ...shape],
    [...batch, ...other],
    [...batch, 4],
  ];
  const numbers = shapes.map((one, k) => {
    const size = one.reduce((product, n) => product * n, 1);
    return Array.from({ length: size }, (_, i) =>
      k === 2 ? ((seed + 7 * i) % 11) - 5 : 1.6 * Math.sin(12.9898 * (i + 1) + 78.233 * (seed + k)),
    );
  });
  return { shapes, numbers };
}

/** The inputs as tensors of a package. */
export function tensors(
  cr: Pick<Package, 'tensor'>,
  recipe: Recipe,
  batch: readonly number[] = [],
): [Tensor, Tensor, Tensor] {
  const { shapes, numbers } = inputs(recipe, batch);
  const dtypes = [recipe.dtype, recipe.dtype, 'i32'] as const;
  return numbers.map((one, k) => cr.tensor(one, { shape: shapes[k] ?? [], dtype: dtypes[k] ?? 'f64' })) as [
    Tensor,
    Tensor,
    Tensor,
  ];
}

const shapes = fc.constantFrom([], [1], [3], [5], [9], [2, 3], [3, 3], [4, 1], [2, 3, 2], [17], [1, 130]);

/** Recipes of up to so many steps. */
export function recipes(longest = 9, dtypes: readonly ('f64' | 'f32')[] = ['f64', 'f32']): fc.Arbitrary<Recipe> {
  return fc.record({
    steps: fc.array(fc.tuple(fc.nat(operations.length - 1), fc.nat(7), fc.nat(7)), {
      minLength: 1,
      maxLength: longest,
    }),
    shape: shapes,
    other: shapes,
    dtype: fc.constantFrom(...dtypes),
    seed: fc.nat(1000),
  });
}
