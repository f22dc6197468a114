// The grid of lines that contours and arrows are drawn from.

import type { Line } from './points.ts';

/** A rectangle of the (a, b) plane. */
export interface Window {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
}

/** Grid points in row-major order: b runs over rows, a along each row. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly a: Float64Array<ArrayBuffer>;
  readonly b: Float64Array<ArrayBuffer>;
}

function spread([from, to]: readonly [number, number], index: number, count: number): number {
  return from + ((to - from) * index) / (count - 1);
}

/** `columns` × `rows` points that span the window, its edges included; each count at least 2. */
export function grid(window: Window, columns: number, rows: number): Grid {
  const a = new Float64Array(columns * rows);
  const b = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      a[row * columns + column] = spread(window.a, column, columns);
      b[row * columns + column] = spread(window.b, row, rows);
    }
  }
  return { columns, rows, a, b };
}

export function contains(window: Window, { a, b }: Line): boolean {
  return a >= window.a[0] && a <= window.a[1] && b >= window.b[0] && b <= window.b[1];
}
