// The instructions of kernels on one number at a time. A truth value is an i32: 1 or 0.

import type { DType, Elementary, Opcode } from '@chainrule/core/backend';
import type { FunctionCode, Local } from './function.ts';
import type { Imports } from './imports.ts';
import { control, f32, f64, i32 } from './opcodes.ts';

export interface Operation {
  readonly code: FunctionCode;
  readonly args: readonly Local[];
  /** Dtype of the first argument, and of the result. */
  readonly from: DType;
  readonly to: DType;
}

type Emit = (operation: Operation) => void;

/** Instructions of WebAssembly by name; a bool is an i32. */
const families: { readonly [D in DType]: { readonly [name: string]: number } } = { f64, f32, i32, bool: i32 };

function push({ code, args }: Operation): void {
  for (const arg of args) code.get(arg);
}

/** A single instruction of the first argument's dtype. */
const direct =
  (name: string): Emit =>
  (operation) => {
    const opcode = families[operation.from][name];
    if (opcode === undefined) throw new RangeError(`a kernel has no ${name} of ${operation.from}`);
    push(operation);
    operation.code.op(opcode);
  };

/** The lesser or greater of two numbers; WebAssembly has an instruction for it only where the numbers are floats. */
const extreme =
  (name: 'min' | 'max'): Emit =>
  (operation) => {
    if (operation.from !== 'i32') return direct(name)(operation);
    const { code, args } = operation;
    const [x = 0, y = 0] = args;
    push(operation);
    code.get(name === 'min' ? x : y);
    code.get(name === 'min' ? y : x);
    code.op(i32.lt);
    code.op(control.select);
  };

/** From one dtype (outer) to another (inner): what follows the number on the stack. */
const conversions: { readonly [From in DType]: { readonly [To in DType]: (code: FunctionCode) => void } } = {
  f64: {
    f64: () => {},
    f32: (code) => code.op(f32.demote),
    i32: (code) => code.op(i32.truncateF64),
    bool: (code) => {
      code.f64(0);
      code.op(f64.ne);
    },
  },
  f32: {
    f64: (code) => code.op(f64.promote),
    f32: () => {},
    i32: (code) => code.op(i32.truncateF32),
    bool: (code) => {
      code.f32(0);
      code.op(f32.ne);
    },
  },
  i32: {
    f64: (code) => code.op(f64.convertI32),
    f32: (code) => code.op(f32.convertI32),
    i32: () => {},
    bool: (code) => {
      code.i32(0);
      code.op(i32.ne);
    },
  },
  bool: {
    f64: (code) => code.op(f64.convertI32),
    f32: (code) => code.op(f32.convertI32),
    i32: () => {},
    bool: () => {},
  },
};

/** What each opcode leaves on the stack. */
export const scalar: { readonly [O in Opcode]: Emit } = {
  add: direct('add'),
  sub: direct('sub'),
  mul: direct('mul'),
  div: direct('div'),
  sqrt: direct('sqrt'),
  neg: (operation) => {
    if (operation.from !== 'i32') return direct('neg')(operation);
    operation.code.i32(0);
    push(operation);
    operation.code.op(i32.sub);
  },
  abs: (operation) => {
    if (operation.from !== 'i32') return direct('abs')(operation);
    // (x xor s) − s with s = −1 for a negative x, else 0.
    const { code, args } = operation;
    const [x = 0] = args;
    const sign = (): void => {
      code.get(x);
      code.i32(31);
      code.op(i32.shr);
    };
    code.get(x);
    sign();
    code.op(i32.xor);
    sign();
    code.op(i32.sub);
  },
  floor: direct('floor'),
  ceil: direct('ceil'),
  round: direct('nearest'),
  min: extreme('min'),
  max: extreme('max'),
  less: direct('lt'),
  lessEqual: direct('le'),
  equal: direct('eq'),
  notEqual: direct('ne'),
  and: direct('and'),
  or: direct('or'),
  xor: direct('xor'),
  not: (operation) => {
    const { code, from } = operation;
    push(operation);
    if (from === 'bool') {
      code.op(i32.eqz);
    } else {
      code.i32(-1);
      code.op(i32.xor);
    }
  },
  shiftLeft: direct('shl'),
  shiftRight: direct('shrU'),
  select: ({ code, args: [condition = 0, yes = 0, no = 0] }) => {
    code.get(yes);
    code.get(no);
    code.get(condition);
    code.op(control.select);
  },
  convert: (operation) => {
    push(operation);
    conversions[operation.from][operation.to](operation.code);
  },
};

/** Leaves an elementary function's value on the stack; that of f32 numbers is computed in f64 and rounded once. */
export function callScalar({ code, args, to }: Operation, elementary: Elementary, imports: Imports): void {
  for (const arg of args) {
    code.get(arg);
    if (to === 'f32') code.op(f64.promote);
  }
  code.call(imports.scalar(elementary));
  if (to === 'f32') code.op(f32.demote);
}
