// Loads and stores of whole registers, lane by lane where the elements are not neighbours, are truth values, or are the
// last few of a tile.

import type { Cursor } from './cursor.ts';
import type { FunctionCode, Local } from './function.ts';
import type { Lanes } from './lanes.ts';
import { control, i32, i32x4, i64, i64x2, v128 } from './opcodes.ts';

export class LaneAccess {
  private readonly code: FunctionCode;
  private readonly lanes: Lanes;

  constructor(code: FunctionCode, lanes: Lanes) {
    this.code = code;
    this.lanes = lanes;
  }

  /** One element into every lane. */
  splat({ access, address }: Cursor, value: Local): void {
    const { code, lanes } = this;
    if (access.dtype === 'bool') {
      this.truth(address, 0);
      code.op(i32x4.splat);
    } else {
      code.get(address);
      code.memory(lanes.splat, 0);
    }
    code.set(value);
  }

  /** A register of elements, or the `left` last ones; strided cursors move on past what was read. */
  load(cursor: Cursor, value: Local, ahead: number, left: Local | undefined): void {
    const { code } = this;
    const { access, bytes, address } = cursor;
    if (access.inner === 'unit' && access.dtype !== 'bool' && left === undefined) {
      code.get(address);
      code.memory(v128.load, ahead * bytes);
      code.set(value);
      return;
    }
    this.each(cursor, ahead, left, (lane, at, offset) => {
      this.loadLane(cursor, value, lane, at, offset);
    });
  }

  /** A register of values, or the `left` first of it; where the store stands still, the last element stays. */
  store(cursor: Cursor, value: Local, ahead: number, left: Local | undefined): void {
    const { code, lanes } = this;
    const { access, bytes, address } = cursor;
    if (access.inner === 'unit' && access.dtype !== 'bool' && left === undefined) {
      code.get(address);
      code.get(value);
      code.memory(v128.store, ahead * bytes);
    } else if (access.inner === 'still' && left === undefined) {
      this.storeLane(cursor, value, lanes.count - 1, address, 0);
    } else {
      this.each(cursor, ahead, left, (lane, at, offset) => {
        this.storeLane(cursor, value, lane, at, offset);
      });
    }
  }

  /** Does something for each lane, as long as there are elements for it. */
  private each(
    { access, address, bytes, step }: Cursor,
    ahead: number,
    left: Local | undefined,
    act: (lane: number, address: Local, offset: number) => void,
  ): void {
    const { code, lanes } = this;
    const count = left === undefined ? lanes.count : lanes.count - 1;
    for (let lane = 0; lane < count; lane++) {
      if (left !== undefined && lane > 0) {
        code.get(left);
        code.i32(lane);
        code.op(i32.gtU);
        code.block(control.if);
      }
      act(lane, address, access.inner === 'unit' ? (ahead + lane) * bytes : 0);
      if (step !== undefined) {
        code.get(address);
        code.get(step);
        code.op(i32.add);
        code.set(address);
      }
    }
    if (left !== undefined) for (let lane = 1; lane < count; lane++) code.end();
  }

  private loadLane({ access }: Cursor, value: Local, lane: number, address: Local, offset: number): void {
    const { code, lanes } = this;
    if (access.dtype === 'bool') {
      if (lane > 0) code.get(value);
      this.truth(address, offset);
      if (lanes.count === 2) code.op(i64.extendI32);
      const { splat, replace } = lanes.count === 2 ? i64x2 : i32x4;
      if (lane === 0) code.op(splat);
      else code.lane(replace, lane);
    } else {
      code.get(address);
      if (lane === 0) {
        code.memory(lanes.loadZero, offset);
      } else {
        code.get(value);
        code.memoryLane(lanes.loadLane, offset, lane);
      }
    }
    code.set(value);
  }

  private storeLane({ access }: Cursor, value: Local, lane: number, address: Local, offset: number): void {
    const { code, lanes } = this;
    code.get(address);
    code.get(value);
    if (access.dtype === 'bool') {
      code.lane(i32x4.extract, lane * (4 / lanes.count));
      code.i32(1);
      code.op(i32.and);
      code.memory(i32.store8, offset);
    } else {
      code.memoryLane(lanes.storeLane, offset, lane);
    }
  }

  /** The truth value at an address as 0 or −1. */
  private truth(address: Local, offset: number): void {
    const { code } = this;
    code.i32(0);
    code.get(address);
    code.memory(i32.load8, offset);
    code.i32(0);
    code.op(i32.ne);
    code.op(i32.sub);
  }
}
