// The two shapes of a 128-bit register that kernels compute in.

import { f32, f32x4, f64, f64x2, v128 } from './opcodes.ts';

export interface Lanes {
  readonly dtype: 'f64' | 'f32';
  /** Lanes of a register, which is also the number of lanes of the specified summation. */
  readonly count: 2 | 4;
  /** log₂ of the bytes of a lane. */
  readonly shift: 3 | 2;
  readonly splat: number;
  readonly loadZero: number;
  readonly loadLane: number;
  readonly storeLane: number;
  readonly extract: number;
  /** One number: addition, and storing. */
  readonly addOne: number;
  readonly storeOne: number;
  readonly add: number;
  readonly sub: number;
  readonly mul: number;
  readonly div: number;
  readonly neg: number;
  readonly sqrt: number;
  readonly less: number;
  readonly lessEqual: number;
  readonly equal: number;
  readonly notEqual: number;
  /** The bytes of a register full of 1, and full of −0. */
  readonly one: Uint8Array;
  readonly minusZero: Uint8Array;
}

export const lanesOf: { readonly [D in 'f64' | 'f32']: Lanes } = {
  f64: {
    dtype: 'f64',
    count: 2,
    shift: 3,
    splat: v128.load64Splat,
    loadZero: v128.load64Zero,
    loadLane: v128.load64Lane,
    storeLane: v128.store64Lane,
    extract: f64x2.extract,
    addOne: f64.add,
    storeOne: f64.store,
    add: f64x2.add,
    sub: f64x2.sub,
    mul: f64x2.mul,
    div: f64x2.div,
    neg: f64x2.neg,
    sqrt: f64x2.sqrt,
    less: f64x2.lt,
    lessEqual: f64x2.le,
    equal: f64x2.eq,
    notEqual: f64x2.ne,
    one: new Uint8Array(Float64Array.of(1, 1).buffer),
    minusZero: new Uint8Array(Float64Array.of(-0, -0).buffer),
  },
  f32: {
    dtype: 'f32',
    count: 4,
    shift: 2,
    splat: v128.load32Splat,
    loadZero: v128.load32Zero,
    loadLane: v128.load32Lane,
    storeLane: v128.store32Lane,
    extract: f32x4.extract,
    addOne: f32.add,
    storeOne: f32.store,
    add: f32x4.add,
    sub: f32x4.sub,
    mul: f32x4.mul,
    div: f32x4.div,
    neg: f32x4.neg,
    sqrt: f32x4.sqrt,
    less: f32x4.lt,
    lessEqual: f32x4.le,
    equal: f32x4.eq,
    notEqual: f32x4.ne,
    one: new Uint8Array(Float32Array.of(1, 1, 1, 1).buffer),
    minusZero: new Uint8Array(Float32Array.of(-0, -0, -0, -0).buffer),
  },
};
