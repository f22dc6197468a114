// The transforms of this package: the engine's, with numbers computed by the TypeScript backend.

import { type Arange, arangeOn } from './constructors/arange.ts';
import { type Eye, eyeOn } from './constructors/eye.ts';
import { type Fill, type Full, fullOn, onesOn, zerosOn } from './constructors/full.ts';
import { type Linspace, linspaceOn } from './constructors/linspace.ts';
import { type Backprop, backpropOn } from './explain/backprop.ts';
import { type GradCheck, gradCheckOn } from './explain/grad-check.ts';
import { type CustomGradient, customGradientOn } from './structural/custom-gradient.ts';
import { type Scan, scanOn } from './structural/scan.ts';
import { type Compile, compileOn } from './transforms/compile.ts';
import { type Grad, gradOn, type ValueAndGrad, valueAndGradOn } from './transforms/grad.ts';
import { type Hessian, type Hvp, hessianOn, hvpOn, type Jacobian, jacobianOn } from './transforms/jacobian.ts';
import { type Jvp, jvpOn } from './transforms/jvp.ts';
import { type MakeTensor, tensorOn } from './transforms/tensor.ts';
import { type Vjp, vjpOn } from './transforms/vjp.ts';
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
 * Zeros: `zeros(shape, { dtype })`; the shape is a list, `[]` for a single number. The dtype is f64 unless given.
 * Throws a {@link ShapeError} or a {@link DTypeError} for another shape or dtype.
 */
export const zeros: Fill = /* @__PURE__ */ zerosOn(typescriptBackend);

/**
 * Ones: `ones(shape, { dtype })`; the dtype is f64 unless given.
 * Throws a {@link ShapeError} or a {@link DTypeError} for another shape or dtype.
 */
export const ones: Fill = /* @__PURE__ */ onesOn(typescriptBackend);

/**
 * One value everywhere: `full(shape, value, { dtype })`. The dtype is that of the value unless given: f64 for a number, bool
 * for a boolean. An array or a traced value is repeated by NumPy’s broadcasting, and gradients flow to it.
 * Throws a {@link ShapeError} for another shape, or one that the value does not broadcast to, a {@link DTypeError} for
 * another dtype.
 */
export const full: Full = /* @__PURE__ */ fullOn(typescriptBackend);

/**
 * Numbers a step apart: `arange(stop)` from 0, `arange(start, stop)`, `arange(start, stop, step)`, each with `{ dtype }`
 * last (default f64). Number i is start + i · step; there are ⌈(stop − start) / step⌉ of them, none where that is
 * negative. With a fractional step, rounding may add a number at `stop`: {@link linspace} says how many there are.
 * Throws an {@link ArgumentError} for a step of 0 and for numbers that are not finite or not known yet.
 */
export const arange: Arange = /* @__PURE__ */ arangeOn(typescriptBackend);

/**
 * `num` numbers (default 50), evenly spaced from `start` to `stop`: `linspace(start, stop, num, { endpoint, dtype })`. The
 * first and the last one are exact; without `endpoint` the last one is a step before `stop`. For i32 they are
 * rounded down.
 * Throws an {@link ArgumentError} for bounds that are not finite, or a number of them that is not whole.
 */
export const linspace: Linspace = /* @__PURE__ */ linspaceOn(typescriptBackend);

/**
 * The identity matrix `eye(n)`, or of shape [n, m] with ones on its diagonal: `eye(n, m, { dtype })`; f64 unless given.
 * Throws an {@link ArgumentError} for sizes that are no whole numbers.
 */
export const eye: Eye = /* @__PURE__ */ eyeOn(typescriptBackend);

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
 * Forward mode: `jvp(f)([x, …], [dx, …])` → `[value, tangent]`, the change of the result when the arguments change in the
 * direction of the tangents. Both lists have one entry per argument, of the same form; tangents of i32 and bool are ignored.
 * With `{ hasAux: true }` the function returns `[value, more]`, and what comes back is `[value, tangent, more]`.
 * Griewank & Walther, Evaluating Derivatives, 2nd ed., ch. 3.
 * Throws an {@link ArgumentError} where the forms differ, a {@link ShapeError} where shapes do.
 */
export const jvp: Jvp = /* @__PURE__ */ jvpOn(typescriptBackend);

