// The TypeScript backend: kernels as generated JavaScript loops, or interpreted where the page forbids generated code.

import { BackendError } from '../errors.ts';
import type { Backend, Executable, Input, Output } from '../kernel/backend.ts';
import type { Placement, Plan } from '../kernel/plan.ts';
import { dtypes, type TypedArray } from '../shape/dtype.ts';
import { HostBuffer, hostBuffer } from './host.ts';
import { type Ready, readySteps } from './steps.ts';

/** Working arrays up to this many elements stay with the executable; longer ones live for one run. */
const keptLength = 65536;

/** Stands in for the arrays that come with a run. */
const absent = /* @__PURE__ */ new Float64Array(0);

/** A slot whose array is new in each run. */
interface Fresh {
  readonly slot: number;
  readonly make: () => TypedArray;
}

/** A slot that is given out. */
interface Given {
  readonly slot: number;
  readonly placement: Placement;
  /** Its array belongs to somebody else already. */
  readonly copied: boolean;
}

class TypescriptExecutable implements Executable {
  private readonly steps: readonly Ready[];
  private readonly slots: TypedArray[];
  /** Arrays of length 1 for inputs that come as numbers. */
  private readonly scalars: readonly (TypedArray | undefined)[];
  /** Slots that need an array of their own in each run: given out, or too long to keep. */
  private readonly fresh: readonly Fresh[];
  private readonly outputs: readonly Given[];

  constructor(plan: Plan) {
    this.steps = readySteps(plan.steps);
    const given = new Set<number>();
    this.outputs = plan.outputs.map(({ slot, placement }) => {
      const copied = slot < plan.inputs || given.has(slot);
      if (placement !== 'number') given.add(slot);
      return { slot, placement, copied };
    });
    const lasting = plan.slots.map(({ length }, i) => i >= plan.inputs && !given.has(i) && length <= keptLength);
    this.slots = plan.slots.map(({ dtype, length }, i) => (lasting[i] ? dtypes[dtype].allocate(length) : absent));
    this.scalars = plan.slots
      .slice(0, plan.inputs)
      .map(({ dtype, length }) => (length === 1 ? dtypes[dtype].allocate(1) : undefined));
    this.fresh = plan.slots.flatMap(({ dtype, length }, slot) =>
      slot < plan.inputs || lasting[slot] ? [] : [{ slot, make: () => dtypes[dtype].allocate(length) }],
    );
  }

  run(inputs: readonly Input[]): Output[] {
    const { slots, scalars, steps, fresh, outputs } = this;
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
    for (let f = 0; f < fresh.length; f++) {
      const { slot, make } = fresh[f] as Fresh;
      slots[slot] = make();
    }
    for (let i = 0; i < steps.length; i++) steps[i]?.(slots);
    const results = new Array<Output>(outputs.length);
    for (let o = 0; o < outputs.length; o++) results[o] = given(slots, outputs[o] as Given);
    return results;
  }
}

function given(slots: readonly TypedArray[], { slot, placement, copied }: Given): Output {
  const data = slots[slot];
  if (data === undefined) throw new BackendError(`the plan has no slot ${slot}`);
  if (placement === 'number') return data[0] ?? Number.NaN;
  const own = copied ? data.slice() : data;
  return placement === 'host' ? own : hostBuffer(typescriptBackend, own);
}

function arrayOf(input: Exclude<Input, number>): TypedArray {
  if (ArrayBuffer.isView(input)) return input;
  return input instanceof HostBuffer ? input.data : input.read();
}

/** The backend behind `@chainrule/core`. It is always available. */
export const typescriptBackend: Backend = {
  name: 'typescript',
  available: true,
  place: (data) => hostBuffer(typescriptBackend, data.slice()),
  prepare: (plan) => new TypescriptExecutable(plan),
};
