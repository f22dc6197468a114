// Kernels one element at a time: `point` kernels, and loops whose dtypes mix. The same bits as in lanes.

import {
  type DType,
  dtypes,
  type Kernel,
  type NumberType,
  type Reduction,
  summation,
  valueDType,
} from '@chainrule/core/backend';
import { type Cursor, Cursors, parameter, parameters } from './cursor.ts';
import { FunctionCode, type Local } from './function.ts';
import { identityOf } from './identity.ts';
import type { Imports } from './imports.ts';
import { control, f32, f64, i32, types } from './opcodes.ts';
import { callScalar, scalar } from './scalar.ts';

const typeOf = { f64: types.f64, f32: types.f32, i32: types.i32, bool: types.i32 } as const;
const loadOf = { f64: f64.load, f32: f32.load, i32: i32.load, bool: i32.load8 } as const;
const storeOf = { f64: f64.store, f32: f32.store, i32: i32.store, bool: i32.store8 } as const;

class ScalarLoop {
  private readonly kernel: Kernel;
  private readonly imports: Imports;
  private readonly code = new FunctionCode(parameters);
  private readonly cursors: Cursors;
  private readonly values: Local[] = [];

  constructor(kernel: Kernel, imports: Imports) {
    this.kernel = kernel;
    this.imports = imports;
    this.cursors = new Cursors(this.code, kernel);
  }

  emit(): FunctionCode {
    const { code, kernel, cursors } = this;
    const count = kernel.loads.length + kernel.constants.length + kernel.body.length;
    for (let v = 0; v < count; v++) this.values.push(code.local(typeOf[valueDType(kernel, v)]));
    kernel.constants.forEach((dtype, c) => {
      this.constant(dtype, c);
    });
    cursors.loads.forEach((cursor, v) => {
      if (cursor.access.inner === 'still') this.load(cursor, v);
    });
    if (kernel.form === 'point') {
      this.element();
      return code;
    }
    const lanes = kernel.reductions.map((reduction) => this.accumulators(reduction));
    code.block(control.loop);
    this.element();
    kernel.reductions.forEach((reduction, r) => {
      this.accumulate(lanes[r] as number[], reduction);
    });
    cursors.advanceUnit(1);
    for (const cursor of [...cursors.loads, ...cursors.stores]) cursors.stride(cursor);
    code.increase(parameter.count, -1);
    code.get(parameter.count);
    code.again();
    code.end();
    kernel.reductions.forEach((reduction, r) => {
      this.finish(lanes[r] as number[], reduction, r);
    });
    return code;
  }

  private value(index: number): Local {
    const found = this.values[index];
    if (found === undefined) throw new RangeError(`kernel has no value ${index}`);
    return found;
  }

  private constant(dtype: DType, index: number): void {
    const { code } = this;
    code.memory(dtype === 'bool' ? i32.load8 : loadOf[dtype], this.cursors.constant(index));
    this.toTruth(dtype);
    code.set(this.value(this.kernel.loads.length + index));
  }

  private load({ access, address }: Cursor, value: number): void {
    const { code } = this;
    code.get(address);
    code.memory(loadOf[access.dtype], 0);
    this.toTruth(access.dtype);
    code.set(this.value(value));
  }

  /** Any byte but 0 is true. */
  private toTruth(dtype: DType): void {
    if (dtype !== 'bool') return;
    this.code.i32(0);
    this.code.op(i32.ne);
  }

  /** Loads, instructions and stores for one element. */
  private element(): void {
    const { code, kernel, cursors, imports } = this;
    cursors.loads.forEach((cursor, v) => {
      if (cursor.access.inner !== 'still') this.load(cursor, v);
    });
    kernel.body.forEach(({ op, dtype, args }, b) => {
      const from = valueDType(kernel, args[0] as number);
      const operation = { code, from, to: dtype, args: args.map((arg) => this.value(arg)) };
      if (typeof op === 'object') callScalar(operation, op, imports);
      else scalar[op](operation);
      code.set(this.value(kernel.loads.length + kernel.constants.length + b));
    });
    cursors.stores.forEach(({ access, address }, s) => {
      code.get(address);
      code.get(this.value((kernel.stores[s] as Kernel['stores'][number]).value));
      code.memory(storeOf[access.dtype], 0);
    });
  }

  private accumulators({ dtype, op }: Reduction): Local[] {
    const { code } = this;
    return Array.from({ length: this.lanesFor(dtype, op) }, () => {
      const lane = code.local(typeOf[dtype]);
      code[dtype](identityOf(op, dtype));
      code.set(lane);
      return lane;
    });
  }

  /** Only the sum of floats depends on how many lanes there are. */
  private lanesFor(dtype: NumberType, op: Reduction['op']): number {
    return op === 'add' && dtype !== 'i32' ? summation[dtype].lanes : 1;
  }

  /** Leaves what two numbers of a reduction come to on the stack. */
  private combine({ dtype, op }: Reduction, left: Local, right: Local): void {
    scalar[op]({ code: this.code, from: dtype, to: dtype, args: [left, right] });
  }

  /**
   * Adds to the first lane and turns the lanes round. After the loop they stand turned by some amount, which folding by
   * halving does not notice: it adds the same pairs, for 2 and for 4 lanes.
   */
  private accumulate(lanes: readonly Local[], reduction: Reduction): void {
    const { code } = this;
    const [first = 0, ...rest] = lanes;
    this.combine(reduction, first, this.value(reduction.value));
    let left = first;
    for (const lane of rest) {
      code.get(lane);
      code.set(left);
      left = lane;
    }
    code.set(left);
  }

  /** Folds the lanes by halving and writes the result. */
  private finish(lanes: readonly Local[], reduction: Reduction, index: number): void {
    const { code } = this;
    let part = lanes;
    while (part.length > 1) {
      const half = part.length / 2;
      part = part.slice(0, half).map((lane, l) => {
        this.combine(reduction, lane, part[l + half] as number);
        code.set(lane);
        return lane;
      });
    }
    code.get(parameter.results);
    code.get(part[0] as number);
    code.memory(storeOf[reduction.dtype], index * dtypes[reduction.dtype].bytes);
  }
}

/** Emits a kernel as a scalar loop, or as straight-line code for a `point`. */
export function emitScalar(kernel: Kernel, imports: Imports): FunctionCode {
  return new ScalarLoop(kernel, imports).emit();
}
