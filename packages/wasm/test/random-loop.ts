// Random plans with loops, nested too, whose copies move: a few registers of equal length that kernels, routines and
// copies read and write, filled from a long input and written out to a long output.

import {
  type Copy,
  type DType,
  dtypes,
  type Kernel,
  type KernelCall,
  type Loop,
  type Moving,
  type NumberType,
  type RoutineCall,
  type Slot,
  type Step,
} from '@chainrule/core/backend';
import fc from 'fast-check';
import { kernelOf } from './plans.ts';
import type { Draw, RandomCase } from './random-plan.ts';

/** Below and above what a plan keeps, and what copies treat as short. */
const lengths = [1, 1, 2, 3, 7, 8, 9, 20, 33, 1030];

class Builder {
  private readonly draw: Draw;
  private readonly dtype: NumberType;
  private readonly length: number;
  private readonly kernel: Kernel;
  /** Slot 0 is the input, slot 1 the output. */
  private readonly slots: Slot[];
  private readonly registers: readonly number[] = [2, 3, 4, 5, 6];
  private readonly long = 24;

  constructor(draw: Draw) {
    this.draw = draw;
    this.dtype = this.oneOf(['f64', 'f32', 'i32'] as const);
    this.length = this.oneOf(lengths);
    const { dtype, length } = this;
    const whole: Slot = { dtype, length: this.long * length };
    this.slots = [whole, whole, ...this.registers.map((): Slot => ({ dtype, length }))];
    const access = { dtype, inner: 'unit' } as const;
    const type: DType = dtype;
    this.kernel = kernelOf({
      form: 'map',
      outer: 0,
      loads: [access, access],
      constants: [type],
      body: [
        { op: 'mul', dtype, args: [0, 2] },
        { op: 'add', dtype, args: [3, 1] },
      ],
      stores: [{ ...access, value: 4 }],
      reductions: [],
    });
  }

  private upTo(max: number): number {
    return this.draw(fc.nat, { max });
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)] as T;
  }

  /** So many different registers, in any order. */
  private different(count: number): number[] {
    const left = [...this.registers];
    return Array.from({ length: count }, () => left.splice(this.upTo(left.length - 1), 1)[0] as number);
  }

  private kernelCall(): KernelCall {
    const [result = 2, ...operands] = this.different(3);
    const whole = (slot: number) => ({ slot, offset: 0, strides: [1] });
    return {
      step: 'kernel',
      kernel: this.kernel,
      sizes: [this.length],
      loads: [whole(this.oneOf(operands)), whole(this.oneOf(operands))],
      stores: [whole(result)],
      reductions: [],
      constants: [this.oneOf([0.5, -1, 3])],
    };
  }

  private routineCall(): RoutineCall {
    const [from = 2, to = 3] = this.different(2);
    if (this.dtype === 'i32' && this.upTo(1) === 0) {
      return {
        step: 'routine',
        routine: 'argsort',
        dtype: 'i32',
        sizes: [this.length],
        operands: [{ slot: from, offset: 0, strides: [1] }],
        result: { slot: to, offset: 0, strides: [1] },
      };
    }
    return {
      step: 'routine',
      routine: 'cumsum',
      dtype: this.dtype,
      sizes: [this.length],
      operands: [{ slot: from, offset: this.length - 1, strides: [-1] }],
      result: { slot: to, offset: 0, strides: [1] },
    };
  }

  private still(slot: number): Moving {
    return { slot, offset: 0, advance: 0 };
  }

  /** Along the long arrays, onwards or back from the end, without leaving them. */
  private moving(slot: number, count: number): Moving {
    const { length, long } = this;
    const advance = this.oneOf([length, -length, 0, 1, 2 * length]);
    const reach = advance * Math.max(0, count - 1);
    const room = (long - 1) * length - Math.abs(reach);
    if (room < 0) return { slot, offset: this.upTo(long - 1) * length, advance: 0 };
    return { slot, offset: this.upTo(room) + Math.max(0, -reach), advance };
  }

  private copiesIn(count: number): Copy[] {
    return this.different(this.upTo(2)).map((to) => ({
      length: this.oneOf([this.length, 1]),
      from: this.moving(0, count),
      to: this.still(to),
    }));
  }

  private copiesAmong(): Copy[] {
    const [a = 2, b = 3, c = 4, d = 5] = this.different(4);
    const copy = (from: number, to: number): Copy => ({
      length: this.length,
      from: this.still(from),
      to: this.still(to),
    });
    return [copy(a, b), copy(c, d)].slice(0, this.upTo(2));
  }

  private copiesOut(count: number): Copy[] {
    return this.different(this.upTo(1)).map((from) => ({
      length: this.length,
      from: this.still(from),
      to: this.moving(1, count),
    }));
  }

  private loop(depth: number): Loop {
    const count = this.oneOf([0, 1, 2, 5, 12]);
    return {
      step: 'loop',
      count,
      start: this.copiesIn(1),
      before: this.copiesIn(count),
      steps: this.steps(depth - 1),
      after: [...this.copiesAmong(), ...this.copiesOut(count)],
    };
  }

  private steps(depth: number): Step[] {
    return Array.from({ length: this.upTo(3) }, () => {
      const kind = this.upTo(depth > 0 ? 4 : 2);
      return kind === 0 ? this.routineCall() : kind <= 2 ? this.kernelCall() : this.loop(depth);
    });
  }

  build(): RandomCase {
    const { length, long, dtype, slots } = this;
    const fill: Loop = {
      step: 'loop',
      count: 0,
      start: this.registers.map((to) => ({
        length,
        from: { slot: 0, offset: to * length, advance: 0 },
        to: this.still(to),
      })),
      before: [],
      steps: [],
      after: [],
    };
    const data = dtypes[dtype].allocate(long * length);
    const seed = this.upTo(1000);
    for (let i = 0; i < data.length; i++) data[i] = Math.sin(i + seed) * 100;
    const outputs = slots.map((_, slot) => ({ slot, placement: this.oneOf(['host', 'resident'] as const) })).slice(1);
    return {
      plan: { inputs: 1, slots, steps: [fill, ...this.steps(2), this.loop(2), ...this.steps(0)], outputs },
      inputs: [data],
    };
  }
}

export const randomLoop: fc.Arbitrary<RandomCase> = fc.gen().map((draw) => new Builder(draw).build());
