// The instructions of kernels on one number at a time. A truth value is an i32: 1 or 0.

import type { DType, Opcode } from '@chainrule/core/backend';
import type { FunctionCode, Local } from './function.ts';
import { calledBy, type Imports, importIndex } from './imports.ts';
import { control, f32, f64, i32 } from './opcodes.ts';

export interface Operation {
  readonly code: FunctionCode;
  readonly imports: Imports;
  readonly args: readonly Local[];
  /** Dtype of the first argument, and of the result. */
  readonly from: DType;
  readonly to: DType;
}

type Emit = (operation: Operation) => void;

const families = { f64, f32, bool: undefined } as const;

/** A single instruction of the first argument's dtype. */
const direct =
  (name: 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'sqrt' | 'lt' | 'le' | 'eq' | 'ne'): Emit =>
  ({ code, args, from }) => {
    for (const arg of args) code.get(arg);
    const family = families[from];
    if (family !== undefined) code.op(family[name]);
    else if (name === 'eq' || name === 'ne') code.op(i32[name]);
    else throw new RangeError(`a kernel has no ${name} of bool`);
  };

const call =
  (op: 'exp' | 'log' | 'pow'): Emit =>
  ({ code, args, to, imports }) => {
    for (const arg of args) {
      code.get(arg);
      if (to === 'f32') code.op(f64.promote);
    }
    code.call(importIndex(imports, calledBy(op, false)));
    if (to === 'f32') code.op(f32.demote);
  };

/** From one dtype (outer) to another (inner): what follows the number on the stack. */
const conversions: { readonly [From in DType]: { readonly [To in DType]: (code: FunctionCode) => void } } = {
  f64: {
    f64: () => {},
    f32: (code) => code.op(f32.demote),
    bool: (code) => {
      code.f64(0);
      code.op(f64.ne);
    },
  },
  f32: {
    f64: (code) => code.op(f64.promote),
    f32: () => {},
    bool: (code) => {
      code.f32(0);
      code.op(f32.ne);
    },
  },
  bool: {
    f64: (code) => code.op(f64.convertI32),
    f32: (code) => code.op(f32.convertI32),
    bool: () => {},
  },
};

/** What each opcode leaves on the stack. */
export const scalar: { readonly [O in Opcode]: Emit } = {
  add: direct('add'),
  sub: direct('sub'),
  mul: direct('mul'),
  div: direct('div'),
  neg: direct('neg'),
  sqrt: direct('sqrt'),
  exp: call('exp'),
  log: call('log'),
  pow: call('pow'),
  less: direct('lt'),
  lessEqual: direct('le'),
  equal: direct('eq'),
  notEqual: direct('ne'),
  select: ({ code, args: [condition = 0, yes = 0, no = 0] }) => {
    code.get(yes);
    code.get(no);
    code.get(condition);
    code.op(control.select);
  },
  convert: ({ code, args: [arg = 0], from, to }) => {
    code.get(arg);
    conversions[from][to](code);
  },
};
