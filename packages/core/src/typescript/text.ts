// Instructions as JavaScript expressions. Each gives its result as the dtype holds it.

import { roundToEven } from '../elementary/roundToEven.ts';
import type { Elementary, Opcode } from '../kernel/instructions.ts';
import type { Instruction } from '../kernel/kernel.ts';
import { type DType, dtypes } from '../shape/dtype.ts';

type Text = (args: readonly string[], dtype: DType) => string;

/** An operation that rounds once in f32; on i32 it is modulo 2³². */
const arithmetic =
  (write: (args: readonly string[]) => string, whole?: (args: readonly string[]) => string): Text =>
  (args, dtype) =>
    dtype === 'f32' ? `fround(${write(args)})` : dtype === 'i32' ? (whole ?? write)(args) : write(args);

/** Each instruction as an expression. f32 rounds every result once; truth values are 0 and 1. */
const texts: { readonly [O in Opcode]: Text } = {
  add: arithmetic(
    ([x, y]) => `${x} + ${y}`,
    ([x, y]) => `(${x} + ${y}) | 0`,
  ),
  sub: arithmetic(
    ([x, y]) => `${x} - ${y}`,
    ([x, y]) => `(${x} - ${y}) | 0`,
  ),
  mul: arithmetic(
    ([x, y]) => `${x} * ${y}`,
    ([x, y]) => `Math.imul(${x}, ${y})`,
  ),
  div: arithmetic(([x, y]) => `${x} / ${y}`),
  sqrt: arithmetic(([x]) => `Math.sqrt(${x})`),
  neg: ([x], dtype) => (dtype === 'i32' ? `-${x} | 0` : `-${x}`),
  abs: ([x], dtype) => (dtype === 'i32' ? `Math.abs(${x}) | 0` : `Math.abs(${x})`),
  floor: ([x]) => `Math.floor(${x})`,
  ceil: ([x]) => `Math.ceil(${x})`,
  round: ([x]) => `roundToEven(${x})`,
  min: ([x, y]) => `Math.min(${x}, ${y})`,
  max: ([x, y]) => `Math.max(${x}, ${y})`,
  less: ([x, y]) => `${x} < ${y} ? 1 : 0`,
  lessEqual: ([x, y]) => `${x} <= ${y} ? 1 : 0`,
  equal: ([x, y]) => `${x} === ${y} ? 1 : 0`,
  notEqual: ([x, y]) => `${x} !== ${y} ? 1 : 0`,
  and: ([x, y]) => `${x} & ${y}`,
  or: ([x, y]) => `${x} | ${y}`,
  xor: ([x, y]) => `${x} ^ ${y}`,
  not: ([x], dtype) => (dtype === 'bool' ? `${x} ^ 1` : `~${x}`),
  shiftLeft: ([x, y]) => `${x} << ${y}`,
  shiftRight: ([x, y]) => `(${x} >>> ${y}) | 0`,
  select: ([condition, x, y]) => `${condition} !== 0 ? ${x} : ${y}`,
  convert: ([x], dtype) =>
    dtype === 'bool'
      ? `${x} !== 0 ? 1 : 0`
      : dtype === 'f32'
        ? `fround(${x})`
        : dtype === 'i32'
          ? `toInt32(${x})`
          : `${x}`,
};

/** An instruction on values that stand for themselves, as an expression; `dtype` is that of the result. */
export function textOf(op: Opcode | Elementary, args: readonly string[], dtype: DType): string {
  if (typeof op === 'string') return texts[op](args, dtype);
  const call = `${op.name}(${args.join(', ')})`;
  return dtype === 'f32' ? `fround(${call})` : call;
}

/** What the expressions of these instructions call, by name. */
export function calledBy(body: readonly Instruction[]): Record<string, unknown> {
  const called: Record<string, unknown> = { fround: Math.fround, toInt32: dtypes.i32.round, roundToEven };
  for (const { op } of body) if (typeof op === 'object') called[op.name] = op.compute;
  return called;
}
