// The shapes of a 128-bit register that kernels compute in.

import type { NumberType } from '@chainrule/core/backend';
import { f32x4, f64x2, i32x4, v128 } from './opcodes.ts';

export interface Lanes {
  readonly dtype: NumberType;
  /** Lanes of a register, which is also the number of lanes of the specified summation. */
  readonly count: 2 | 4;
  readonly splat: number;
  readonly loadZero: number;
  readonly loadLane: number;
  readonly storeLane: number;
  readonly extract: number;
  readonly replace: number;
  /** The instructions that this dtype has. */
  readonly ops: { readonly [O in LaneOp]?: number };
  /** The bytes of a register full of 1. */
  readonly one: Uint8Array;
}

/** Instructions on whole registers, named as WebAssembly does. */
type LaneOp =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'sqrt'
  | 'neg'
  | 'abs'
  | 'floor'
  | 'ceil'
  | 'nearest'
  | 'min'
  | 'max'
  | 'lt'
  | 'le'
  | 'eq'
  | 'ne';

/** The opcode of an instruction in lanes. */
export function laneOp({ dtype, ops }: Lanes, name: LaneOp): number {
  const opcode = ops[name];
  if (opcode === undefined) throw new RangeError(`a kernel has no ${name} of ${dtype}`);
  return opcode;
}

const four = {
  count: 4,
  splat: v128.load32Splat,
  loadZero: v128.load32Zero,
  loadLane: v128.load32Lane,
  storeLane: v128.store32Lane,
} as const;

export const lanesOf: { readonly [D in NumberType]: Lanes } = {
  f64: {
    dtype: 'f64',
    count: 2,
    splat: v128.load64Splat,
    loadZero: v128.load64Zero,
    loadLane: v128.load64Lane,
    storeLane: v128.store64Lane,
    extract: f64x2.extract,
    replace: f64x2.replace,
    ops: f64x2,
    one: new Uint8Array(Float64Array.of(1, 1).buffer),
  },
  f32: {
    dtype: 'f32',
    ...four,
    extract: f32x4.extract,
    replace: f32x4.replace,
    ops: f32x4,
    one: new Uint8Array(Float32Array.of(1, 1, 1, 1).buffer),
  },
  i32: {
    dtype: 'i32',
    ...four,
    extract: i32x4.extract,
    replace: i32x4.replace,
    ops: i32x4,
    one: new Uint8Array(Int32Array.of(1, 1, 1, 1).buffer),
  },
};
