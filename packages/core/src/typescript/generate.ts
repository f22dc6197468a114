// A kernel as JavaScript text: one function of plain loops, specialised to the kernel's dtypes, for V8 and its peers to
// compile. Sizes, strides and constants stay parameters, so a kernel is generated once for all sizes.

import { exp } from '../elementary/exp.ts';
import { log } from '../elementary/log.ts';
import { pow } from '../elementary/pow.ts';
import type { Opcode } from '../kernel/instructions.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { summation } from '../kernel/summation.ts';
import type { DType } from '../shape/dtype.ts';
import type { Run } from './backend.ts';
import { foldBlocks, partials } from './fold.ts';

type Text = (args: readonly string[], dtype: DType) => string;

const arithmetic =
  (write: (args: readonly string[]) => string): Text =>
  (args, dtype) =>
    dtype === 'f32' ? `fround(${write(args)})` : write(args);

/** Each instruction as an expression. f32 rounds every result once; truth values are 0 and 1. */
const texts: { readonly [O in Opcode]: Text } = {
  add: arithmetic(([x, y]) => `${x} + ${y}`),
  sub: arithmetic(([x, y]) => `${x} - ${y}`),
  mul: arithmetic(([x, y]) => `${x} * ${y}`),
  div: arithmetic(([x, y]) => `${x} / ${y}`),
  neg: ([x]) => `-${x}`,
  sqrt: arithmetic(([x]) => `Math.sqrt(${x})`),
  exp: arithmetic(([x]) => `exp(${x})`),
  log: arithmetic(([x]) => `log(${x})`),
  pow: arithmetic(([x, y]) => `pow(${x}, ${y})`),
  less: ([x, y]) => `${x} < ${y} ? 1 : 0`,
  lessEqual: ([x, y]) => `${x} <= ${y} ? 1 : 0`,
  equal: ([x, y]) => `${x} === ${y} ? 1 : 0`,
  notEqual: ([x, y]) => `${x} !== ${y} ? 1 : 0`,
  select: ([condition, x, y]) => `${condition} !== 0 ? ${x} : ${y}`,
  convert: ([x], dtype) => (dtype === 'bool' ? `${x} !== 0 ? 1 : 0` : dtype === 'f32' ? `fround(${x})` : `${x}`),
};

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
      ...kernel.sums.map((_, i) => ({ name: `t${i}`, inner: 'still' })),
    ];
  }

  write(): string {
    const { kernel, lines } = this;
    const axes = kernel.form === 'point' ? 0 : kernel.outer + 1;
    this.accesses.forEach(({ name, inner }, i) => {
      lines.push(`const ${name} = slots[call.slots[${i}]], ${name}_0 = call.walks[${i * (axes + 1)}];`);
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
    if (kernel.form === 'reduce') this.scratch();
    for (let axis = 0; axis < kernel.outer; axis++) {
      lines.push(`for (let i${axis} = 0; i${axis} < n${axis}; i${axis}++) {`);
      for (const { name } of this.accesses) {
        lines.push(`const ${name}_${axis + 1} = ${name}_${axis} + i${axis} * ${name}_d${axis};`);
      }
    }
    this.still();
    if (kernel.form === 'reduce') this.reduce();
    else if (kernel.form === 'map') lines.push(`for (let i = 0; i < n${kernel.outer}; i++) {`, ...this.body('i'), '}');
    else lines.push(...this.body('0'));
    for (let axis = 0; axis < kernel.outer; axis++) lines.push('}');
    return lines.join('\n');
  }

  private place(name: string, inner: string, i: string): string {
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
    const name = (value: number): string =>
      value >= loads.length && value < loads.length + constants.length ? `c${value - loads.length}` : `v${value}`;
    return [
      ...loads.flatMap(({ inner }, l) =>
        inner === 'still' && kernel.form !== 'point' ? [] : [`const v${l} = ${this.place(`l${l}`, inner, i)};`],
      ),
      ...body.map(
        ({ op, dtype, args }, b) =>
          `const v${loads.length + constants.length + b} = ${texts[op](args.map(name), dtype)};`,
      ),
      ...stores.map(({ inner, value }, s) => `${this.place(`s${s}`, inner, i)} = ${name(value)};`),
    ];
  }

  private get order(): { readonly block: number; readonly lanes: number; readonly dtype: 'f64' | 'f32' } {
    const dtype = this.kernel.sums[0]?.dtype ?? 'f64';
    return { ...summation[dtype], dtype };
  }

  private scratch(): void {
    const { block, dtype } = this.order;
    const n = `n${this.kernel.outer}`;
    this.kernel.sums.forEach((_, s) => {
      this.lines.push(`const p${s} = partials('${dtype}', ${s}, Math.ceil(${n} / ${block}));`);
    });
  }

  /** The inner loop in the specified order of summation: lanes inside a block, then blocks by pairs. */
  private reduce(): void {
    const { kernel, lines } = this;
    const { block, lanes, dtype } = this.order;
    const n = `n${kernel.outer}`;
    const round = (text: string): string => (dtype === 'f32' ? `fround(${text})` : text);
    const name = (value: number): string =>
      value >= kernel.loads.length && value < kernel.loads.length + kernel.constants.length
        ? `c${value - kernel.loads.length}`
        : `v${value}`;
    const element = (i: string, lane: number): string[] => [
      '{',
      ...this.body(i),
      ...kernel.sums.map(({ value }, s) => `a${s}_${lane} = ${round(`a${s}_${lane} + ${name(value)}`)};`),
      '}',
    ];
    const all = Array.from({ length: lanes }, (_, lane) => lane);
    lines.push(`let blocks = 0;`, `for (let start = 0; start < ${n}; start += ${block}) {`);
    lines.push(`const end = Math.min(start + ${block}, ${n}), whole = end - (end - start) % ${lanes};`);
    kernel.sums.forEach((_, s) => {
      lines.push(`let ${all.map((lane) => `a${s}_${lane} = -0`).join(', ')};`);
    });
    lines.push('let i = start;', `for (; i < whole; i += ${lanes}) {`);
    for (const lane of all) lines.push(...element(lane === 0 ? 'i' : `(i + ${lane})`, lane));
    lines.push('}');
    for (const lane of all.slice(0, -1)) lines.push('if (i < end) {', ...element('i', lane), 'i++;', '}');
    kernel.sums.forEach((_, s) => {
      let folded = all.map((lane) => `a${s}_${lane}`);
      while (folded.length > 1) {
        const half = folded.length / 2;
        folded = folded.slice(0, half).map((left, lane) => round(`(${left} + ${folded[lane + half]})`));
      }
      lines.push(`p${s}[blocks] = ${folded[0]};`);
    });
    lines.push('blocks++;', '}');
    kernel.sums.forEach((_, s) => {
      lines.push(`t${s}[t${s}_${kernel.outer}] = fold(p${s}, blocks);`);
    });
  }
}

const cache = new Map<string, Run>();
const capacity = 512;

/** The kernel as a function, or undefined where the page's policy forbids generating code. */
export function generate(kernel: Kernel): Run | undefined {
  const found = cache.get(kernel.key);
  if (found !== undefined) return found;
  const text = `'use strict';\nreturn function kernel(slots, call) {\n${new Writer(kernel).write()}\n};`;
  let run: Run;
  try {
    run = new Function('exp', 'log', 'pow', 'fround', 'partials', 'fold', text)(
      exp,
      log,
      pow,
      Math.fround,
      partials,
      foldBlocks,
    ) as Run;
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
  const oldest = cache.keys().next();
  if (cache.size >= capacity && !oldest.done) cache.delete(oldest.value);
  cache.set(kernel.key, run);
  return run;
}
