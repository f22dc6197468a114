// Kernels in lanes: two f64 or four f32 elements at a time, when every number of the kernel has that one dtype.
//
//   a whole group    the same position of several blocks side by side, one accumulator each: hides the latency of adding
//   one block        registers of elements in order, then the last few elements lane by lane

import { type Kernel, summation, valueDType } from '@chainrule/core/backend';
import { Cursors, parameter, parameters } from './cursor.ts';
import { FunctionCode, type Local } from './function.ts';
import type { Imports } from './imports.ts';
import { LaneAccess } from './lane-access.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { control, i32, i32x4, types, v128 } from './opcodes.ts';
import { simd } from './simd.ts';

/** The elements that a pass over the body computes. */
interface Part {
  /** Distance in elements from where the cursors stand. */
  readonly ahead: number;
  /** Holds how many elements are left, at least 1 and fewer than a register's; undefined for a full register. */
  readonly left: Local | undefined;
  readonly accumulators: readonly Local[];
}

class VectorLoop {
  private readonly kernel: Kernel;
  private readonly imports: Imports;
  private readonly lanes: Lanes;
  private readonly blocks: number;
  private readonly code = new FunctionCode(parameters);
  private readonly cursors: Cursors;
  private readonly access: LaneAccess;
  private readonly values: Local[] = [];

  constructor(kernel: Kernel, dtype: 'f64' | 'f32', blocks: number, imports: Imports) {
    this.kernel = kernel;
    this.imports = imports;
    this.lanes = lanesOf[dtype];
    this.blocks = blocks;
    this.cursors = new Cursors(this.code, kernel);
    this.access = new LaneAccess(this.code, this.lanes);
  }

  emit(): FunctionCode {
    const { code, kernel, cursors } = this;
    const count = kernel.loads.length + kernel.constants.length + kernel.body.length;
    for (let v = 0; v < count; v++) this.values.push(code.local(types.v128));
    kernel.constants.forEach((dtype, c) => {
      const offset = cursors.constant(c);
      code.memory(dtype === 'bool' ? v128.load64Splat : this.lanes.splat, offset);
      code.set(this.value(kernel.loads.length + c));
    });
    cursors.loads.forEach((cursor, v) => {
      if (cursor.access.inner === 'still') this.access.splat(cursor, this.value(v));
    });
    if (this.blocks > 1) this.group();
    this.block();
    return code;
  }

  private value(index: number): Local {
    const found = this.values[index];
    if (found === undefined) throw new RangeError(`kernel has no value ${index}`);
    return found;
  }

  /** If the tile is a whole group: its blocks side by side, their sums folded by pairs, and back. */
  private group(): void {
    const { code, kernel, blocks, lanes } = this;
    const { block } = summation[lanes.dtype];
    code.get(parameter.count);
    code.i32(block);
    code.op(i32.gtU);
    code.block(control.if);
    const accumulators = Array.from({ length: blocks }, () => this.accumulators());
    code.i32(block / lanes.count);
    this.loop(accumulators.map((each, b) => ({ ahead: b * block, left: undefined, accumulators: each })));
    kernel.sums.forEach((_, s) => {
      code.get(parameter.sums);
      this.foldPairs(accumulators.map((each) => each[s] ?? 0));
      code.memory(lanes.storeOne, s << lanes.shift);
    });
    code.op(control.return);
    code.end();
  }

  private block(): void {
    const { code, kernel, lanes } = this;
    const accumulators = this.accumulators();
    const registers = code.local(types.i32);
    code.get(parameter.count);
    code.i32(Math.log2(lanes.count));
    code.op(i32.shrU);
    code.tee(registers);
    code.block(control.if);
    code.get(registers);
    this.loop([{ ahead: 0, left: undefined, accumulators }]);
    code.end();
    const left = code.local(types.i32);
    code.get(parameter.count);
    code.i32(lanes.count - 1);
    code.op(i32.and);
    code.tee(left);
    code.block(control.if);
    this.body({ ahead: 0, left, accumulators });
    code.end();
    kernel.sums.forEach((_, s) => {
      code.get(parameter.sums);
      this.foldPairs([accumulators[s] ?? 0]);
      code.memory(lanes.storeOne, s << lanes.shift);
    });
  }

