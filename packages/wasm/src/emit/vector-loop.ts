// Kernels in lanes: two f64, four f32 or four i32 elements at a time, when every number of the kernel has that one dtype.
//
//   a whole group    the same position of several blocks side by side, one accumulator each: hides the latency of adding
//   one block        registers of elements in order, then the last few elements lane by lane

import { type Kernel, type NumberType, type Reduction, summation, valueDType } from '@chainrule/core/backend';
import { Cursors, parameter, parameters } from './cursor.ts';
import { FunctionCode, type Local } from './function.ts';
import { identityBytes } from './identity.ts';
import type { Imports } from './imports.ts';
import { LaneAccess } from './lane-access.ts';
import { type Lanes, lanesOf } from './lanes.ts';
import { control, i32, i32x4, types, v128 } from './opcodes.ts';
import { callLanes, simd } from './simd.ts';

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

  constructor(kernel: Kernel, dtype: NumberType, blocks: number, imports: Imports) {
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

  /** If the tile is a whole group: its blocks side by side, their results folded by pairs, and back. */
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
    kernel.reductions.forEach((reduction, r) => {
      code.get(parameter.results);
      this.foldPairs(
        accumulators.map((each) => each[r] as number),
        reduction,
      );
      this.storeResult(r);
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
    kernel.reductions.forEach((reduction, r) => {
      code.get(parameter.results);
      this.foldLanes(accumulators[r] as number, reduction);
      this.storeResult(r);
    });
  }

  /** Stores the first lane of the register on the stack. */
  private storeResult(index: number): void {
    const { code, lanes } = this;
    code.memoryLane(lanes.storeLane, (index * 16) / lanes.count, 0);
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

  /** Loads, instructions, stores and reductions for one register of elements. */
  private body({ ahead, left, accumulators }: Part): void {
    const { code, kernel, cursors, lanes, imports, access } = this;
    cursors.loads.forEach((cursor, v) => {
      if (cursor.access.inner !== 'still') access.load(cursor, this.value(v), ahead, left);
    });
    kernel.body.forEach(({ op, dtype, args }, b) => {
      const from = valueDType(kernel, args[0] as number);
      const isUniform = this.isUniform(args.at(-1) as number);
      const operation = { code, lanes, from, to: dtype, args: args.map((arg) => this.value(arg)), isUniform };
      if (typeof op === 'object') callLanes(operation, op, imports);
      else simd[op](operation);
      code.set(this.value(kernel.loads.length + kernel.constants.length + b));
    });
    cursors.stores.forEach((cursor, s) => {
      access.store(cursor, this.value((kernel.stores[s] as Kernel['stores'][number]).value), ahead, left);
    });
    const mask = left === undefined || kernel.reductions.length === 0 ? undefined : this.maskOf(left);
    kernel.reductions.forEach((reduction, r) => {
      const value = this.value(reduction.value);
      const accumulator = accumulators[r] as number;
      if (mask === undefined) {
        this.combine(reduction, accumulator, value);
      } else {
        // The identity leaves a lane's bits as they are.
        const masked = code.local(types.v128);
        code.get(value);
        code.v128(identityBytes(reduction.op, lanes.dtype));
        code.get(mask);
        code.op(v128.bitselect);
        code.set(masked);
        this.combine(reduction, accumulator, masked);
      }
      code.set(accumulator);
    });
  }

  /** Leaves what two registers of a reduction come to, lane by lane, on the stack. */
  private combine({ op, dtype }: Reduction, left: Local, right: Local): void {
    const { code, lanes } = this;
    simd[op]({ code, lanes, from: dtype, to: dtype, args: [left, right], isUniform: false });
  }

  private isUniform(value: number): boolean {
    const { loads, constants } = this.kernel;
    return value < loads.length ? loads[value]?.inner === 'still' : value < loads.length + constants.length;
  }

  /** All bits of the first `left` lanes. */
  private maskOf(left: Local): Local {
    const { code, lanes } = this;
    const mask = code.local(types.v128);
    code.get(left);
    code.op(i32x4.splat);
    code.v128(new Uint8Array(Int32Array.from([0, 1, 2, 3], (word) => (lanes.count === 2 ? word >> 1 : word)).buffer));
    code.op(i32x4.gt);
    code.set(mask);
    return mask;
  }

  private accumulators(): Local[] {
    const { code, kernel, lanes } = this;
    return kernel.reductions.map(({ op }) => {
      const accumulator = code.local(types.v128);
      code.v128(identityBytes(op, lanes.dtype));
      code.set(accumulator);
      return accumulator;
    });
  }

  /** Leaves what blocks come to by adjacent pairs on the stack, in the first lane. */
  private foldPairs(blocks: readonly Local[], reduction: Reduction): void {
    const { code } = this;
    let part = blocks;
    for (const block of part) {
      this.foldLanes(block, reduction);
      code.set(block);
    }
    while (part.length > 1) {
      part = part
        .filter((_, b) => b % 2 === 0)
        .map((left, pair) => {
          this.combine(reduction, left, part[2 * pair + 1] as number);
          code.set(left);
          return left;
        });
    }
    code.get(part[0] as number);
  }

  /** Leaves what the lanes of a block come to by halving on the stack, in the first lane. */
  private foldLanes(accumulator: Local, reduction: Reduction): void {
    const { code, lanes } = this;
    const upper = code.local(types.v128);
    for (let half = lanes.count / 2; half >= 1; half /= 2) {
      const bytes = (16 / lanes.count) * half;
      code.get(accumulator);
      code.get(accumulator);
      code.shuffle(Array.from({ length: 16 }, (_, byte) => (byte + bytes) % 16));
      code.set(upper);
      this.combine(reduction, accumulator, upper);
      code.set(accumulator);
    }
    code.get(accumulator);
  }
}

/** Emits a kernel whose numbers all have one dtype; `blocks` of a reduction are computed side by side. */
export function emitVector(kernel: Kernel, dtype: NumberType, blocks: number, imports: Imports): FunctionCode {
  return new VectorLoop(kernel, dtype, blocks, imports).emit();
}
