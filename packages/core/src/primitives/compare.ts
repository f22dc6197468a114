// Comparisons. Their results are truth values: no gradient flows through them, `where` chooses by them.

import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Truth } from '../tensor/operand.ts';
import { judge } from './apply.ts';

const lessPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'less',
  arity: 2,
  op: 'less',
  scalar: (x, y) => Number(x < y),
  domain: 'any',
  comparison: true,
});

const lessEqualPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'lessEqual',
  arity: 2,
  op: 'lessEqual',
  scalar: (x, y) => Number(x <= y),
  domain: 'any',
  comparison: true,
});

const greaterPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'greater',
  arity: 2,
  op: 'less',
  args: [1, 0],
  scalar: (x, y) => Number(x > y),
  domain: 'any',
  comparison: true,
});

const greaterEqualPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'greaterEqual',
  arity: 2,
  op: 'lessEqual',
  args: [1, 0],
  scalar: (x, y) => Number(x >= y),
  domain: 'any',
  comparison: true,
});

const equalPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'equal',
  arity: 2,
  op: 'equal',
  scalar: (x, y) => Number(x === y),
  domain: 'any',
  comparison: true,
});

const notEqualPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'notEqual',
  arity: 2,
  op: 'notEqual',
  scalar: (x, y) => Number(x !== y),
  domain: 'any',
  comparison: true,
});

/** Whether x < y, element by element, with NumPy’s broadcasting; false with a NaN. */
export function less<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(lessPrimitive, x, y);
}

/** Whether x ≤ y, element by element, with NumPy’s broadcasting; false with a NaN. */
export function lessEqual<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(lessEqualPrimitive, x, y);
}

/** Whether x > y, element by element, with NumPy’s broadcasting; false with a NaN. */
export function greater<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(greaterPrimitive, x, y);
}

/** Whether x ≥ y, element by element, with NumPy’s broadcasting; false with a NaN. */
export function greaterEqual<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(greaterEqualPrimitive, x, y);
}

/** Whether x = y, element by element, with NumPy’s broadcasting; false with a NaN, true for 0 and −0. */
export function equal<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(equalPrimitive, x, y);
}

/** Whether x ≠ y, element by element, with NumPy’s broadcasting; true with a NaN. */
export function notEqual<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(notEqualPrimitive, x, y);
}
