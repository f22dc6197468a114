// Plans written by hand, for the tests: one kernel over whole arrays, all in memory order.

import type {
  Access,
  DType,
  InnerStep,
  Instruction,
  Kernel,
  KernelCall,
  Opcode,
  Placement,
  Plan,
  Reduction,
  Slot,
} from '@chainrule/core/backend';

/** A kernel with its key, which is all of it as text. */
export function kernelOf(parts: Omit<Kernel, 'key'>): Kernel {
  return { key: JSON.stringify(parts), ...parts };
}

interface Loop {
  readonly form: Kernel['form'];
  readonly n: number;
  readonly loads: readonly Access[];
  readonly constants?: readonly { readonly dtype: DType; readonly value: number }[];
  readonly body: readonly Instruction[];
  /** Indices of stored and of reduced values, with the dtype of each. */
  readonly stores?: readonly { readonly value: number; readonly dtype: DType; readonly inner?: InnerStep }[];
  readonly reductions?: readonly Reduction[];
  /** Reductions by +. */
  readonly sums?: readonly Omit<Reduction, 'op'>[];
  readonly placement?: Placement;
}

/** A plan of one kernel without outer axes: input i is load i, the outputs are the stores and then the sums. */
export function loop({
  form,
  n,
  loads,
  constants = [],
  body,
  stores = [],
  placement = 'host',
  ...reduced
}: Loop): Plan {
  const { sums = [], reductions = sums.map((sum): Reduction => ({ ...sum, op: 'add' })) } = reduced;
  const kernel = kernelOf({
    form,
    outer: 0,
    loads,
    constants: constants.map(({ dtype }) => dtype),
    body,
    stores: stores.map(({ inner = 'unit', ...store }) => ({ inner, ...store })),
    reductions,
  });
  const lengthOf = (inner: InnerStep): number => (form === 'point' || inner === 'still' ? 1 : n);
  const strideOf = (inner: InnerStep): number[] => (form === 'point' ? [] : [inner === 'still' ? 0 : 1]);
  const slots: Slot[] = [
    ...loads.map(({ dtype, inner }) => ({ dtype, length: lengthOf(inner) })),
    ...kernel.stores.map(({ dtype, inner }) => ({ dtype, length: lengthOf(inner) })),
    ...reductions.map(({ dtype }) => ({ dtype, length: 1 })),
  ];
  const call: KernelCall = {
    step: 'kernel',
    kernel,
    sizes: form === 'point' ? [] : [n],
    loads: loads.map(({ inner }, i) => ({ slot: i, offset: 0, strides: strideOf(inner) })),
    stores: kernel.stores.map(({ inner }, i) => ({ slot: loads.length + i, offset: 0, strides: strideOf(inner) })),
    reductions: reductions.map((_, i) => ({ slot: loads.length + kernel.stores.length + i, offset: 0, strides: [] })),
    constants: constants.map(({ value }) => value),
  };
  const outputs = slots.slice(loads.length).map((_, i) => ({ slot: loads.length + i, placement }));
  return { inputs: loads.length, slots, steps: [call], outputs };
}

const unit: Access = { dtype: 'f64', inner: 'unit' };
const still: Access = { dtype: 'f64', inner: 'still' };

/** r = y − (a·x + b) with Σ r², Σ −2·x·r and Σ −2·r: the least-squares loss of a line and its gradient. */
export function leastSquares(n: number, placement: Placement): Plan {
  const f64 = (op: Opcode, ...args: number[]): Instruction => ({ op, dtype: 'f64', args });
  return loop({
    form: 'reduce',
    n,
    loads: [still, still, unit, unit],
    constants: [{ dtype: 'f64', value: -2 }],
    body: [f64('mul', 0, 2), f64('add', 5, 1), f64('sub', 3, 6), f64('mul', 7, 7), f64('mul', 4, 7), f64('mul', 9, 2)],
    sums: [
      { value: 8, dtype: 'f64' },
      { value: 10, dtype: 'f64' },
      { value: 9, dtype: 'f64' },
    ],
    placement,
  });
}

/** x + 1 for each element of an f64 array. */
export function increment(n: number, placement: Placement): Plan {
  return loop({
    form: 'map',
    n,
    loads: [unit],
    constants: [{ dtype: 'f64', value: 1 }],
    body: [{ op: 'add', dtype: 'f64', args: [0, 1] }],
    stores: [{ value: 2, dtype: 'f64' }],
    placement,
  });
}
