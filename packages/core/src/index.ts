// The front door of @chainrule/core.

export { type BackendStatus, backend, backprop, compile, grad, tensor, valueAndGrad, vmap } from './api.ts';
export {
  ArgumentError,
  BackendError,
  ChainruleError,
  DTypeError,
  ShapeError,
  TraceError,
} from './errors.ts';
export type { Backprop, Ledger, LedgerRow } from './explain/backprop.ts';
export { named } from './explain/named.ts';
export { type EquationJSON, type ProgramJSON, program, type TracedProgram } from './explain/program.ts';
export { add } from './primitives/add.ts';
export { equal, greater, greaterEqual, less, lessEqual, notEqual } from './primitives/compare.ts';
export { div } from './primitives/div.ts';
export { exp } from './primitives/exp.ts';
export { log } from './primitives/log.ts';
export { mul } from './primitives/mul.ts';
export { neg } from './primitives/neg.ts';
export { pow } from './primitives/pow.ts';
export { reshape } from './primitives/reshape.ts';
export { sqrt } from './primitives/sqrt.ts';
export { square } from './primitives/square.ts';
export { sub } from './primitives/sub.ts';
export { mean, type ReductionOptions, sum } from './primitives/sum.ts';
export { where } from './primitives/where.ts';
export type { DType, TypedArray } from './shape/dtype.ts';
export type { Shape } from './shape/shape.ts';
export type { Nested, NumberArray, Operand, Result, Tensor, Truth } from './tensor/operand.ts';
export type { Compile } from './transforms/compile.ts';
export type { Grad, Objective, ValueAndGrad } from './transforms/grad.ts';
export type { MakeTensor, TensorOptions } from './transforms/tensor.ts';
export type { Arg, Batch, Gradient, Mapped } from './transforms/types.ts';
export type { Axes, Vmap, VmapOptions } from './transforms/vmap.ts';
export * as tree from './tree/front.ts';
export { configure } from './typescript/backend.ts';
