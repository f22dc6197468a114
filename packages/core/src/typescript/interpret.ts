// Kernels without generated code: the inner loop in tiles, one small loop per instruction over a tile, same bits.
// A typed array of the dtype holds each value of a tile, so that storing rounds exactly once.

import { roundToEven } from '../elementary/roundToEven.ts';
import type { Elementary, Opcode } from '../kernel/instructions.ts';
import { type Kernel, type Reduction, valueDType } from '../kernel/kernel.ts';
import { summation } from '../kernel/summation.ts';
import { type DType, dtypes, type TypedArray } from '../shape/dtype.ts';
import { foldBlocks } from './fold.ts';
import type { Flat, Run } from './steps.ts';

type Scalar = (x: number, y: number, z: number) => number;

/** Each instruction on numbers; storing the result rounds it, and takes an i32 modulo 2³². */
const scalars: { readonly [O in Opcode]: Scalar } = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  sqrt: (x) => Math.sqrt(x),
  neg: (x) => -x,
  abs: (x) => Math.abs(x),
  floor: (x) => Math.floor(x),
  ceil: (x) => Math.ceil(x),
  round: (x) => roundToEven(x),
  min: (x, y) => Math.min(x, y),
  max: (x, y) => Math.max(x, y),
  less: (x, y) => Number(x < y),
  lessEqual: (x, y) => Number(x <= y),
  equal: (x, y) => Number(x === y),
  notEqual: (x, y) => Number(x !== y),
  and: (x, y) => x & y,
  or: (x, y) => x | y,
  xor: (x, y) => x ^ y,
  not: (x) => ~x,
  shiftLeft: (x, y) => x << y,
  shiftRight: (x, y) => x >>> y,
  select: (condition, x, y) => (condition !== 0 ? x : y),
  convert: (x) => x,
};

/** The instructions that one dtype computes in another way than the others. */
const special: { readonly [D in DType]?: { readonly [O in Opcode]?: Scalar } } = {
  i32: { mul: (x, y) => Math.imul(x, y), convert: (x) => dtypes.i32.round(x) },
  bool: { not: (x) => x ^ 1, convert: (x) => Number(x !== 0) },
};

function scalarFor(op: Opcode | Elementary, dtype: DType): Scalar {
  return typeof op === 'object' ? op.compute : (special[dtype]?.[op] ?? scalars[op]);
}

const tile = 512;

/** Runs a kernel's instructions over tiles of values. */
class Interpreter {
  private readonly kernel: Kernel;
  private readonly values: readonly TypedArray[];
  private readonly axes: number;
  private readonly step: number;

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    const dtype = kernel.reductions[0]?.dtype;
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
    const count = kernel.loads.length + kernel.stores.length + kernel.reductions.length;
    const start = Array.from({ length: count }, (_, i) => call.walks[i * (this.axes + 1)] as number);
    this.outer(slots, call, 0, start);
  }

  private outer(slots: readonly TypedArray[], call: Flat, axis: number, rows: readonly number[]): void {
    if (axis >= this.kernel.outer) {
      this.row(slots, call, rows);
      return;
    }
    const n = call.sizes[axis] as number;
    for (let i = 0; i < n; i++) {
      const next = rows.map((row, k) => row + i * (call.walks[k * (this.axes + 1) + 1 + axis] as number));
      this.outer(slots, call, axis + 1, next);
    }
  }

  private row(slots: readonly TypedArray[], call: Flat, rows: readonly number[]): void {
    const { kernel, step, values } = this;
    const n = kernel.form === 'point' ? 1 : (call.sizes[kernel.outer] as number);
    const stride = (k: number): number =>
      kernel.form === 'point' ? 0 : (call.walks[k * (this.axes + 1) + 1 + kernel.outer] as number);
    const blocks = Math.ceil(n / step);
    const partial = kernel.reductions.map(({ dtype }) => dtypes[dtype].allocate(blocks));
    for (let block = 0; block < blocks; block++) {
      const first = block * step;
      const length = Math.min(step, n - first);
      this.fill(slots, call, rows, stride, first, length);
      kernel.stores.forEach(({ value }, s) => {
        const k = kernel.loads.length + s;
        const target = slots[call.slots[k] as number] as TypedArray;
        const source = values[value] as TypedArray;
        let at = (rows[k] as number) + first * stride(k);
        for (let i = 0; i < length; i++, at += stride(k)) target[at] = source[i] as number;
      });
      kernel.reductions.forEach((reduction, s) => {
        const numbers = partial[s] as TypedArray;
        numbers[block] = reduceBlock(values[reduction.value] as TypedArray, length, reduction);
      });
    }
    kernel.reductions.forEach((reduction, s) => {
      const k = kernel.loads.length + kernel.stores.length + s;
      const target = slots[call.slots[k] as number] as TypedArray;
      const numbers = partial[s] as TypedArray;
      target[rows[k] as number] = reduceBlocks(numbers, blocks, reduction);
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
      const source = slots[call.slots[k] as number] as TypedArray;
      const target = values[k] as TypedArray;
      let at = (rows[k] as number) + first * stride(k);
      for (let i = 0; i < length; i++, at += stride(k)) target[i] = source[at] as number;
    });
    kernel.body.forEach(({ op, dtype, args }, b) => {
      const target = values[kernel.loads.length + kernel.constants.length + b] as TypedArray;
      const [x, y, z] = args.map((arg) => values[arg]) as [TypedArray, TypedArray?, TypedArray?];
      const scalar = scalarFor(op, dtype);
      for (let i = 0; i < length; i++) target[i] = scalar(x[i] as number, y?.[i] ?? 0, z?.[i] ?? 0);
    });
  }
}

function reduceBlock(source: TypedArray, length: number, { op, dtype }: Reduction): number {
  if (op !== 'add') return fromLeft(source, length, op);
  const { lanes } = summation[dtype];
  const sums = dtypes[dtype].allocate(lanes).fill(-0);
  for (let i = 0; i < length; i++) sums[i % lanes] = (sums[i % lanes] as number) + (source[i] as number);
  for (let half = lanes / 2; half >= 1; half /= 2) {
    for (let lane = 0; lane < half; lane++) sums[lane] = (sums[lane] as number) + (sums[lane + half] as number);
  }
  return sums[0] as number;
}

function reduceBlocks(numbers: TypedArray, count: number, { op, dtype }: Reduction): number {
  if (op === 'add') return foldBlocks(numbers, count);
  if (count > 0) return fromLeft(numbers, count, op);
  return op === 'max' ? dtypes[dtype].round(-Infinity) : dtypes[dtype].round(Infinity);
}

function fromLeft(numbers: TypedArray, count: number, op: 'min' | 'max'): number {
  let result = numbers[0] as number;
  for (let i = 1; i < count; i++) result = scalars[op](result, numbers[i] as number, 0);
  return result;
}

/** The kernel as an interpreter of its instructions. */
export function interpret(kernel: Kernel): Run {
  const interpreter = new Interpreter(kernel);
  return (slots, call) => interpreter.run(slots, call);
}
