import { ArgumentError, ShapeError } from '../errors.ts';
import { indices } from '../primitive/define.ts';
import { record } from '../primitive/record.ts';
import { number } from '../program/params.ts';
import type { Params, Primitive } from '../program/primitive.ts';
import { showGiven } from '../shape/checks.ts';
import { rowMajorStrides, type Shape, showShape, sizeAt } from '../shape/shape.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { onArray } from './apply.ts';
import { sliceAlong } from './slice.ts';

function axisOf(operand: Shape, params: Params): number {
  return operand.length + number(params, 'axis');
}

/** The operand between `before` and `after` zeros along `axis`, counted from the end, with `between` zeros from one element to the next. */
export const padPrimitive: Primitive = {
  name: 'pad',
  types: ([operand], params) => {
    const shape = operand.shape;
    const padded = (n: number): number =>
      number(params, 'before') + n + Math.max(0, n - 1) * number(params, 'between') + number(params, 'after');
    return [
      {
        shape: shape.map((n, axis) => (axis === axisOf(shape, params) ? padded(n) : n)),
        dtype: operand.dtype,
        weak: false,
      },
    ];
  },
  derivative: {
    kind: 'linear',
    transposes: [
      {
        name: 'slice the part back',
        apply: (upstream, _operands, params, operand) => {
          const axis = number(params, 'axis');
          const start = number(params, 'before');
          const step = 1 + number(params, 'between');
          const n = sizeAt(operand.shape, axis);
          return sliceAlong(upstream, axis, start, n === 0 ? start : start + (n - 1) * step + 1, step);
        },
      },
    ],
  },
  lowering: {
    kind: 'parts',
    fill: true,
    parts: ([operand], params) => [
      operand.map((_, axis) =>
        axis === axisOf(operand, params)
          ? { scale: 1 + number(params, 'between'), offset: number(params, 'before') }
          : { scale: 1, offset: 0 },
      ),
    ],
  },
  evaluate: ([operand], params, [result]) => {
    const axis = axisOf(operand.shape, params);
    const before = number(params, 'before');
    const step = 1 + number(params, 'between');
    const strides = rowMajorStrides(operand.shape);
    return [
      indices(result.shape).map((index) => {
        const i = ((index[axis] as number) - before) / step;
        if (!Number.isInteger(i) || i < 0 || i >= (operand.shape[axis] as number)) return 0;
        return operand.elements[
          index.reduce((at, j, k) => at + (k === axis ? i : j) * (strides[k] as number), 0)
        ] as number;
      }),
    ];
  },
};

/** So many before, so many after. */
type Pair = readonly [before: number, after: number];

function isPair(pair: unknown): pair is Pair {
  return Array.isArray(pair) && pair.length === 2 && pair.every((n) => typeof n === 'number');
}

/** The pairs that widths stand for; one alone is for all axes. */
function pairsOf(widths: number | Pair | readonly Pair[]): readonly Pair[] {
  const pairs: unknown = typeof widths === 'number' ? [[widths, widths]] : isPair(widths) ? [widths] : widths;
  if (!Array.isArray(pairs) || !pairs.every(isPair)) {
    throw new ArgumentError(
      `pad: expected widths as a number, a pair [before, after], or one pair for each axis, got ${showGiven(widths)} of another form`,
    );
  }
  const wrong = pairs.find((pair) => !pair.every((n) => Number.isInteger(n) && n >= 0));
  if (wrong === undefined) return pairs;
  throw new ArgumentError(
    `pad: expected whole numbers, none negative, got [${wrong.join(', ')}]; slice(x, …) cuts off`,
  );
}

/**
 * The operand with zeros around it. As in NumPy, `widths` has an entry [before, after] for each axis, or is one such pair
 * for all, or one number for all sides.
 * Throws an {@link ArgumentError} for widths that are negative or fractions, a {@link ShapeError} for another number of
 * pairs than axes.
 */
export function pad(x: Operand, widths: number | Pair | readonly Pair[]): Tensor {
  const given = pairsOf(widths);
  return onArray('pad', x, (operand) => {
    const { shape } = operand;
    const pairs = given.length === 1 ? shape.map(() => given[0] as Pair) : given;
    if (pairs.length !== shape.length) {
      throw new ShapeError(`pad: expected ${shape.length} pairs for shape ${showShape(shape)}, got ${pairs.length}`);
    }
    let result: Operand = operand;
    pairs.forEach(([before, after], axis) => {
      if (before === 0 && after === 0) return;
      result = record(padPrimitive, { axis: axis - shape.length, before, after, between: 0 }, [result]);
    });
    return result;
  });
}
