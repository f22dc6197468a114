// What each instruction makes of numbers, as its comment in core says.

import { type DType, dtypes, type Instruction, type Kernel, type Opcode, valueDType } from '@chainrule/core/backend';

/** To the nearest whole number, halves to the even one, zeros with their sign. */
function nearest(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest === 0 || Number.isNaN(rest)) return x;
  const rounded = rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
  return rounded === 0 && x < 0 ? -0 : rounded;
}

type Compute = (x: number, y: number, z: number) => number;

const floats: { readonly [O in Opcode]?: Compute } = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  div: (x, y) => x / y,
  sqrt: (x) => Math.sqrt(x),
  neg: (x) => -x,
  abs: (x) => Math.abs(x),
  floor: (x) => Math.floor(x),
  ceil: (x) => Math.ceil(x),
  round: nearest,
};

/** Of whole numbers modulo 2³². */
const whole: { readonly [O in Opcode]?: (x: bigint, y: bigint) => bigint } = {
  add: (x, y) => x + y,
  sub: (x, y) => x - y,
  mul: (x, y) => x * y,
  neg: (x) => -x,
  abs: (x) => (x < 0n ? -x : x),
  and: (x, y) => x & y,
  or: (x, y) => x | y,
  xor: (x, y) => x ^ y,
  not: (x) => ~x,
  shiftLeft: (x, y) => x << (y & 31n),
  shiftRight: (x, y) => BigInt.asUintN(32, x) >> (y & 31n),
};

const any: { readonly [O in Opcode]?: Compute } = {
  min: (x, y) => Math.min(x, y),
  max: (x, y) => Math.max(x, y),
  less: (x, y) => Number(x < y),
  lessEqual: (x, y) => Number(x <= y),
  equal: (x, y) => Number(x === y),
  notEqual: (x, y) => Number(x !== y),
  select: (x, y, z) => (x !== 0 ? y : z),
};

const truths: { readonly [O in Opcode]?: Compute } = {
  and: (x, y) => Number(x !== 0 && y !== 0),
  or: (x, y) => Number(x !== 0 || y !== 0),
  xor: (x, y) => Number((x !== 0) !== (y !== 0)),
  not: (x) => Number(x === 0),
};

function convert(x: number, from: DType, to: DType): number {
  if (from === to) return x;
  if (to === 'bool') return Number(x !== 0);
  if (to !== 'i32') return dtypes[to].round(x);
  if (Number.isNaN(x)) return 0;
  // Adding 0 takes the sign from a zero.
  return x >= 2 ** 31 ? 2 ** 31 - 1 : x <= -(2 ** 31) ? -(2 ** 31) : Math.trunc(x) + 0;
}

/** The value of an instruction. */
export function apply(kernel: Kernel, { op, dtype, args }: Instruction, values: readonly number[]): number {
  const [x, y, z] = args.map((arg) => values[arg]) as [number, number, number];
  const { round } = dtypes[dtype];
  const from = valueDType(kernel, args[0] as number);
  if (typeof op === 'object') return round(op.compute(x, y));
  if (op === 'convert') return convert(x, from, dtype);
  const onWhole = from === 'i32' ? whole[op] : undefined;
  if (onWhole !== undefined) return Number(BigInt.asIntN(32, onWhole(BigInt(x), BigInt(y ?? 0))));
  const compute = any[op] ?? (from === 'bool' ? truths[op] : floats[op]);
  if (compute === undefined) throw new RangeError(`no ${op} of ${from}`);
  return round(compute(x, y, z));
}
