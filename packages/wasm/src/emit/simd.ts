// The instructions of kernels on registers of lanes. A truth value is a mask: all bits of the lane, or none.

import type { DType, Elementary, Opcode } from '@chainrule/core/backend';
import type { FunctionCode, Local } from './function.ts';
import type { Imports } from './imports.ts';
import { type Lanes, laneOp } from './lanes.ts';
import { f32, f32x4, f64, f64x2, i32, i32x4, v128 } from './opcodes.ts';

export interface Operation {
  readonly code: FunctionCode;
  readonly lanes: Lanes;
  readonly args: readonly Local[];
  /** Whether the last argument is the same in all lanes. */
  readonly isUniform: boolean;
  /** Dtype of the first argument, and of the result. */
  readonly from: DType;
  readonly to: DType;
}

type Emit = (operation: Operation) => void;

function push({ code, args }: Operation): void {
  for (const arg of args) code.get(arg);
}

/** A single instruction, named as in {@link Lanes}. */
const direct =
  (name: Parameters<typeof laneOp>[1]): Emit =>
  (operation) => {
    push(operation);
    operation.code.op(laneOp(operation.lanes, name));
  };

/** A single instruction on bits. */
const bitwise =
  (opcode: number): Emit =>
  (operation) => {
    push(operation);
    operation.code.op(opcode);
  };

/** WebAssembly shifts all lanes by one number of places; where each lane has its own they are shifted one by one. */
const shift =
  (all: number, one: number): Emit =>
  ({ code, lanes, args: [x = 0, places = 0], isUniform }) => {
    code.get(x);
    if (isUniform) {
      code.get(places);
      code.lane(lanes.extract, 0);
      code.op(all);
      return;
    }
    for (let lane = 0; lane < lanes.count; lane++) {
      code.get(x);
      code.lane(lanes.extract, lane);
      code.get(places);
      code.lane(lanes.extract, lane);
      code.op(one);
      code.lane(lanes.replace, lane);
    }
  };

/** What each opcode leaves on the stack. */
export const simd: { readonly [O in Opcode]: Emit } = {
  add: direct('add'),
  sub: direct('sub'),
  mul: direct('mul'),
  div: direct('div'),
  sqrt: direct('sqrt'),
  neg: direct('neg'),
  abs: direct('abs'),
  floor: direct('floor'),
  ceil: direct('ceil'),
  round: direct('nearest'),
  min: direct('min'),
  max: direct('max'),
  less: direct('lt'),
  lessEqual: direct('le'),
  equal: (operation) => {
    if (operation.from !== 'bool') return direct('eq')(operation);
    push(operation);
    operation.code.op(v128.xor);
    operation.code.op(v128.not);
  },
  notEqual: (operation) => (operation.from === 'bool' ? bitwise(v128.xor) : direct('ne'))(operation),
  and: bitwise(v128.and),
  or: bitwise(v128.or),
  xor: bitwise(v128.xor),
  not: bitwise(v128.not),
  shiftLeft: shift(i32x4.shl, i32.shl),
  shiftRight: shift(i32x4.shrU, i32.shrU),
  select: ({ code, args: [condition = 0, yes = 0, no = 0] }) => {
    code.get(yes);
    code.get(no);
    code.get(condition);
    code.op(v128.bitselect);
  },
  convert: (operation) => {
    const { code, lanes, from, to } = operation;
    push(operation);
    if (from === to) return;
    if (to === 'bool') {
      code.v128(new Uint8Array(16));
      code.op(laneOp(lanes, 'ne'));
    } else {
      code.v128(lanes.one);
      code.op(v128.and);
    }
  },
};

const low = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const high = [8, 9, 10, 11, 12, 13, 14, 15] as const;
const upperHalf: readonly number[] = [...high, ...high];
const bothLowHalves: readonly number[] = [...low, ...low.map((byte) => byte + 16)];

/** Leaves an elementary function's values on the stack: through its version on f64 lanes, or one lane after the other. */
export function callLanes(operation: Operation, elementary: Elementary, imports: Imports): void {
  const index = imports.lanes(elementary);
  if (index === undefined) callEach(operation, imports.scalar(elementary));
  else if (operation.lanes.dtype === 'f32') callHalves(operation, index);
  else {
    push(operation);
    operation.code.call(index);
  }
}

/** Four f32 lanes are widened, computed two at a time, and rounded once. */
function callHalves({ code, args }: Operation, index: number): void {
  for (const half of [0, 1]) {
    for (const arg of args) {
      code.get(arg);
      if (half === 1) {
        code.get(arg);
        code.shuffle(upperHalf);
      }
      code.op(f64x2.promoteLow);
    }
    code.call(index);
    code.op(f32x4.demoteZero);
  }
  code.shuffle(bothLowHalves);
}

function callEach({ code, lanes, args }: Operation, index: number): void {
  const isNarrow = lanes.dtype === 'f32';
  code.get(args[0] as number);
  for (let lane = 0; lane < lanes.count; lane++) {
    for (const arg of args) {
      code.get(arg);
      code.lane(lanes.extract, lane);
      if (isNarrow) code.op(f64.promote);
    }
    code.call(index);
    if (isNarrow) code.op(f32.demote);
    code.lane(lanes.replace, lane);
  }
}
