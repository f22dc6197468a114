// Logic on truth values. Operands that are not bool hold where they are not 0.

import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Truth } from '../tensor/operand.ts';
import { judge } from './apply.ts';
import { equal, notEqual } from './compare.ts';

const logicalAndPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'logicalAnd',
  arity: 2,
  op: 'and',
  domain: 'truth',
  scalar: (x, y) => x & y,
  truth: true,
});

const logicalOrPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'logicalOr',
  arity: 2,
  op: 'or',
  domain: 'truth',
  scalar: (x, y) => x | y,
  truth: true,
});

const logicalXorPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'logicalXor',
  arity: 2,
  op: 'xor',
  domain: 'truth',
  scalar: (x, y) => x ^ y,
  truth: true,
});

const logicalNotPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'logicalNot',
  arity: 1,
  op: 'not',
  domain: 'truth',
  scalar: (x) => 1 - x,
  truth: true,
});

/** Whether both hold, element by element, with NumPy’s broadcasting. */
export function logicalAnd<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(logicalAndPrimitive, x, y);
}

/** Whether at least one holds, element by element, with NumPy’s broadcasting. */
export function logicalOr<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(logicalOrPrimitive, x, y);
}

/** Whether exactly one holds, element by element, with NumPy’s broadcasting. */
export function logicalXor<A extends Operand, B extends Operand>(x: A, y: B): Truth<A, B> {
  return judge(logicalXorPrimitive, x, y);
}

/** Whether x does not hold, element by element. */
export function logicalNot<A extends Operand>(x: A): Truth<A> {
  return judge(logicalNotPrimitive, x);
}

/** Whether x is NaN, element by element. */
export function isNaN<A extends Operand>(x: A): Truth<A> {
  return notEqual(x, x) as Truth<A>;
}

/** Whether x is ∞ or −∞, element by element. */
export function isInf<A extends Operand>(x: A): Truth<A> {
  return logicalOr(equal(x, Number.POSITIVE_INFINITY), equal(x, Number.NEGATIVE_INFINITY)) as Truth<A>;
}

/** Whether x is neither NaN nor infinite, element by element. */
export function isFinite<A extends Operand>(x: A): Truth<A> {
  return logicalNot(logicalOr(isNaN(x), isInf(x))) as Truth<A>;
}
