// A slow, obvious evaluation of plans: element by element, with the specified order of summation. What the backend does
// is compared with it bit for bit.

import {
  type Copy,
  dtypes,
  type KernelCall,
  type Loop,
  type Plan,
  type Reduction,
  type Step,
  summation,
  type TypedArray,
} from '@chainrule/core/backend';
import { apply } from './evaluate-instruction.ts';
import { runRoutine } from './evaluate-routine.ts';
import { indexOf, pointsOf } from './points.ts';

/** Elements of a slot; undefined where nothing was written. */
export type Elements = (number | undefined)[];

function foldPairs(numbers: readonly number[], round: (x: number) => number): number {
  if (numbers.length === 1) return numbers[0] as number;
  const folded: number[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    folded.push(round((numbers[i] as number) + (numbers[i + 1] as number)));
  }
  if (numbers.length % 2 === 1) folded.push(numbers.at(-1) as number);
  return foldPairs(folded, round);
}

export function specifiedSum(numbers: readonly number[], dtype: 'f64' | 'f32'): number {
  if (numbers.length === 0) return 0;
  const { round } = dtypes[dtype];
  const { block, lanes } = summation[dtype];
  const blocks: number[] = [];
  for (let start = 0; start < numbers.length; start += block) {
    let sums = new Array<number>(lanes).fill(-0);
    numbers.slice(start, start + block).forEach((x, i) => {
      sums[i % lanes] = round((sums[i % lanes] as number) + x);
    });
    while (sums.length > 1) {
      const half = sums.length / 2;
      sums = sums.slice(0, half).map((left, lane) => round(left + (sums[lane + half] as number)));
    }
    blocks.push(sums[0] as number);
  }
  return foldPairs(blocks, round);
}

function reduce(numbers: readonly number[], { dtype, op }: Pick<Reduction, 'dtype' | 'op'>): number {
  if (op === 'add') {
    return dtype === 'i32' ? numbers.reduce((sum, x) => (sum + x) | 0, 0) : specifiedSum(numbers, dtype);
  }
  const ends = dtype === 'i32' ? { min: 2 ** 31 - 1, max: -(2 ** 31) } : { min: Infinity, max: -Infinity };
  return numbers.reduce((found, x) => Math[op](found, x), ends[op]);
}

function runKernel(call: KernelCall, slots: readonly Elements[]): void {
  const { kernel, sizes, loads, stores, reductions, constants } = call;
  const inner = kernel.form === 'point' ? [] : [sizes[kernel.outer] as number];
  for (const outer of pointsOf(sizes.slice(0, kernel.outer))) {
    const reduced = reductions.map((): number[] => []);
    for (const point of pointsOf(inner)) {
      const values = loads.map((load) => slots[load.slot]?.[indexOf(load, [...outer, ...point])] as number);
      values.push(...constants.map((constant, c) => dtypes[kernel.constants[c] ?? 'f64'].round(constant)));
      for (const instruction of kernel.body) values.push(apply(kernel, instruction, values));
      stores.forEach((store, s) => {
        const slot = slots[store.slot] as Elements;
        slot[indexOf(store, [...outer, ...point])] = values[kernel.stores[s]?.value as number] as number;
      });
      reduced.forEach((list, r) => {
        list.push(values[kernel.reductions[r]?.value as number] as number);
      });
    }
    reductions.forEach((binding, r) => {
      const slot = slots[binding.slot] as Elements;
      slot[indexOf(binding, outer)] = reduce(reduced[r] ?? [], kernel.reductions[r] as Reduction);
    });
  }
}

function copy(copies: readonly Copy[], iteration: number, slots: readonly Elements[]): void {
  for (const { length, from, to } of copies) {
    for (let i = 0; i < length; i++) {
      const value = slots[from.slot]?.[from.offset + iteration * from.advance + i];
      (slots[to.slot] as Elements)[to.offset + iteration * to.advance + i] = value;
    }
  }
}

function runLoop({ count, start, before, steps, after }: Loop, slots: readonly Elements[]): void {
  copy(start, 0, slots);
  for (let iteration = 0; iteration < count; iteration++) {
    copy(before, iteration, slots);
    for (const step of steps) run(step, slots);
    copy(after, iteration, slots);
  }
}

function run(step: Step, slots: readonly Elements[]): void {
  if (step.step === 'kernel') runKernel(step, slots);
  else if (step.step === 'routine') runRoutine(step, slots);
  else runLoop(step, slots);
}

/** The elements of every output of a plan. */
export function evaluate(plan: Plan, inputs: readonly (number | TypedArray)[]): Elements[] {
  const slots = plan.slots.map(({ dtype, length }, i): Elements => {
    const input = inputs[i];
    if (input === undefined) return new Array<undefined>(length).fill(undefined);
    return typeof input === 'number' ? [dtypes[dtype].round(input)] : [...input];
  });
  for (const step of plan.steps) run(step, slots);
  return plan.outputs.map(({ slot }) => slots[slot] as Elements);
}
