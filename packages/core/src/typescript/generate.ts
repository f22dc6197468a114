// A kernel as JavaScript text: one function of plain loops, specialised to the kernel's dtypes, for V8 and its peers to
// compile. Sizes, strides and constants stay parameters, so a kernel is generated once for all sizes.

import type { Kernel, Reduction } from '../kernel/kernel.ts';
import { summation } from '../kernel/summation.ts';
import type { TypedArray } from '../shape/dtype.ts';
import { evaluate, mayGenerate } from './code.ts';
import { foldBlocks, partials } from './fold.ts';
import type { Run } from './steps.ts';
import { calledBy, textOf } from './text.ts';

/** What a reduction that any order serves begins with, as text. */
function identityText({ op, dtype }: Reduction): string {
  if (op === 'add') return '0';
  const sign = op === 'max' ? '-' : '';
  if (dtype === 'i32') return op === 'max' ? '-2147483648' : '2147483647';
  return `${sign}Infinity`;
}

/** Emits the text of one kernel. */
class Writer {
  private readonly kernel: Kernel;
  private readonly lines: string[] = [];
  private readonly accesses: readonly { readonly name: string; readonly inner: string }[];

  constructor(kernel: Kernel) {
    this.kernel = kernel;
    this.accesses = [
      ...kernel.loads.map(({ inner }, i) => ({ name: `l${i}`, inner })),
      ...kernel.stores.map(({ inner }, i) => ({ name: `s${i}`, inner })),
      ...kernel.reductions.map((_, i) => ({ name: `t${i}`, inner: 'still' })),
    ];
  }

  write(): string {
    const { kernel, lines } = this;
    const axes = kernel.form === 'point' ? 0 : kernel.outer + 1;
    this.accesses.forEach(({ name, inner }, i) => {
      const offset = `call.walks[${i * (axes + 1)}]`;
      if (this.isRebased(inner)) {
        lines.push(`const ${name} = startingAt(slots[call.slots[${i}]], ${offset});`);
        return;
      }
      lines.push(`const ${name} = slots[call.slots[${i}]], ${name}_0 = ${offset};`);
      for (let axis = 0; axis < axes; axis++) {
        if (axis < kernel.outer || inner === 'strided') {
          lines.push(`const ${name}_d${axis} = call.walks[${i * (axes + 1) + 1 + axis}];`);
        }
      }
    });
    kernel.constants.forEach((_, i) => {
      lines.push(`const c${i} = call.constants[${i}];`);
    });
    for (let axis = 0; axis < axes; axis++) lines.push(`const n${axis} = call.sizes[${axis}];`);
    if (this.inBlocks) this.scratch();
    for (let axis = 0; axis < kernel.outer; axis++) {
      lines.push(`for (let i${axis} = 0; i${axis} < n${axis}; i${axis}++) {`);
      for (const { name } of this.accesses) {
        lines.push(`const ${name}_${axis + 1} = ${name}_${axis} + i${axis} * ${name}_d${axis};`);
      }
    }
    this.still();
    if (this.inBlocks) this.sum();
    else if (kernel.form === 'reduce') this.reduce();
    else if (kernel.form === 'map') lines.push(`for (let i = 0; i < n${kernel.outer}; i++) {`, ...this.body('i'), '}');
    else lines.push(...this.body('0'));
    for (let axis = 0; axis < kernel.outer; axis++) lines.push('}');
    return lines.join('\n');
  }

  /** Whether the array itself begins where the one row does: adding an offset to each index takes a quarter of the time. */
  private isRebased(inner: string): boolean {
    return this.kernel.outer === 0 && inner === 'unit';
  }

  private place(name: string, inner: string, i: string): string {
    if (this.isRebased(inner)) return `${name}[${i}]`;
    const row = `${name}_${this.kernel.outer}`;
    if (inner === 'still') return `${name}[${row}]`;
    return inner === 'unit' ? `${name}[${row} + ${i}]` : `${name}[${row} + ${i} * ${name}_d${this.kernel.outer}]`;
  }

  /** Loads that do not move along the inner axis, read before its loop. */
  private still(): void {
    if (this.kernel.form === 'point') return;
    this.kernel.loads.forEach(({ inner }, i) => {
      if (inner === 'still') this.lines.push(`const v${i} = ${this.place(`l${i}`, inner, '0')};`);
    });
  }

  /** Loads, instructions and stores for one element. */
  private body(i: string): string[] {
    const { kernel } = this;
    const { loads, constants, body, stores } = kernel;
    const name = this.value;
    return [
      ...loads.flatMap(({ inner }, l) =>
        inner === 'still' && kernel.form !== 'point' ? [] : [`const v${l} = ${this.place(`l${l}`, inner, i)};`],
      ),
      ...body.map(
        ({ op, dtype, args }, b) =>
          `const v${loads.length + constants.length + b} = ${textOf(op, args.map(name), dtype)};`,
      ),
      ...stores.map(({ inner, value }, s) => `${this.place(`s${s}`, inner, i)} = ${name(value)};`),
    ];
  }

