// The TypeScript backend: kernels as generated JavaScript loops, or interpreted where the page forbids generated code.

import { BackendError } from '../errors.ts';
import type { Backend, Executable, Input, Output } from '../kernel/backend.ts';
import type { Placement, Plan } from '../kernel/plan.ts';
import { dtypes, type TypedArray } from '../shape/dtype.ts';
import { HostBuffer, hostBuffer } from './host.ts';
import { type Ready, readySteps } from './steps.ts';

/** Working arrays up to this many elements stay with the executable; longer ones live for one run. */
const keptLength = 65536;

class TypescriptExecutable implements Executable {
  private readonly steps: readonly Ready[];
  private readonly slots: TypedArray[];
  /** Arrays of length 1 for inputs that come as numbers. */
  private readonly scalars: readonly (TypedArray | undefined)[];
  /** Slots that need an array of their own in each run: given out, or too long to keep. */
  private readonly fresh: readonly { readonly slot: number; readonly make: () => TypedArray }[];
  /** `copied`: the slot's array belongs to somebody else already. */
  private readonly outputs: readonly {
    readonly slot: number;
    readonly placement: Placement;
    readonly copied: boolean;
  }[];

  constructor(plan: Plan) {
    this.steps = readySteps(plan.steps);
    const given = new Set<number>();
    this.outputs = plan.outputs.map(({ slot, placement }) => {
      const copied = slot < plan.inputs || given.has(slot);
      if (placement !== 'number') given.add(slot);
      return { slot, placement, copied };
    });
    const lasting = plan.slots.map(({ length }, i) => i >= plan.inputs && !given.has(i) && length <= keptLength);
    this.slots = plan.slots.map(({ dtype, length }, i) => dtypes[dtype].allocate(lasting[i] ? length : 0));
    this.scalars = plan.slots
      .slice(0, plan.inputs)
      .map(({ dtype, length }) => (length === 1 ? dtypes[dtype].allocate(1) : undefined));
    this.fresh = plan.slots.flatMap(({ dtype, length }, slot) =>
      slot < plan.inputs || lasting[slot] ? [] : [{ slot, make: () => dtypes[dtype].allocate(length) }],
    );
  }

  run(inputs: readonly Input[]): Output[] {
    const { slots, scalars, steps, fresh } = this;
    for (let i = 0; i < scalars.length; i++) {
      const input = inputs[i];
      if (typeof input === 'number') {
        const scalar = scalars[i];
        if (scalar === undefined) throw new BackendError(`input ${i} of the plan is an array, got the number ${input}`);
        scalar[0] = input;
        slots[i] = scalar;
      } else if (input === undefined) {
        throw new BackendError(`the plan takes ${scalars.length} inputs, got ${inputs.length}`);
      } else {
        slots[i] = arrayOf(input);
      }
    }
    for (const { slot, make } of fresh) slots[slot] = make();
    for (let i = 0; i < steps.length; i++) steps[i]?.(slots);
    return this.outputs.map(({ slot, placement, copied }) => {
      const data = slots[slot] as TypedArray;
      if (placement === 'number') return data[0] as number;
      const own = copied ? data.slice() : data;
      return placement === 'host' ? own : hostBuffer(typescriptBackend, own);
    });
  }
}

function arrayOf(input: Exclude<Input, number>): TypedArray {
  if (input instanceof HostBuffer) return input.data;
  if (typeof input === 'object' && 'backend' in input) return input.read();
  return input;
}

/** The backend behind `@chainrule/core`. It is always available. */
export const typescriptBackend: Backend = {
  name: 'typescript',
  available: true,
  place: (data) => hostBuffer(typescriptBackend, data.slice()),
  prepare: (plan) => new TypescriptExecutable(plan),
};
