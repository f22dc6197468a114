// The TypeScript backend: kernels as generated JavaScript loops, or interpreted where the page forbids generated code.

import { BackendError } from '../errors.ts';
import type { Backend, Executable, Input, Output } from '../kernel/backend.ts';
import type { KernelCall } from '../kernel/kernel.ts';
import type { Plan } from '../kernel/plan.ts';
import { dtypes, type TypedArray } from '../shape/dtype.ts';
import { generate } from './generate.ts';
import { HostBuffer, hostBuffer } from './host.ts';
import { interpret } from './interpret.ts';

/** A kernel made ready: runs one call of it over the slots' arrays. */
export type Run = (slots: readonly TypedArray[], call: Flat) => void;

/** A kernel call as flat lists of numbers, the form that running code reads. */
export interface Flat {
  /** Slot of each load, store and sum, in this order. */
  readonly slots: readonly number[];
  readonly sizes: readonly number[];
  /** For each load, store and sum its offset, then its strides. */
  readonly walks: readonly number[];
  readonly constants: readonly number[];
}

/** Working arrays up to this many elements stay with the executable; longer ones live for one run. */
const keptLength = 65536;

const settings = { generate: true };

/**
 * Sets whether the TypeScript backend may generate JavaScript (default: true). Pages whose Content-Security-Policy
 * forbids `unsafe-eval` work either way; setting it to false beforehand avoids the violation report of the attempt.
 * Interpreted kernels give the same bits, 3 to 7 times slower. Plans prepared before keep what they were made with.
 */
export function configure(options: { readonly generate: boolean }): void {
  settings.generate = options.generate;
}

function flatten({ sizes, loads, stores, sums, constants }: KernelCall): Flat {
  const bindings = [...loads, ...stores, ...sums];
  return {
    slots: bindings.map(({ slot }) => slot),
    sizes,
    walks: bindings.flatMap(({ offset, strides }) => [offset, ...strides]),
    constants,
  };
}

function runnerFor(call: KernelCall): Run {
  if (settings.generate) {
    const generated = generate(call.kernel);
    if (generated !== undefined) return generated;
    settings.generate = false;
  }
  return interpret(call.kernel);
}

class TypescriptExecutable implements Executable {
  private readonly plan: Plan;
  private readonly steps: readonly { readonly run: Run; readonly call: Flat }[];
  private readonly slots: TypedArray[];
  /** Slots that need a fresh array in each run. */
  private readonly fresh: readonly number[];

  constructor(plan: Plan) {
    this.plan = plan;
    this.steps = plan.calls.map((call) => ({ run: runnerFor(call), call: flatten(call) }));
    const given = new Set(plan.outputs.filter((o) => o.placement !== 'number').map((o) => o.slot));
    const isFresh = (length: number, i: number): boolean => i >= plan.inputs && (given.has(i) || length > keptLength);
    this.fresh = plan.slots.flatMap(({ length }, i) => (isFresh(length, i) ? [i] : []));
    this.slots = plan.slots.map(({ dtype, length }, i) =>
      dtypes[dtype].allocate(isFresh(length, i) || (i < plan.inputs && length !== 1) ? 0 : length),
    );
  }

  run(inputs: readonly Input[]): Output[] {
    const { plan, slots } = this;
    const scalars: (TypedArray | undefined)[] = [];
    for (let i = 0; i < plan.inputs; i++) {
      const input = inputs[i];
      const slot = slots[i];
      if (typeof input === 'number' && slot !== undefined) {
        slot[0] = input;
      } else if (input !== undefined && slot !== undefined) {
        scalars[i] = slot;
        slots[i] = arrayOf(input as Exclude<Input, number>);
      } else {
        throw new BackendError(`the plan takes ${plan.inputs} inputs, got ${inputs.length}`);
      }
    }
    for (const i of this.fresh) {
      const slot = plan.slots[i];
      if (slot !== undefined) slots[i] = dtypes[slot.dtype].allocate(slot.length);
    }
    for (const { run, call } of this.steps) run(slots, call);
    const outputs = this.deliver();
    // Nothing large, and nothing that now belongs to the caller, stays here.
    for (let i = 0; i < plan.inputs; i++) {
      const scalar = scalars[i];
      if (scalar !== undefined) slots[i] = scalar;
    }
    for (const i of this.fresh) {
      const slot = plan.slots[i];
      if (slot !== undefined && slot.length > 0) slots[i] = dtypes[slot.dtype].allocate(0);
    }
    return outputs;
  }

  private deliver(): Output[] {
    const { plan, slots } = this;
    const given = new Set<number>();
    return plan.outputs.map(({ slot, placement }) => {
      const data = slots[slot];
      if (data === undefined) throw new BackendError(`the plan has no slot ${slot}`);
      if (placement === 'number') return data[0] ?? Number.NaN;
      const own = slot < plan.inputs || given.has(slot) ? data.slice() : data;
      given.add(slot);
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