  /** The text that stands for a value. */
  private readonly value = (value: number): string => {
    const { loads, constants } = this.kernel;
    return value >= loads.length && value < loads.length + constants.length ? `c${value - loads.length}` : `v${value}`;
  };

  /** Whether the order of the reductions is the specified one of summation; otherwise any will do. */
  private get inBlocks(): boolean {
    return this.kernel.reductions.some(({ op, dtype }) => op === 'add' && dtype !== 'i32');
  }

  private get order(): { readonly block: number; readonly lanes: number; readonly dtype: 'f64' | 'f32' } {
    const dtype = this.kernel.reductions[0]?.dtype === 'f32' ? 'f32' : 'f64';
    return { ...summation[dtype], dtype };
  }

  private scratch(): void {
    const { block, dtype } = this.order;
    const n = `n${this.kernel.outer}`;
    this.kernel.reductions.forEach((_, s) => {
      this.lines.push(`const p${s} = partials('${dtype}', ${s}, Math.ceil(${n} / ${block}));`);
    });
  }

  /** The inner loop of a reduction with one running number each. */
  private reduce(): void {
    const { kernel, lines } = this;
    kernel.reductions.forEach((reduction, s) => {
      lines.push(`let a${s} = ${identityText(reduction)};`);
    });
    lines.push(`for (let i = 0; i < n${kernel.outer}; i++) {`, ...this.body('i'));
    kernel.reductions.forEach(({ value, op, dtype }, s) => {
      lines.push(`a${s} = ${textOf(op, [`a${s}`, this.value(value)], dtype)};`);
    });
    lines.push('}');
    kernel.reductions.forEach((_, s) => {
      lines.push(`t${s}[t${s}_${kernel.outer}] = a${s};`);
    });
  }

  /** The inner loop in the specified order of summation: lanes inside a block, then blocks by pairs. */
  private sum(): void {
    const { kernel, lines } = this;
    const { block, lanes, dtype } = this.order;
    const n = `n${kernel.outer}`;
    const round = (text: string): string => (dtype === 'f32' ? `fround(${text})` : text);
    const element = (i: string, lane: number): string[] => [
      '{',
      ...this.body(i),
      ...kernel.reductions.map(({ value }, s) => `a${s}_${lane} = ${round(`a${s}_${lane} + ${this.value(value)}`)};`),
      '}',
    ];
    const all = Array.from({ length: lanes }, (_, lane) => lane);
    lines.push(`let blocks = 0;`, `for (let start = 0; start < ${n}; start += ${block}) {`);
    lines.push(`const end = Math.min(start + ${block}, ${n}), whole = end - (end - start) % ${lanes};`);
    kernel.reductions.forEach((_, s) => {
      lines.push(`let ${all.map((lane) => `a${s}_${lane} = -0`).join(', ')};`);
    });
    lines.push('let i = start;', `for (; i < whole; i += ${lanes}) {`);
    for (const lane of all) lines.push(...element(lane === 0 ? 'i' : `(i + ${lane})`, lane));
    lines.push('}');
    for (const lane of all.slice(0, -1)) lines.push('if (i < end) {', ...element('i', lane), 'i++;', '}');
    kernel.reductions.forEach((_, s) => {
      let folded = all.map((lane) => `a${s}_${lane}`);
      while (folded.length > 1) {
        const half = folded.length / 2;
        folded = folded.slice(0, half).map((left, lane) => round(`(${left} + ${folded[lane + half]})`));
      }
      lines.push(`p${s}[blocks] = ${folded[0]};`);
    });
    lines.push('blocks++;', '}');
    kernel.reductions.forEach((_, s) => {
      lines.push(`t${s}[t${s}_${kernel.outer}] = fold(p${s}, blocks);`);
    });
  }
}

/** The array from an element on. */
function startingAt(array: TypedArray, offset: number): TypedArray {
  return offset === 0 ? array : array.subarray(offset);
}

const cache = new Map<string, Run>();
const capacity = 512;

/** The kernel as a function, or undefined where code may not be generated. */
export function generate(kernel: Kernel): Run | undefined {
  if (!mayGenerate()) return undefined;
  const found = cache.get(kernel.key);
  if (found !== undefined) return found;
  const text = `return function kernel(slots, call) {\n${new Writer(kernel).write()}\n};`;
  const run = evaluate(text, { ...calledBy(kernel.body), partials, fold: foldBlocks, startingAt }) as Run | undefined;
  if (run === undefined) return undefined;
  const oldest = cache.keys().next();
  if (cache.size >= capacity && !oldest.done) cache.delete(oldest.value);
  cache.set(kernel.key, run);
  return run;
}
