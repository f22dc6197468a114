// The front door of @chainrule/core.

export {
  arange,
  type BackendStatus,
  backend,
  backprop,
  compile,
  customGradient,
  eye,
  full,
  grad,
  gradCheck,
  hessian,
  hvp,
  jacobian,
  jvp,
  linspace,
  ones,
  scan,
  tensor,
  valueAndGrad,
  vjp,
  vmap,
  zeros,
} from './api.ts';
export type { Arange } from './constructors/arange.ts';
export type { Eye } from './constructors/eye.ts';
export type { Fill, Full } from './constructors/full.ts';
export type { Linspace, LinspaceOptions } from './constructors/linspace.ts';
export type { ConstructorOptions } from './constructors/place.ts';
export {
  ArgumentError,
  BackendError,
  ChainruleError,
  DTypeError,
  ShapeError,
  TraceError,
} from './errors.ts';
export type { Backprop, Ledger, LedgerResult, LedgerRow } from './explain/backprop.ts';
export type { GradCheck, GradCheckOptions, GradCheckReport, GradCheckRow } from './explain/grad-check.ts';
export { named } from './explain/named.ts';
export {
  type EquationJSON,
  type NumberJSON,
  type ProgramJSON,
  program,
  type TracedProgram,
} from './explain/program.ts';
export { clip, reciprocal, relu } from './functions/activations.ts';
export { type ArgOptions, argmax, argmin } from './functions/arg-extremes.ts';
export { type Like, onesLike, zerosLike } from './functions/like.ts';
export { mean, std, type VarianceOptions, variance } from './functions/mean.ts';
export { type NormOptions, norm } from './functions/norm.ts';
export { oneHot } from './functions/one-hot.ts';
export { prod } from './functions/prod.ts';
export { logSoftmax, logSumExp, type SoftmaxOptions, softmax } from './functions/softmax.ts';
export { sort } from './functions/sort.ts';
export { stack } from './functions/stack.ts';
export { all, allClose, any, type Tolerance } from './functions/truth.ts';
export { binaryCrossEntropy, type CrossEntropyOptions, crossEntropy } from './losses/cross-entropy.ts';
export { mse } from './losses/mse.ts';
export { type AdamOptions, type AdamWOptions, adam, adamW } from './optimisers/adam.ts';
export type { Operands, Optimiser, OptimiserState, RateOptions } from './optimisers/optimiser.ts';
export { type RmsPropOptions, rmsProp } from './optimisers/rms-prop.ts';
export * as schedules from './optimisers/schedules.ts';
export { type SgdOptions, sgd } from './optimisers/sgd.ts';
export { abs } from './primitives/abs.ts';
export { acos } from './primitives/acos.ts';
export { acosh } from './primitives/acosh.ts';
export { add } from './primitives/add.ts';
export { argsort } from './primitives/argsort.ts';
export { asin } from './primitives/asin.ts';
export { asinh } from './primitives/asinh.ts';
export { atan } from './primitives/atan.ts';
export { atan2 } from './primitives/atan2.ts';
export { atanh } from './primitives/atanh.ts';
export { bitwiseAnd, bitwiseNot, bitwiseOr, bitwiseXor, shiftLeft, shiftRightLogical } from './primitives/bits.ts';
export { cbrt } from './primitives/cbrt.ts';
export { ceil } from './primitives/ceil.ts';
export { equal, greater, greaterEqual, less, lessEqual, notEqual } from './primitives/compare.ts';
export { concatenate } from './primitives/concatenate.ts';
export { astype } from './primitives/convert.ts';
export { cos } from './primitives/cos.ts';
export { cosh } from './primitives/cosh.ts';
export { cumsum } from './primitives/cumsum.ts';
export { div } from './primitives/div.ts';
export { erf } from './primitives/erf.ts';
export { erfc } from './primitives/erfc.ts';
export { exp } from './primitives/exp.ts';
export { exp2 } from './primitives/exp2.ts';
export { expm1 } from './primitives/expm1.ts';
export { max, min } from './primitives/extremes.ts';
export { floor } from './primitives/floor.ts';
export { log } from './primitives/log.ts';
export { log1p } from './primitives/log1p.ts';
export { log2 } from './primitives/log2.ts';
export { log10 } from './primitives/log10.ts';
export { logAddExp } from './primitives/logAddExp.ts';
export { isFinite, isInf, isNaN, logicalAnd, logicalNot, logicalOr, logicalXor } from './primitives/logic.ts';
export { dot, matmul, outer } from './primitives/matmul.ts';
export { maximum } from './primitives/maximum.ts';
export { minimum } from './primitives/minimum.ts';
export { mul } from './primitives/mul.ts';
export { neg } from './primitives/neg.ts';
export { pad } from './primitives/pad.ts';
export { pow } from './primitives/pow.ts';
export type { ReductionOptions } from './primitives/reduce.ts';
export { rem } from './primitives/rem.ts';
export { reshape } from './primitives/reshape.ts';
export { round } from './primitives/round.ts';
export { sigmoid } from './primitives/sigmoid.ts';
export { sign } from './primitives/sign.ts';
export { sin } from './primitives/sin.ts';
export { sinh } from './primitives/sinh.ts';
export { slice } from './primitives/slice.ts';
export { softplus } from './primitives/softplus.ts';
export { sqrt } from './primitives/sqrt.ts';
export { square } from './primitives/square.ts';
export { stopGradient } from './primitives/stop-gradient.ts';
export { sub } from './primitives/sub.ts';
export { sum } from './primitives/sum.ts';
export { scatterAdd, take, takeAlongAxis } from './primitives/take.ts';
export { tan } from './primitives/tan.ts';
export { tanh } from './primitives/tanh.ts';
export { broadcastTo, expandDims, flip, split, squeeze, transpose } from './primitives/views.ts';
export { where } from './primitives/where.ts';
export * as random from './random/front.ts';
export type { DType, TypedArray } from './shape/dtype.ts';
export type { Shape } from './shape/shape.ts';
export type { CustomGradient } from './structural/custom-gradient.ts';
export type { Scan, ScanOptions } from './structural/scan.ts';
export type { GivenArray, Nested, NumberArray, Operand, Result, Tensor, Truth, TruthArray } from './tensor/operand.ts';
export type { Compile } from './transforms/compile.ts';
export type { Grad, Objective, ValueAndGrad } from './transforms/grad.ts';
export type { Hessian, Hvp, Jacobian, JacobianOptions } from './transforms/jacobian.ts';
export type { Jvp } from './transforms/jvp.ts';
export type { MakeTensor, TensorOptions } from './transforms/tensor.ts';
export type { Arg, Batch, Gradient, Mapped } from './transforms/types.ts';
export type { Vjp } from './transforms/vjp.ts';
export type { Axes, Vmap, VmapOptions } from './transforms/vmap.ts';
export * as tree from './tree/front.ts';
export { configure } from './typescript/code.ts';
