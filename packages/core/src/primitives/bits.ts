// Operations on the bits of whole numbers (i32), for random numbers and hashes. No gradient flows through them.

import { elementwise } from '../primitive/define.ts';
import type { Primitive } from '../program/primitive.ts';
import type { Operand, Result } from '../tensor/operand.ts';
import { binary, unary } from './apply.ts';

const bitwiseAndPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'bitwiseAnd',
  arity: 2,
  op: 'and',
  domain: 'whole',
  scalar: (x, y) => x & y,
});

const bitwiseOrPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'bitwiseOr',
  arity: 2,
  op: 'or',
  domain: 'whole',
  scalar: (x, y) => x | y,
});

const bitwiseXorPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'bitwiseXor',
  arity: 2,
  op: 'xor',
  domain: 'whole',
  scalar: (x, y) => x ^ y,
});

const bitwiseNotPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'bitwiseNot',
  arity: 1,
  op: 'not',
  domain: 'whole',
  scalar: (x) => ~x,
});

const shiftLeftPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'shiftLeft',
  arity: 2,
  op: 'shiftLeft',
  domain: 'whole',
  scalar: (x, y) => x << y,
});

const shiftRightLogicalPrimitive: Primitive = /* @__PURE__ */ elementwise({
  name: 'shiftRightLogical',
  arity: 2,
  op: 'shiftRight',
  domain: 'whole',
  scalar: (x, y) => (x >>> y) | 0,
});

/** The bits that are set in both, element by element, with NumPy’s broadcasting; i32. Throws a {@link DTypeError} for floats. */
export function bitwiseAnd<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(bitwiseAndPrimitive, x, y);
}

/** The bits that are set in at least one, element by element, with NumPy’s broadcasting; i32. Throws a {@link DTypeError} for floats. */
export function bitwiseOr<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(bitwiseOrPrimitive, x, y);
}

/** The bits that are set in exactly one, element by element, with NumPy’s broadcasting; i32. Throws a {@link DTypeError} for floats. */
export function bitwiseXor<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(bitwiseXorPrimitive, x, y);
}

/** The bits that are not set, element by element; i32. Throws a {@link DTypeError} for floats. */
export function bitwiseNot<A extends Operand>(x: A): Result<A> {
  return unary(bitwiseNotPrimitive, x);
}

/** The bits of x moved up by y places (0 to 31), zeros moving in, element by element; i32. Throws a {@link DTypeError} for floats. */
export function shiftLeft<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(shiftLeftPrimitive, x, y);
}

/** The bits of x moved down by y places (0 to 31), zeros moving in, element by element; i32. Throws a {@link DTypeError} for floats. */
export function shiftRightLogical<A extends Operand, B extends Operand>(x: A, y: B): Result<A, B> {
  return binary(shiftRightLogicalPrimitive, x, y);
}
