// Random plans of one kernel: any form, dtypes, outer axes, steps, strides and bodies, over special and ordinary numbers.

import {
  type Access,
  type Binding,
  type DType,
  dtypes,
  type InnerStep,
  type Instruction,
  type Kernel,
  type NumberType,
  type Opcode,
  type Plan,
  type Reduction,
  type Slot,
  type TypedArray,
} from '@chainrule/core/backend';
import fc from 'fast-check';
import { elementary } from './elementary.ts';
import { kernelOf } from './plans.ts';

const lengths = [0, 1, 2, 3, 4, 5, 7, 8, 9, 16, 33, 127, 128, 129, 257, 511, 512, 513, 1024, 1025, 2049];
const outerSizes = [0, 1, 1, 2, 2, 3];
const special = [
  2 ** 31,
  -(2 ** 31),
  0,
  -0,
  1,
  -1,
  Infinity,
  -Infinity,
  Number.NaN,
  5e-324,
  1e-310,
  1e-40,
  1e300,
  3.4e38,
  0.1,
  700,
];

const floatBinary = ['add', 'sub', 'mul', 'div', 'add', 'mul', 'min', 'max'] as const;
const binary: { readonly [D in NumberType]: readonly Opcode[] } = {
  f64: floatBinary,
  f32: floatBinary,
  i32: ['add', 'sub', 'mul', 'min', 'max', 'and', 'or', 'xor', 'shiftLeft', 'shiftRight'],
};
const floatUnary = ['neg', 'abs', 'sqrt', 'floor', 'ceil', 'round'] as const;
const unary: { readonly [D in NumberType]: readonly Opcode[] } = {
  f64: floatUnary,
  f32: floatUnary,
  i32: ['neg', 'abs', 'not'],
};

/** Draws from an arbitrary, as the value generator of fast-check does. */
export type Draw = <T, Args extends unknown[]>(arbitrary: (...args: Args) => fc.Arbitrary<T>, ...args: Args) => T;

export interface RandomCase {
  readonly plan: Plan;
  readonly inputs: TypedArray[];
}

class Builder {
  private readonly draw: Draw;
  private readonly form: Kernel['form'];
  /** Sizes of the outer axes, then of the inner one. */
  private readonly sizes: readonly number[];
  private readonly numbers: readonly NumberType[];
  private readonly slots: Slot[] = [];
  private readonly values: DType[] = [];

  constructor(draw: Draw) {
    this.draw = draw;
    this.form = this.oneOf(['point', 'map', 'map', 'reduce', 'reduce']);
    const outer = this.form === 'point' ? 0 : this.upTo(4);
    const sizes = Array.from({ length: outer }, () => this.oneOf(outerSizes));
    const points = sizes.reduce((product, size) => product * size, 1);
    this.sizes = this.form === 'point' ? [] : [...sizes, this.oneOf(lengths.filter((n) => n * points <= 6000))];
    this.numbers = this.oneOf<readonly NumberType[]>([
      ['f64'],
      ['f64'],
      ['f32'],
      ['f32'],
      ['i32'],
      ['f64', 'f32'],
      ['f64', 'f32', 'i32'],
    ]);
  }

  private upTo(max: number): number {
    return this.draw(fc.nat, { max });
  }

  private oneOf<T>(choices: readonly T[]): T {
    return choices[this.upTo(choices.length - 1)] as T;
  }

  private anyDType(): DType {
    return this.upTo(5) === 0 ? 'bool' : this.oneOf(this.numbers);
  }

  private step(): InnerStep {
    return this.oneOf(['unit', 'unit', 'strided', 'still']);
  }

  private innerStride(inner: InnerStep): number {
    return inner === 'still' ? 0 : inner === 'unit' ? 1 : this.oneOf([-1, 2, 3, -3, 7, 1, 0]);
  }

  /** A new slot that holds all that these strides reach, and a few elements around it. */
  private bind(dtype: DType, strides: readonly number[]): Binding {
    let low = 0;
    let high = 0;
    strides.forEach((stride, axis) => {
      const reach = stride * Math.max(0, (this.sizes[axis] ?? 1) - 1);
      if (reach < 0) low += reach;
      else high += reach;
    });
    const before = this.upTo(3);
    const length = before + high - low + 1 + this.upTo(3);
    return { slot: this.slots.push({ dtype, length }) - 1, offset: before - low, strides };
  }

  private load(): { access: Access; binding: Binding } {
    const dtype = this.anyDType();
    const inner = this.step();
    this.values.push(dtype);
    const strides = this.sizes.map((_, axis) =>
      axis === this.sizes.length - 1 ? this.innerStride(inner) : this.oneOf([0, 1, -1, 2, 5, -4, 13]),
    );
    return { access: { dtype, inner }, binding: this.bind(dtype, strides) };
  }

  /** Strides that write every element once (but along an inner axis that stands still). */
  private ownStrides(count: number, inner: number): number[] {
    const strides = new Array<number>(count).fill(0);
    let next = 1;
    if (count === this.sizes.length && count > 0) {
      strides[count - 1] = inner;
      next = Math.max(1, Math.abs(inner) * Math.max(1, this.sizes[count - 1] ?? 1));
    }
    for (let axis = Math.min(count, this.sizes.length - 1) - 1; axis >= 0; axis--) {
      strides[axis] = this.oneOf([1, -1]) * next * this.oneOf([1, 1, 2]);
      next = Math.abs(strides[axis] ?? 1) * Math.max(1, this.sizes[axis] ?? 1);
    }
    return strides;
  }

