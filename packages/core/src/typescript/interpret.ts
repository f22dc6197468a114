// Kernels without generated code: the inner loop in tiles, one small loop per instruction over a tile, same bits.
// A typed array of the dtype holds each value of a tile, so that storing rounds exactly once.

import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { pow } from '../elementary/pow.ts';
import type { Opcode } from '../kernel/instructions.ts';
import { type Kernel, valueDType } from '../kernel/kernel.ts';
import { summation } from '../kernel/summation.ts';
import { dtypes, type TypedArray } from '../shape/dtype.ts';
import type { Flat, Run } from './backend.ts';
import { foldBlocks } from './fold.ts';

type Scalar = (x: number, y: number, z: number) => number;

const scalars: { readonly [O in Opcode]: Scalar } = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  neg: (x) => -x,
  sqrt: (x) => Math.sqrt(x),
  exp: (x) => exp(x),
  log: (x) => log(x),
  pow: (x, y) => pow(x, y),
  less: (x, y) => Number(x < y),
  lessEqual: (x, y) => Number(x <= y),
  equal: (x, y) => Number(x === y),
  notEqual: (x, y) => Number(x !== y),
  select: (condition, x, y) => (condition !== 0 ? x : y),
  convert: (x) => x,
};

const tile = 512;

/** Runs a kernel's instructions over tiles of values. */
class Interpreter {
  private readonly kernel: Kernel;
  private readonly values: readonly TypedArray[];
  private readonly axes: number;
  private readonly step: number;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    const dtype = kernel.sums[0]?.dtype;
    this.step = kernel.form === 'point' ? 1 : dtype === undefined ? tile : summation[dtype].block;
    this.axes = kernel.form === 'point' ? 0 : kernel.outer + 1;
    const count = kernel.loads.length + kernel.constants.length + kernel.body.length;
    this.values = Array.from({ length: count }, (_, i) => dtypes[valueDType(kernel, i)].allocate(this.step));
  }

  run(slots: readonly TypedArray[], call: Flat): void {
    const { kernel, values } = this;
    call.constants.forEach((value, i) => {
      values[kernel.loads.length + i]?.fill(value);
    });
    const count = kernel.loads.length + kernel.stores.length + kernel.sums.length;
    const start = Array.from({ length: count }, (_, i) => call.walks[i * (this.axes + 1)] ?? 0);
    this.outer(slots, call, 0, start);
  }

  private outer(slots: readonly TypedArray[], call: Flat, axis: number, rows: readonly number[]): void {
    if (axis >= this.kernel.outer) {
      this.row(slots, call, rows);
      return;
    }
    const n = call.sizes[axis] ?? 0;
    for (let i = 0; i < n; i++) {
      const next = rows.map((row, k) => row + i * (call.walks[k * (this.axes + 1) + 1 + axis] ?? 0));
      this.outer(slots, call, axis + 1, next);
    }
  }

  private row(slots: readonly TypedArray[], call: Flat, rows: readonly number[]): void {
    const { kernel, step, values } = this;
    const n = kernel.form === 'point' ? 1 : (call.sizes[kernel.outer] ?? 0);
    const stride = (k: number): number =>
      kernel.form === 'point' ? 0 : (call.walks[k * (this.axes + 1) + 1 + kernel.outer] ?? 0);
    const blocks = Math.ceil(n / step);
    const partial = kernel.sums.map(({ dtype }) =>
      dtype === 'f32' ? new Float32Array(blocks) : new Float64Array(blocks),
    );
    for (let block = 0; block < blocks; block++) {
      const first = block * step;
      const length = Math.min(step, n - first);
      this.fill(slots, call, rows, stride, first, length);
      kernel.stores.forEach(({ value }, s) => {
        const k = kernel.loads.length + s;
        const target = slots[call.slots[k] ?? 0];
        const source = values[value];
        if (target === undefined || source === undefined) return;
        let at = (rows[k] ?? 0) + first * stride(k);
        for (let i = 0; i < length; i++, at += stride(k)) target[at] = source[i] ?? 0;
      });
      kernel.sums.forEach(({ value, dtype }, s) => {
        const source = values[value];
        const sums = partial[s];
        if (source !== undefined && sums !== undefined) sums[block] = sumBlock(source, length, dtype);
      });
    }
    kernel.sums.forEach((_, s) => {
      const k = kernel.loads.length + kernel.stores.length + s;
      const target = slots[call.slots[k] ?? 0];
      const sums = partial[s];
      if (target !== undefined && sums !== undefined) target[rows[k] ?? 0] = n === 0 ? 0 : foldBlocks(sums, blocks);
    });
  }

  /** Loads a tile and computes every instruction on it. */
  private fill(
    slots: readonly TypedArray[],
    call: Flat,
    rows: readonly number[],
    stride: (k: number) => number,
    first: number,
    length: number,
  ): void {
    const { kernel, values } = this;
    kernel.loads.forEach((_, k) => {
      const source = slots[call.slots[k] ?? 0];
      const target = values[k];
      if (source === undefined || target === undefined) return;
      let at = (rows[k] ?? 0) + first * stride(k);
      for (let i = 0; i < length; i++, at += stride(k)) target[i] = source[at] ?? 0;
    });
    kernel.body.forEach(({ op, dtype, args }, b) => {
      const target = values[kernel.loads.length + kernel.constants.length + b];
      const [x, y, z] = args.map((arg) => values[arg]);
      if (target === undefined || x === undefined) return;
      const scalar: Scalar = op === 'convert' && dtype === 'bool' ? (value) => Number(value !== 0) : scalars[op];
      for (let i = 0; i < length; i++) target[i] = scalar(x[i] ?? 0, y?.[i] ?? 0, z?.[i] ?? 0);
    });
  }
}

function sumBlock(source: TypedArray, length: number, dtype: 'f64' | 'f32'): number {
  const { lanes } = summation[dtype];
  const sums = dtype === 'f32' ? new Float32Array(lanes) : new Float64Array(lanes);
  sums.fill(-0);
  for (let i = 0; i < length; i++) sums[i % lanes] = (sums[i % lanes] ?? 0) + (source[i] ?? 0);
  for (let half = lanes / 2; half >= 1; half /= 2) {
    for (let lane = 0; lane < half; lane++) sums[lane] = (sums[lane] ?? 0) + (sums[lane + half] ?? 0);
  }
  return sums[0] ?? 0;
}

/** The kernel as an interpreter of its instructions. */
export function interpret(kernel: Kernel): Run {
  const interpreter = new Interpreter(kernel);
  return (slots, call) => interpreter.run(slots, call);
}