  /** A loop over registers, as many as the number on the stack says, at least one. */
  private loop(parts: readonly Part[]): void {
    const { code, cursors, lanes } = this;
    const counter = code.local(types.i32);
    code.set(counter);
    code.block(control.loop);
    for (const part of parts) this.body(part);
    cursors.advanceUnit(lanes.count);
    code.get(counter);
    code.i32(1);
    code.op(i32.sub);
    code.tee(counter);
    code.again();
    code.end();
  }

  /** Loads, instructions, stores and sums for one register of elements. */
  private body({ ahead, left, accumulators }: Part): void {
    const { code, kernel, cursors, lanes, imports, access } = this;
    cursors.loads.forEach((cursor, v) => {
      if (cursor.access.inner !== 'still') access.load(cursor, this.value(v), ahead, left);
    });
    kernel.body.forEach(({ op, dtype, args }, b) => {
      const from = valueDType(kernel, args[0] ?? 0);
      simd[op]({ code, lanes, imports, from, to: dtype, args: args.map((arg) => this.value(arg)) });
      code.set(this.value(kernel.loads.length + kernel.constants.length + b));
    });
    cursors.stores.forEach((cursor, s) => {
      access.store(cursor, this.value(kernel.stores[s]?.value ?? 0), ahead, left);
    });
    const mask = left === undefined || kernel.sums.length === 0 ? undefined : this.maskOf(left);
    kernel.sums.forEach(({ value }, s) => {
      const accumulator = accumulators[s] ?? 0;
      code.get(accumulator);
      code.get(this.value(value));
      if (mask !== undefined) {
        // Adding −0 leaves a lane's bits as they are.
        code.v128(lanes.minusZero);
        code.get(mask);
        code.op(v128.bitselect);
      }
      code.op(lanes.add);
      code.set(accumulator);
    });
  }

  /** All bits of the first `left` lanes. */
  private maskOf(left: Local): Local {
    const { code, lanes } = this;
    const mask = code.local(types.v128);
    code.get(left);
    code.op(i32x4.splat);
    code.v128(new Uint8Array(Int32Array.from([0, 1, 2, 3], (word) => (lanes.count === 2 ? word >> 1 : word)).buffer));
    code.op(i32x4.gtS);
    code.set(mask);
    return mask;
  }

  private accumulators(): Local[] {
    const { code, kernel, lanes } = this;
    return kernel.sums.map(() => {
      const accumulator = code.local(types.v128);
      code.v128(lanes.minusZero);
      code.set(accumulator);
      return accumulator;
    });
  }

  /** Leaves the sum of blocks by adjacent pairs on the stack; each block's lanes fold by halving. */
  private foldPairs(blocks: readonly Local[]): void {
    const { code, lanes } = this;
    const [only] = blocks;
    if (blocks.length === 1 && only !== undefined) {
      this.foldLanes(only, 0, 1);
      return;
    }
    this.foldPairs(blocks.slice(0, blocks.length / 2));
    this.foldPairs(blocks.slice(blocks.length / 2));
    code.op(lanes.addOne);
  }

  /** Lanes `first`, `first + every`, … : halving pairs lane j with lane j + count/2, so the even ones fold apart. */
  private foldLanes(accumulator: Local, first: number, every: number): void {
    const { code, lanes } = this;
    if (every === lanes.count) {
      code.get(accumulator);
      code.lane(lanes.extract, first);
      return;
    }
    this.foldLanes(accumulator, first, 2 * every);
    this.foldLanes(accumulator, first + every, 2 * every);
    code.op(lanes.addOne);
  }
}

/** Emits a kernel whose numbers all have one dtype; `blocks` of a summation are computed side by side. */
export function emitVector(kernel: Kernel, dtype: 'f64' | 'f32', blocks: number, imports: Imports): FunctionCode {
  return new VectorLoop(kernel, dtype, blocks, imports).emit();
}