  private valueOf(dtype: DType): number | undefined {
    const found = this.values.flatMap((each, v) => (each === dtype ? [v] : []));
    return found.length === 0 ? undefined : this.oneOf(found);
  }

  private instruction(): Instruction | undefined {
    const dtype = this.oneOf(this.numbers);
    const [x, y] = [this.valueOf(dtype), this.valueOf(dtype)];
    const [p, q] = [this.valueOf('bool'), this.valueOf('bool')];
    const kind = this.upTo(10);
    if (kind <= 3 && x !== undefined && y !== undefined) return { op: this.oneOf(binary[dtype]), dtype, args: [x, y] };
    if (kind === 4 && x !== undefined) return { op: this.oneOf(unary[dtype]), dtype, args: [x] };
    if (kind === 5 && x !== undefined && y !== undefined) {
      return { op: this.oneOf(['less', 'lessEqual', 'equal', 'notEqual']), dtype: 'bool', args: [x, y] };
    }
    if (kind === 6 && p !== undefined && x !== undefined && y !== undefined)
      return { op: 'select', dtype, args: [p, x, y] };
    if (kind === 7 && p !== undefined && q !== undefined) {
      const op = this.oneOf<Opcode>(['equal', 'notEqual', 'and', 'or', 'xor', 'not']);
      return { op, dtype: 'bool', args: op === 'not' ? [p] : [p, q] };
    }
    if (kind === 8 && dtype !== 'i32' && x !== undefined && y !== undefined) {
      const op = this.oneOf(elementary);
      return { op, dtype, args: op.arity === 1 ? [x] : [x, y] };
    }
    const from = this.upTo(this.values.length - 1);
    return { op: 'convert', dtype: this.oneOf([...this.numbers, 'bool'] as const), args: [from] };
  }

  private data({ dtype, length }: Slot): TypedArray {
    const data = dtypes[dtype].allocate(length);
    const seed = this.upTo(1000);
    for (let i = 0; i < length; i++) {
      const noise = Math.sin((i + 1) * (seed + 1) * 78.233) * 43758.5453;
      const fraction = noise - Math.floor(noise);
      const pick = Math.floor(fraction * 1000);
      const number = pick < 60 ? (special[pick % special.length] ?? 0) : (fraction - 0.5) * 10 ** ((pick % 7) - 3);
      data[i] = dtype === 'bool' ? pick & 1 : dtypes[dtype].round(number);
    }
    return data;
  }

  build(): RandomCase {
    const { form, sizes, slots, values } = this;
    const loads = Array.from({ length: 1 + this.upTo(3) }, () => this.load());
    const inputs = slots.length;
    const constants = Array.from({ length: this.upTo(2) }, () => {
      const dtype = this.anyDType();
      values.push(dtype);
      return { dtype, value: dtype === 'bool' ? this.upTo(1) : this.oneOf([...special, 2, -0.7]) };
    });
    const body: Instruction[] = [];
    for (let count = this.upTo(10); count > 0; count--) {
      const instruction = this.instruction();
      if (instruction === undefined) continue;
      body.push(instruction);
      values.push(instruction.dtype);
    }
    const reduced = this.oneOf(this.numbers);
    const op = this.oneOf(['add', 'add', 'min', 'max'] as const);
    const found = form === 'reduce' ? Array.from({ length: 1 + this.upTo(3) }, () => this.valueOf(reduced)) : [];
    const reductions = found.flatMap((value): Reduction[] =>
      value === undefined ? [] : [{ value, dtype: reduced, op }],
    );
    const storeCount = reductions.length > 0 ? this.upTo(1) : 1 + this.upTo(2);
    const stores = Array.from({ length: storeCount }, () => {
      const value = this.upTo(values.length - 1);
      const inner = this.step();
      const dtype = values[value] ?? 'f64';
      const stride = inner === 'strided' ? this.oneOf([-1, 2, -3, 4]) : this.innerStride(inner);
      return { store: { dtype, inner, value }, binding: this.bind(dtype, this.ownStrides(sizes.length, stride)) };
    });
    const outer = Math.max(0, sizes.length - 1);
    const reductionBindings = reductions.map(() => this.bind(reduced, this.ownStrides(outer, 0)));
    const kernel = kernelOf({
      form: form === 'reduce' && reductions.length === 0 ? 'map' : form,
      outer,
      loads: loads.map(({ access }) => access),
      constants: constants.map(({ dtype }) => dtype),
      body,
      stores: stores.map(({ store }) => store),
      reductions,
    });
    const call = {
      step: 'kernel' as const,
      kernel,
      sizes,
      loads: loads.map(({ binding }) => binding),
      stores: stores.map(({ binding }) => binding),
      reductions: reductionBindings,
      constants: constants.map(({ value }) => value),
    };
    const outputs = slots.slice(inputs).map((_, i) => ({
      slot: inputs + i,
      placement: this.oneOf(['host', 'resident'] as const),
    }));
    return {
      plan: { inputs, slots, steps: [call], outputs },
      inputs: slots.slice(0, inputs).map((slot) => this.data(slot)),
    };
  }
}

export const randomCase: fc.Arbitrary<RandomCase> = fc.gen().map((draw) => new Builder(draw).build());
