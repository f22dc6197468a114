// What kernels and routines have in common: rows that move along outer axes.

import type { Binding } from '@chainrule/core/backend';
import { header } from '../emit/frame.ts';
import type { Image } from './image.ts';

/** A binding with the bytes of its elements. */
export interface Row {
  readonly binding: Binding;
  readonly bytes: number;
}

/** Offsets into the header, as in assembly/frame.ts. */
const outerAt = 8;
const bindingsAt = 20;
const axesAt = 24;

/** Room for a frame whose rows, and what stands behind them, take up to `bytes` in all; with its bindings and outer axes. */
export function takeFrame(image: Image, bytes: number, outer: readonly number[], rows: readonly Row[]): number {
  const frame = image.take(Math.max(bytes, header + 4 * rows.length));
  image.write(frame + outerAt, outer.length, rows.length);
  const bindings = image.take(8 * rows.length);
  image.point(frame + bindingsAt, bindings);
  rows.forEach(({ binding, bytes: width }, row) => {
    image.write(bindings + 8 * row, binding.slot, binding.offset * width);
  });
  const axisBytes = 8 + 4 * rows.length;
  const axes = image.take(axisBytes * outer.length);
  image.point(frame + axesAt, axes);
  outer.forEach((size, axis) => {
    // Negative strides wrap around, as addresses do.
    const strides = rows.map(({ binding, bytes: width }) => (binding.strides[axis] ?? 0) * width);
    image.write(axes + axis * axisBytes, size, 0, ...strides);
  });
  return frame;
}
