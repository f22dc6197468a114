// A function of few numbers as one generated function of its arguments: it checks them, computes in a straight line and
// puts the result together, with no allocation but the result. Every backend takes it where it can be had, since a call
// into WebAssembly, or any loop over arrays, would take longer than the numbers do.
//
//   (args) => {
//     if (args.length !== 2) return undefined;
//     const a0 = args[0];
//     if (typeof a0 !== 'number') return undefined;
//     const a1 = args[1];
//     if (!(a1 instanceof Float64Array) || a1.length !== 3) return undefined;
//     const v0 = a0 * a1[2];
//     return { product: v0 };
//   }

import type { Plan } from '../kernel/plan.ts';
import type { DType } from '../shape/dtype.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Kind } from '../trace/traced.ts';
import type { Structure } from '../tree/tree.ts';
import { evaluate, mayGenerate } from '../typescript/code.ts';
import { straightLine } from '../typescript/straight.ts';

/** A function of a list of arguments; undefined for arguments unlike those it was made for. */
export type Entry = (args: readonly unknown[]) => unknown;

/** A tree whose leaves have types and kinds. */
export interface TypedTree {
  readonly structure: Structure;
  readonly leaves: readonly { readonly type: ArrayType; readonly kind: Kind | undefined }[];
}

/** Nested arrays of more elements are not checked one by one. */
const mostElements = 8;

const arrays: Readonly<Record<DType, string>> = {
  f64: 'Float64Array',
  f32: 'Float32Array',
  i32: 'Int32Array',
  bool: 'Uint8Array',
};

/** Text that takes arguments apart, or returns from the function if they do not fit. */
class Guards {
  readonly lines: string[] = [];
  /** For each leaf the text of its element at an offset. */
  readonly elements: ((offset: number) => string)[] = [];
  private readonly leaves: TypedTree['leaves'];
  private names = 0;

  constructor(leaves: TypedTree['leaves']) {
    this.leaves = leaves;
  }

  /** Whether guards could be written for this part of the tree, whose value is named. */
  check(form: Structure, name: string): boolean {
    switch (form.kind) {
      case 'leaf':
        return this.checkLeaf(name);
      case 'tuple':
        if (name !== 'args') this.expect(`Array.isArray(${name})`);
        this.expect(`${name}.length === ${form.parts.length}`);
        return form.parts.every((part, i) => this.check(part, this.name(`${name}[${i}]`)));
      case 'object': {
        const count = this.name('0', 'let');
        this.expect(`typeof ${name} === 'object' && ${name} !== null`);
        this.lines.push(`for (const _ in ${name}) ${count}++;`);
        this.expect(`${count} === ${form.keys.length}`);
        return form.parts.every((part, i) => this.check(part, this.name(`${name}[${JSON.stringify(form.keys[i])}]`)));
      }
    }
  }

  private checkLeaf(name: string): boolean {
    const leaf = this.leaves[this.elements.length];
    if (leaf === undefined) return false;
    const { shape, dtype } = leaf.type;
    const [length = 0, ...inner] = shape;
    switch (leaf.kind) {
      case 'number':
      case 'boolean': {
        const element = this.element(name, leaf.kind);
        this.elements.push(() => element);
        return true;
      }
      case 'typed':
        this.expect(`${name} instanceof ${arrays[dtype]} && ${name}.length === ${length}`);
        this.elements.push((offset) => `${name}[${offset}]`);
        return true;
      case 'nested': {
        if (inner.length > 0 || length > mostElements) return false;
        this.expect(`Array.isArray(${name}) && ${name}.length === ${length}`);
        const kind = dtype === 'bool' ? 'boolean' : 'number';
        const elements = Array.from({ length }, (_, i) => this.element(this.name(`${name}[${i}]`), kind));
        this.elements.push((offset) => elements[offset] ?? 'NaN');
        return true;
      }
      default:
        return false;
    }
  }

  private element(name: string, kind: 'number' | 'boolean'): string {
    this.expect(`typeof ${name} === '${kind}'`);
    return kind === 'boolean' ? `(${name} ? 1 : 0)` : name;
  }

  private expect(condition: string): void {
    this.lines.push(`if (!(${condition})) return undefined;`);
  }

  private name(value: string, keyword = 'const'): string {
    const name = `a${this.names++}`;
    this.lines.push(`${keyword} ${name} = ${value};`);
    return name;
  }
}

/** The text of a tree with these texts as its leaves. */
function treeText(form: Structure, leaves: Iterator<string>): string {
  if (form.kind === 'leaf') return String(leaves.next().value);
  const parts = form.parts.map((part) => treeText(part, leaves));
  if (form.kind === 'tuple') return `[${parts.join(', ')}]`;
  // Without the brackets, the name __proto__ would set the prototype.
  const entries = form.keys.map(
    (key, i) => `${key === '__proto__' ? '["__proto__"]' : JSON.stringify(key)}: ${parts[i]}`,
  );
  return `{ ${entries.join(', ')} }`;
}

/** The generated function, or undefined if the plan does not run in a straight line from plain arguments to numbers. */
export function straightEntry(plan: Plan, args: TypedTree, result: TypedTree): Entry | undefined {
  if (!mayGenerate() || args.leaves.length !== plan.inputs) return undefined;
  const guards = new Guards(args.leaves);
  if (!guards.check(args.structure, 'args')) return undefined;
  const straight = straightLine(plan, (slot, offset) => guards.elements[slot]?.(offset));
  if (straight === undefined) return undefined;
  const { lines, outputs, given } = straight;
  const leaves = outputs.map((text, i) => (result.leaves[i]?.kind === 'boolean' ? `${text} !== 0` : text));
  const text = [...guards.lines, ...lines, `return ${treeText(result.structure, leaves.values())};`].join('\n');
  return evaluate(`return function entry(args) {\n${text}\n};`, given) as Entry | undefined;
}
