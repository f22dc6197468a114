// A slow, obvious evaluation of plans: element by element, with the specified order of summation. What the backend does
// is compared with it bit for bit.

import { exp, log, pow } from '@chainrule/core';
import {
  type Binding,
  dtypes,
  type Instruction,
  type Kernel,
  type KernelCall,
  type Plan,
  summation,
  type TypedArray,
  valueDType,
} from '@chainrule/core/backend';

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

function apply(kernel: Kernel, { op, dtype, args }: Instruction, values: readonly number[]): number {
  const [x, y, z] = args.map((arg) => values[arg]) as [number, number, number];
  const { round } = dtypes[dtype];
  switch (op) {
    case 'add':
      return round(x + y);
    case 'sub':
      return round(x - y);
    case 'mul':
      return round(x * y);
    case 'div':
      return round(x / y);
    case 'neg':
      return -x;
    case 'sqrt':
      return round(Math.sqrt(x));
    case 'exp':
      return round(exp(x));
    case 'log':
      return round(log(x));
    case 'pow':
      return round(pow(x, y));
    case 'less':
      return Number(x < y);
    case 'lessEqual':
      return Number(x <= y);
    case 'equal':
      return Number(x === y);
    case 'notEqual':
      return Number(x !== y);
    case 'select':
      return x !== 0 ? y : z;
    case 'convert':
      return valueDType(kernel, args[0] as number) === dtype ? x : dtype === 'bool' ? Number(x !== 0) : round(x);
  }
}

function* pointsOf(sizes: readonly number[]): Generator<number[]> {
  const [size, ...rest] = sizes;
  if (size === undefined) yield [];
  else for (let i = 0; i < size; i++) for (const inner of pointsOf(rest)) yield [i, ...inner];
}

function indexOf({ offset, strides }: Binding, point: readonly number[]): number {
  return point.reduce((index, i, axis) => index + i * (strides[axis] as number), offset);
}

function runCall({ kernel, sizes, loads, stores, sums, constants }: KernelCall, slots: readonly Elements[]): void {
  const inner = kernel.form === 'point' ? [] : [sizes[kernel.outer] as number];
  for (const outer of pointsOf(sizes.slice(0, kernel.outer))) {
    const summands = sums.map((): number[] => []);
    for (const point of pointsOf(inner)) {
      const values = loads.map((load) => slots[load.slot]?.[indexOf(load, [...outer, ...point])] as number);
      values.push(...constants.map((constant, c) => dtypes[kernel.constants[c] ?? 'f64'].round(constant)));
      for (const instruction of kernel.body) values.push(apply(kernel, instruction, values));
      stores.forEach((store, s) => {
        const slot = slots[store.slot] as Elements;
        slot[indexOf(store, [...outer, ...point])] = values[kernel.stores[s]?.value as number] as number;
      });
      summands.forEach((list, s) => {
        list.push(values[kernel.sums[s]?.value as number] as number);
      });
    }
    sums.forEach((sum, s) => {
      const slot = slots[sum.slot] as Elements;
      slot[indexOf(sum, outer)] = specifiedSum(summands[s] ?? [], kernel.sums[s]?.dtype ?? 'f64');
    });
  }
}

/** The elements of every output of a plan. */
export function evaluate(plan: Plan, inputs: readonly (number | TypedArray)[]): Elements[] {
  const slots = plan.slots.map(({ dtype, length }, i): Elements => {
    const input = inputs[i];
    if (input === undefined) return new Array<undefined>(length).fill(undefined);
    return typeof input === 'number' ? [dtypes[dtype].round(input)] : [...input];
  });
  for (const call of plan.calls) runCall(call, slots);
  return plan.outputs.map(({ slot }) => slots[slot] as Elements);
}
