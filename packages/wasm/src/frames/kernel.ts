// The frame of a kernel call.

import { type Binding, type DType, dtypes, type KernelCall, summation } from '@chainrule/core/backend';
import { frameShape } from '../emit/frame.ts';
import { groupOf } from '../emit/kernel.ts';
import type { Image } from './image.ts';
import { dtypeNumbers, kinds, opNumbers } from './numbers.ts';
import { type Row, takeFrame } from './rows.ts';

/** Offsets into the header, as in assembly/frame.ts. */
const kindAt = 4;
const dtypeAt = 16;
const innerAt = 28;
const partialsAt = 48;

/** Most results of blocks that wait to be folded at once. */
function partialsOf(n: number): number {
  return 4 + Math.ceil(Math.log2(1 + n / summation.f32.block));
}

/** A constant's cell: two words. */
function cellOf(dtype: DType, value: number): Uint32Array {
  const cell = new Uint32Array(2);
  if (dtype === 'bool') return cell.fill(value === 0 ? 0 : 0xffffffff);
  if (dtype === 'f64') new Float64Array(cell.buffer)[0] = value;
  else if (dtype === 'f32') new Float32Array(cell.buffer)[0] = value;
  else cell[0] = dtypes.i32.round(value);
  return cell;
}

/** Adds the rows of a kernel's loads, stores or reductions. */
function addRows(rows: Row[], typed: readonly { readonly dtype: DType }[], bindings: readonly Binding[]): void {
  for (let i = 0; i < typed.length; i++) {
    rows.push({ binding: bindings[i] as Binding, bytes: dtypes[(typed[i] as { dtype: DType }).dtype].bytes });
  }
}

export function kernelFrame(image: Image, { kernel, sizes, ...call }: KernelCall): number {
  const shape = frameShape(kernel);
  const rows: Row[] = [];
  addRows(rows, kernel.loads, call.loads);
  addRows(rows, kernel.stores, call.stores);
  addRows(rows, kernel.reductions, call.reductions);
  const frame = takeFrame(image, shape.size, sizes.slice(0, kernel.outer), rows);
  const inner = sizes[kernel.outer] ?? 1;
  const reduction = kernel.reductions[0];
  image.enter(frame);
  image.write(frame + kindAt, kinds[kernel.form]);
  image.write(frame + innerAt, inner);
  if (reduction !== undefined) {
    const { dtype, op } = reduction;
    image.write(frame + dtypeAt, dtypeNumbers[dtype]);
    const count = kernel.reductions.length;
    image.write(frame + innerAt + 4, count, opNumbers[op], summation[dtype].block, groupOf(kernel));
    image.point(frame + partialsAt, image.take(dtypes[dtype].bytes * count * partialsOf(inner)));
  }
  for (let row = 0; row < rows.length - kernel.reductions.length; row++) {
    const { binding, bytes } = rows[row] as Row;
    image.write(frame + shape.steps + 4 * row, (binding.strides[kernel.outer] ?? 0) * bytes);
  }
  kernel.constants.forEach((dtype, c) => {
    image.write(frame + shape.constants + 8 * c, ...cellOf(dtype, call.constants[c] as number));
  });
  return frame;
}
