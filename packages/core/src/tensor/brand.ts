// How a tensor is recognised: by a registered symbol, so that two copies of the package agree.

import type { Tensor } from './operand.ts';

/** Present on every tensor, of every package, traced or not. */
export const tensorBrand: unique symbol = /* @__PURE__ */ Symbol.for('chainrule.tensor') as never;

/** Whether a value is a tensor: of this package or another, traced or with known numbers. */
export function isTensor(value: unknown): value is Tensor {
  return typeof value === 'object' && value !== null && tensorBrand in value;
}
