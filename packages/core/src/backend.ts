// The front door for backends, @chainrule/core/backend: what a backend receives, and the transforms to be bound to it.

export type { BackendStatus } from './api.ts';
export { BackendError, ChainruleError } from './errors.ts';
export { backpropOn } from './explain/backprop.ts';
export type { Backend, Buffer, Executable, Input, Output } from './kernel/backend.ts';
export type { Opcode } from './kernel/instructions.ts';
export {
  type Access,
  type Binding,
  type InnerStep,
  type Instruction,
  type Kernel,
  type KernelCall,
  type Store,
  type Sum,
  valueDType,
} from './kernel/kernel.ts';
export type { Placement, Plan, Slot } from './kernel/plan.ts';
export { summation } from './kernel/summation.ts';
export { type DType, dtypeOf, dtypes, type TypedArray } from './shape/dtype.ts';
export { compileOn } from './transforms/compile.ts';
export { gradOn, valueAndGradOn } from './transforms/grad.ts';
export { tensorOn } from './transforms/tensor.ts';
export { vmapOn } from './transforms/vmap.ts';
