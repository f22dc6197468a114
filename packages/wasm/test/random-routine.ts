// Random routine calls: any routine, dtype, outer axes, sizes and strides, over special and ordinary numbers.

import {
  type Binding,
  type DType,
  dtypes,
  type Routine,
  type RoutineCall,
  type Slot,
  type TypedArray,
} from '@chainrule/core/backend';
import fc from 'fast-check';
import type { Draw, RandomCase } from './random-plan.ts';

const outerSizes = [0, 1, 2, 3];
const special = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN, 5e-324, 1e-310, 1e-40, 1e300, 0.1];

/** The sizes that each routine is tried with, by letter. */
const sizesOf: { readonly [R in Routine]: readonly (readonly number[])[] } = {
  matmul: [
    [0, 1, 2, 3, 4, 5, 7, 8, 9, 13, 17, 40],
    [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 33],
    [0, 1, 2, 3, 4, 5, 31, 70],
  ],
  gather: [
    [0, 1, 2, 7],
    [0, 1, 2, 5],
    [0, 1, 2, 3, 9, 20],
  ],
  scatterAdd: [
    [0, 1, 2, 7],
    [0, 1, 2, 5],
    [0, 1, 2, 3, 9],
  ],
  cumsum: [[0, 1, 2, 3, 8, 100]],
  argsort: [[0, 1, 2, 3, 7, 8, 9, 16, 17, 100, 700]],
  iota: [[0, 1, 2, 3, 8, 100]],
};

/** For each operand and then the result, the own sizes that it runs along. */
const axesOf: { readonly [R in Routine]: readonly (readonly number[])[] } = {
  matmul: [
    [0, 2],
    [2, 1],
    [0, 1],
  ],
  gather: [[1, 2], [0], [0, 2]],
  scatterAdd: [[1, 2], [0], [0, 2], [1, 2]],
  cumsum: [[0], [0]],
  argsort: [[0], [0]],
  iota: [[0]],
};

const dtypesOf: { readonly [R in Routine]: readonly DType[] } = {
  matmul: ['f64', 'f32'],
  gather: ['f64', 'f32', 'i32', 'bool'],
  scatterAdd: ['f64', 'f32', 'i32'],
  cumsum: ['f64', 'f32', 'i32'],
  argsort: ['f64', 'f32', 'i32', 'bool'],
  iota: ['f64', 'f32', 'i32'],
};

class Builder {
  private readonly draw: Draw;
  private readonly slots: Slot[] = [];
  private readonly outer: readonly number[];

  constructor(draw: Draw) {
    this.draw = draw;
    this.outer = Array.from({ length: this.oneOf([0, 0, 1, 2]) }, () => this.oneOf(outerSizes));
  }

  private upTo(max: number): number {
    return this.draw(fc.nat, { max });
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)] as T;
  }

  /** Row-major strides, sometimes of a transposed, flipped, spread or (if it is only read) repeated array. */
  private strides(sizes: readonly number[], isResult: boolean): number[] {
    const order = sizes.map((_, axis) => axis);
    if (this.upTo(2) === 0) order.reverse();
    const strides = sizes.map(() => 0);
    let next = this.oneOf([1, 1, 1, 2, 3]);
    for (const axis of [...order].reverse()) {
      strides[axis] = this.oneOf([1, 1, 1, 1, -1]) * next;
      next *= Math.max(1, sizes[axis] ?? 1) * this.oneOf([1, 1, 1, 2]);
      if (!isResult && this.upTo(7) === 0) strides[axis] = 0;
    }
    return strides;
  }

  private bind(dtype: DType, sizes: readonly number[], isResult: boolean): Binding {
    const strides = this.strides(sizes, isResult);
    let low = 0;
    let high = 0;
    strides.forEach((stride, axis) => {
      const reach = stride * Math.max(0, (sizes[axis] ?? 1) - 1);
      if (reach < 0) low += reach;
      else high += reach;
    });
    const before = this.upTo(3);
    const length = before + high - low + 1 + this.upTo(3);
    return { slot: this.slots.push({ dtype, length }) - 1, offset: before - low, strides };
  }

  private data({ dtype, length }: Slot, n: number, isIndex: boolean): TypedArray {
    const data = dtypes[dtype].allocate(length);
    const seed = this.upTo(1000);
    const isCoarse = this.upTo(1) === 0;
    for (let i = 0; i < length; i++) {
      const noise = Math.sin((i + 1) * (seed + 1) * 78.233) * 43758.5453;
      const fraction = noise - Math.floor(noise);
      const pick = Math.floor(fraction * 1000);
      if (isIndex) data[i] = Math.floor((fraction - 0.5) * (2 * n + 5));
      else if (dtype === 'bool') data[i] = pick & 1;
      else if (isCoarse) data[i] = Math.floor(fraction * 8) - 3;
      else if (pick < 60) data[i] = dtypes[dtype].round(special[pick % special.length] ?? 0);
      else data[i] = dtypes[dtype].round((fraction - 0.5) * 10 ** ((pick % 7) - 2));
    }
    return data;
  }

  build(): RandomCase {
    const routine = this.oneOf(['matmul', 'matmul', 'gather', 'scatterAdd', 'cumsum', 'argsort', 'iota'] as const);
    const dtype = this.oneOf(dtypesOf[routine]);
    const own = sizesOf[routine].map((choices) => this.oneOf(choices));
    const bindings = axesOf[routine].map((axes, b, all) => {
      const isResult = b === all.length - 1;
      const isIndex = b === 1 && (routine === 'gather' || routine === 'scatterAdd');
      const of = isIndex || (isResult && routine === 'argsort') ? 'i32' : dtype;
      return this.bind(of, [...this.outer, ...axes.map((axis) => own[axis] ?? 0)], isResult);
    });
    const operands = bindings.slice(0, -1);
    const result = bindings.at(-1) as Binding;
    const call: RoutineCall = { step: 'routine', routine, dtype, sizes: [...this.outer, ...own], operands, result };
    const inputs = operands.length;
    return {
      plan: {
        inputs,
        slots: this.slots,
        steps: [call],
        outputs: [{ slot: result.slot, placement: this.oneOf(['host', 'resident'] as const) }],
      },
      inputs: this.slots
        .slice(0, inputs)
        .map((slot, s) => this.data(slot, own[1] ?? 0, s === 1 && slot.dtype === 'i32')),
    };
  }
}

export const randomRoutine: fc.Arbitrary<RandomCase> = fc.gen().map((draw) => new Builder(draw).build());
