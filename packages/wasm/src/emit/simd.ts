// The instructions of kernels on registers of lanes. A truth value is a mask: all bits of the lane, or none.

import type { DType, Opcode } from '@chainrule/core/backend';
import type { FunctionCode, Local } from './function.ts';
import { calledBy, type Imports, importIndex } from './imports.ts';
import type { Lanes } from './lanes.ts';
import { f32x4, f64x2, v128 } from './opcodes.ts';

export interface Operation {
  readonly code: FunctionCode;
  readonly lanes: Lanes;
  readonly imports: Imports;
  readonly args: readonly Local[];
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
  (name: 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'sqrt' | 'less' | 'lessEqual'): Emit =>
  (operation) => {
    push(operation);
    operation.code.op(operation.lanes[name]);
  };

const low = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const high = [8, 9, 10, 11, 12, 13, 14, 15] as const;
const upperHalf: readonly number[] = [...high, ...high];
const bothLowHalves: readonly number[] = [...low, ...low.map((byte) => byte + 16)];

/** A function of f64 lanes; f32 lanes are widened, computed two at a time, and rounded once. */
const call =
  (op: 'exp' | 'log' | 'pow'): Emit =>
  (operation) => {
    const { code, lanes, args, imports } = operation;
    const index = importIndex(imports, calledBy(op, true));
    if (lanes.dtype === 'f64') {
      push(operation);
      code.call(index);
      return;
    }
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
  };

/** What each opcode leaves on the stack. */
export const simd: { readonly [O in Opcode]: Emit } = {
  add: direct('add'),
  sub: direct('sub'),
  mul: direct('mul'),
  div: direct('div'),
  neg: direct('neg'),
  sqrt: direct('sqrt'),
  exp: call('exp'),
  log: call('log'),
  pow: call('pow'),
  less: direct('less'),
  lessEqual: direct('lessEqual'),
  equal: (operation) => {
    push(operation);
    if (operation.from === 'bool') {
      operation.code.op(v128.xor);
      operation.code.op(v128.not);
    } else {
      operation.code.op(operation.lanes.equal);
    }
  },
  notEqual: (operation) => {
    push(operation);
    operation.code.op(operation.from === 'bool' ? v128.xor : operation.lanes.notEqual);
  },
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
      code.op(lanes.notEqual);
    } else {
      code.v128(lanes.one);
      code.op(v128.and);
    }
  },
};
