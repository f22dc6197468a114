// The front door for backends, @chainrule/core/backend: what a backend receives, and the transforms to be bound to it.

export type { BackendStatus } from './api.ts';
export { arangeOn } from './constructors/arange.ts';
export { eyeOn } from './constructors/eye.ts';
export { fullOn, onesOn, zerosOn } from './constructors/full.ts';
export { linspaceOn } from './constructors/linspace.ts';
export { BackendError, ChainruleError } from './errors.ts';
export { backpropOn } from './explain/backprop.ts';
export { gradCheckOn } from './explain/grad-check.ts';
export type { Backend, Buffer, Executable, Input, Output } from './kernel/backend.ts';
export type { Elementary, Opcode } from './kernel/instructions.ts';
export {
  type Access,
  type Binding,
  type InnerStep,
  type Instruction,
  type Kernel,
  type KernelCall,
  type NumberType,
  type Reduction,
  type ReductionOp,
  type Store,
  valueDType,
} from './kernel/kernel.ts';
export type { Copy, Loop, Moving, Placement, Plan, Slot, Step } from './kernel/plan.ts';
export { ownSizes, type Routine, type RoutineCall } from './kernel/routine.ts';
export { summation } from './kernel/summation.ts';
export { type DType, dtypeOf, dtypes, type TypedArray } from './shape/dtype.ts';
export { customGradientOn } from './structural/custom-gradient.ts';
export { scanOn } from './structural/scan.ts';
export { compileOn } from './transforms/compile.ts';
export { gradOn, valueAndGradOn } from './transforms/grad.ts';
export { hessianOn, hvpOn, jacobianOn } from './transforms/jacobian.ts';
export { jvpOn } from './transforms/jvp.ts';
export { tensorOn } from './transforms/tensor.ts';
export { vjpOn } from './transforms/vjp.ts';
export { vmapOn } from './transforms/vmap.ts';
