// The WebAssembly instructions that kernels are made of: opcodes of the core specification, 2.0. Those of SIMD stand
// behind the prefix 0xfd and are written here as 0xfd00 plus their number.

export const types = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;

export type ValueType = (typeof types)[keyof typeof types];

export const control = { loop: 0x03, if: 0x04, end: 0x0b, brIf: 0x0d, return: 0x0f, call: 0x10, select: 0x1b } as const;

/** The type of a block that leaves nothing on the stack. */
export const empty = 0x40;

export const local = { get: 0x20, set: 0x21, tee: 0x22 } as const;

export const i32 = {
  load: 0x28,
  load8: 0x2d,
  store8: 0x3a,
  const: 0x41,
  eqz: 0x45,
  eq: 0x46,
  ne: 0x47,
  gtU: 0x4b,
  add: 0x6a,
  sub: 0x6b,
  mul: 0x6c,
  and: 0x71,
  shl: 0x74,
  shrU: 0x76,
} as const;

export const i64 = { extendI32: 0xac } as const;

export const f64 = {
  load: 0x2b,
  store: 0x39,
  const: 0x44,
  eq: 0x61,
  ne: 0x62,
  lt: 0x63,
  le: 0x65,
  neg: 0x9a,
  sqrt: 0x9f,
  add: 0xa0,
  sub: 0xa1,
  mul: 0xa2,
  div: 0xa3,
  convertI32: 0xb7,
  promote: 0xbb,
} as const;

export const f32 = {
  load: 0x2a,
  store: 0x38,
  const: 0x43,
  eq: 0x5b,
  ne: 0x5c,
  lt: 0x5d,
  le: 0x5f,
  neg: 0x8c,
  sqrt: 0x91,
  add: 0x92,
  sub: 0x93,
  mul: 0x94,
  div: 0x95,
  convertI32: 0xb2,
  demote: 0xb6,
} as const;

export const v128 = {
  load: 0xfd00,
  load32Splat: 0xfd09,
  load64Splat: 0xfd0a,
  store: 0xfd0b,
  const: 0xfd0c,
  shuffle: 0xfd0d,
  not: 0xfd4d,
  and: 0xfd4e,
  xor: 0xfd51,
  bitselect: 0xfd52,
  load32Lane: 0xfd56,
  load64Lane: 0xfd57,
  store32Lane: 0xfd5a,
  store64Lane: 0xfd5b,
  load32Zero: 0xfd5c,
  load64Zero: 0xfd5d,
} as const;

export const i32x4 = { splat: 0xfd11, extract: 0xfd1b, replace: 0xfd1c, gtS: 0xfd3b } as const;

export const i64x2 = { splat: 0xfd12, replace: 0xfd1e } as const;

export const f32x4 = {
  extract: 0xfd1f,
  eq: 0xfd41,
  ne: 0xfd42,
  lt: 0xfd43,
  le: 0xfd45,
  demoteZero: 0xfd5e,
  neg: 0xfde1,
  sqrt: 0xfde3,
  add: 0xfde4,
  sub: 0xfde5,
  mul: 0xfde6,
  div: 0xfde7,
} as const;

export const f64x2 = {
  extract: 0xfd21,
  eq: 0xfd47,
  ne: 0xfd48,
  lt: 0xfd49,
  le: 0xfd4b,
  promoteLow: 0xfd5f,
  neg: 0xfded,
  sqrt: 0xfdef,
  add: 0xfdf0,
  sub: 0xfdf1,
  mul: 0xfdf2,
  div: 0xfdf3,
} as const;