/**
 * Reverse mode: `vjp(f)([x, …], upstream)` → `[value, downstream]`. `upstream` has the form of the result (1 for a single
 * number); `downstream` is a list with one entry per argument, 0 for i32 and bool.
 * With `{ hasAux: true }` the function returns `[value, more]`, and what comes back is `[value, downstream, more]`.
 * Throws an {@link ArgumentError} where the forms differ, a {@link ShapeError} where shapes do.
 */
export const vjp: Vjp = /* @__PURE__ */ vjpOn(typescriptBackend);

/**
 * All partial derivatives of a function: `jacobian(f, { mode, argnums, hasAux })(x, …)`. For a result of shape R and an argument of
 * shape A an array of shape [...R, ...A]; for trees a tree like the result, at each leaf a tree like the argument. Forward
 * mode runs one batched pass over the numbers of the arguments, reverse mode over those of the results; unless told, it
 * takes the fewer. With `hasAux` the function returns `[value, more]`, and what comes back is `[jacobian, more]`.
 * Throws an {@link ArgumentError} for another mode, a {@link DTypeError} for arguments of i32 or bool.
 */
export const jacobian: Jacobian = /* @__PURE__ */ jacobianOn(typescriptBackend);

/**
 * The second derivatives of a function that returns one number: `hessian(f, { argnums, hasAux })(x, …)`, of shape [...A, ...A] for
 * an argument of shape A; for a tree a tree of trees. Forward mode over reverse mode.
 * Throws as {@link grad} does.
 */
export const hessian: Hessian = /* @__PURE__ */ hessianOn(typescriptBackend);

/**
 * The Hessian of a function, by its first argument, times a direction, without computing the Hessian:
 * `hvp(f)(x, v, …rest)`, in the form of x. Forward mode over reverse mode (Pearlmutter, Neural Computation 6, 1994).
 * Throws as {@link grad} and {@link jvp} do.
 */
export const hvp: Hvp = /* @__PURE__ */ hvpOn(typescriptBackend);

/**
 * A loop as one operation: `scan(step, init, xs, { length, reverse })` → `[carry, ys]`. `step(carry, x)` returns
 * `[carry, y]`; it is traced once, and run for each slice of xs along axis 0 (for `null` and a `length`: `step(carry)`). ys
 * are stacked along axis 0. The program stays small however long the loop, and differentiates in both modes; reverse mode
 * keeps the carry of each iteration. Types and shapes of the carry stay the same from step to step.
 * Throws an {@link ArgumentError} or a {@link ShapeError} where forms, lengths, shapes or dtypes do not fit.
 */
export const scan: Scan = /* @__PURE__ */ scanOn(typescriptBackend);

/**
 * A function with a gradient of your own: `customGradient(f, rule)` is called like `f`. Where it is differentiated,
 * `rule(upstream, value, …args)` gives a list with one downstream gradient per argument; it must be linear in `upstream`,
 * and forward mode follows from it. Values that f and the rule close over are taken for constants.
 * Throws an {@link ArgumentError} or a {@link ShapeError} where what the rule returns does not fit the arguments.
 */
export const customGradient: CustomGradient = /* @__PURE__ */ customGradientOn(typescriptBackend);

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
 *
 * Where JavaScript may be generated (see `configure`), the arguments are checked and taken apart by generated code,
 * on either backend; a function of few plain numbers (sums of up to 8 of them) that gives numbers is generated whole.
 */
export const compile: Compile = /* @__PURE__ */ compileOn(typescriptBackend);

/**
 * The backward pass as data: `backprop(f)(first, …rest)` → `{ value, gradient, rows }`, a row for each operand of each
 * node, in the order of the pass, with upstream, local and downstream. Name nodes with {@link named}.
 */
export const backprop: Backprop = /* @__PURE__ */ backpropOn(typescriptBackend);

/**
 * Whether a gradient is right: `gradCheck(f, { argnums, tolerance, elements, seed })(…args)` →
 * `{ ok, worst: { path, reverse, forward, numeric, error }, checked }`. For each element of the arguments (of more than
 * `elements`, 100 unless given, a random choice) it compares reverse mode, forward mode and central differences,
 * extrapolated (Ridders, Advances in Engineering Software 4, 1982). It reports, and throws only for bad input. f32 arguments are
 * checked as f64. Where a function has a kink, or holds a stopGradient, the three differ, and the report says so.
 * Throws as {@link grad} does; an {@link ArgumentError} for a tolerance or a number of elements that is none, a
 * {@link TraceError} for traced arguments.
 */
export const gradCheck: GradCheck = /* @__PURE__ */ gradCheckOn(typescriptBackend);
