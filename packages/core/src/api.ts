// The transforms of this package: the engine's, with numbers computed by the TypeScript backend.

import { type Backprop, backpropOn } from './explain/backprop.ts';
import { type Compile, compileOn } from './transforms/compile.ts';
import { type Grad, gradOn, type ValueAndGrad, valueAndGradOn } from './transforms/grad.ts';
import { type MakeTensor, tensorOn } from './transforms/tensor.ts';
import { type Vmap, vmapOn } from './transforms/vmap.ts';
import { typescriptBackend } from './typescript/backend.ts';

/** What a package says of its backend. */
export interface BackendStatus {
  /** `typescript` or `wasm`. */
  readonly name: string;
  readonly available: boolean;
  /** Why it is not available, as a sentence. */
  readonly reason?: string;
}

/** The backend that this package computes on. */
export const backend: BackendStatus = typescriptBackend;

/**
 * A tensor of numbers: `tensor(data, { shape, dtype })`. The data (a number, nested arrays, a typed array, another
 * tensor) is copied once.
 * Throws a {@link ShapeError} for ragged arrays, or when the number of elements does not fit the shape.
 */
export const tensor: MakeTensor = /* @__PURE__ */ tensorOn(typescriptBackend);

/**
 * The gradient of a function that returns one number, by all leaves of its first argument: `grad(f)(first, …rest)`. It
 * has the form of that argument, and each leaf its shape, dtype and kind (number → number, Float64Array → Float64Array).
 * The function is traced at each call, so plain `if`s on known values and closures behave as written. What comes back
 * can be called with plain values, used inside other traced functions, and transformed again: `grad(grad(f))`.
 * Reverse mode: Griewank & Walther, Evaluating Derivatives, 2nd ed., ch. 3.
 * Throws a {@link ShapeError} if the function returns anything but one number, a {@link DTypeError} for a bool argument.
 */
export const grad: Grad = /* @__PURE__ */ gradOn(typescriptBackend);

/** Value and gradient from one pass: `valueAndGrad(f)(first, …rest)` → `[value, gradient]`. See {@link grad}. */
export const valueAndGrad: ValueAndGrad = /* @__PURE__ */ valueAndGradOn(typescriptBackend);

/**
 * Maps a function over an axis of its arguments without a loop: `vmap(f, { inAxes, outAxes })`. `inAxes` names the axis
 * of each argument: one for all (default 0), or a list with one entry per argument, each an axis, `null` for an argument
 * that is the same for all, or a tree of these. Results are tensors with the mapped axis at `outAxes` (default 0).
 * Throws a {@link ShapeError} where a mapped axis is missing or sizes differ.
 */
export const vmap: Vmap = /* @__PURE__ */ vmapOn(typescriptBackend);

/**
 * The fast path. **What the function closes over is a constant from its first call on**, and its `if`s are decided then:
 * it is traced once for each signature (form of the arguments, shapes, dtypes, kinds), and later calls only run what was
 * compiled. The last 32 signatures are kept. The result has the same kinds as that of the function itself.
 */
export const compile: Compile = /* @__PURE__ */ compileOn(typescriptBackend);

/**
 * The backward pass as data: `backprop(f)(first, …rest)` → `{ value, gradient, rows }`, a row for each operand of each
 * node, in the order of the pass, with upstream, local and downstream. Name nodes with {@link named}.
 */
export const backprop: Backprop = /* @__PURE__ */ backpropOn(typescriptBackend);
