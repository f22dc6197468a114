// The readable form of a tensor on a console.

import type { DType } from '../shape/dtype.ts';
import { type Shape, showType, sizeAt } from '../shape/shape.ts';

const edge = 3;
const longest = 2 * edge + 2;

/** `f64[2, 2] [[1, 2], [3, 4]]`; long axes show their first and last three. */
export function showArray(elements: ArrayLike<number>, shape: Shape, dtype: DType): string {
  const text = (element: number): string =>
    dtype === 'bool' ? String(element !== 0) : Object.is(element, -0) ? '-0' : String(element);
  const build = (axis: number, start: number, length: number): string => {
    if (axis === shape.length) return text(elements[start] as number);
    const n = sizeAt(shape, axis);
    const step = n === 0 ? 0 : length / n;
    const row = (i: number): string => build(axis + 1, start + i * step, step);
    const rows =
      n <= longest
        ? Array.from({ length: n }, (_, i) => row(i))
        : [...[0, 1, 2].map(row), '…', ...[n - edge, n - edge + 1, n - edge + 2].map(row)];
    return `[${rows.join(', ')}]`;
  };
  return `${showType({ dtype, shape })} ${build(0, 0, elements.length)}`;
}
