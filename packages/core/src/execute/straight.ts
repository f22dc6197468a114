// A function of few numbers as one generated function of its arguments: it checks them, computes in a straight line and
// puts the result together, with no allocation but the result. Every backend takes it where it can be had, since a call
// into WebAssembly, or any loop over arrays, would take longer than the numbers do.
//
//   (args) => {
//     if (!(Array.isArray(args) && args.length === 2)) return undefined;
//     const a0 = args[0];
//     if (!(typeof a0 === 'number')) return undefined;
//     const a1 = args[1];
//     if (!(a1 instanceof Float64Array && a1.length === 3)) return undefined;
//     const v0 = a0 * a1[2];
//     return { product: v0 };
//   }

import type { Buffer } from '../kernel/backend.ts';
import type { Plan } from '../kernel/plan.ts';
import type { DType } from '../shape/dtype.ts';
import { type ArrayType, sameShape, sizeOf } from '../shape/shape.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import type { Kind } from '../trace/traced.ts';
import type { Structure } from '../tree/tree.ts';
import { straightLine, straightSteps } from '../typescript/straight.ts';
import { type Entry, entryOf, Guards, mayEnter, treeText } from './entry.ts';

/** A tree whose leaves have types and kinds. */
export interface TypedTree {
  readonly structure: Structure;
  readonly leaves: readonly { readonly type: ArrayType; readonly kind: Kind | undefined }[];
}

/** Nested arrays and tensors of more elements are not read one by one. */
const mostElements = 8;

const arrays: Readonly<Record<DType, string>> = {
  f64: 'Float64Array',
  f32: 'Float32Array',
  i32: 'Int32Array',
  bool: 'Uint8Array',
};

/** Guards for each leaf, and for each leaf the text of its element at an offset. */
class Elements {
  readonly guards: Guards = new Guards((name) => this.add(name));
  readonly texts: ((offset: number) => string)[] = [];
  /** What the guards call, by name. */
  readonly given: Record<string, unknown> = {};
  private readonly leaves: TypedTree['leaves'];

  constructor(leaves: TypedTree['leaves']) {
    this.leaves = leaves;
  }

  private add(name: string): boolean {
    const leaf = this.leaves[this.texts.length];
    if (leaf === undefined) return false;
    const { shape, dtype } = leaf.type;
    const [length = 0, ...inner] = shape;
    switch (leaf.kind) {
      case 'number':
      case 'boolean': {
        const element = this.element(name, leaf.kind);
        this.texts.push(() => element);
        return true;
      }
      case 'typed':
        this.guards.expect(`${name} instanceof ${arrays[dtype]} && ${name}.length === ${length}`);
        this.texts.push((offset) => `${name}[${offset}]`);
        return true;
      case 'nested': {
        if (inner.length > 0 || length > mostElements) return false;
        this.guards.expect(`Array.isArray(${name}) && ${name}.length === ${length}`);
        const kind = dtype === 'bool' ? 'boolean' : 'number';
        const elements = Array.from({ length }, (_, i) => this.element(this.guards.name(`${name}[${i}]`), kind));
        this.texts.push((offset) => elements[offset] ?? 'NaN');
        return true;
      }
      case 'tensor': {
        const size = sizeOf(shape);
        if (size > mostElements) return false;
        const bufferOf = `buffer${this.texts.length}`;
        this.given[bufferOf] = (value: unknown): Buffer | undefined => bufferOfType(value, leaf.type);
        const buffer = this.guards.name(`${bufferOf}(${name})`);
        this.guards.expect(`${buffer} !== undefined`);
        const elements = Array.from({ length: size }, (_, i) => this.guards.name(`${buffer}.at(${i})`));
        this.texts.push((offset) => elements[offset] ?? 'NaN');
        return true;
      }
      default:
        return false;
    }
  }

  private element(name: string, kind: 'number' | 'boolean'): string {
    this.guards.expect(`typeof ${name} === '${kind}'`);
    return kind === 'boolean' ? `(${name} ? 1 : 0)` : name;
  }
}

/** The buffer of a tensor of this type, whatever backend it belongs to; undefined for anything else. */
function bufferOfType(value: unknown, { shape, dtype }: ArrayType): Buffer | undefined {
  return value instanceof ConcreteTensor && value.dtype === dtype && sameShape(value.shape, shape)
    ? value.buffer
    : undefined;
}

/** The generated function, or undefined if the plan does not run in a straight line from plain arguments to numbers. */
export function straightEntry(plan: Plan, args: TypedTree, result: TypedTree): Entry | undefined {
  if (!mayEnter(args.leaves.length + result.leaves.length) || args.leaves.length !== plan.inputs) return undefined;
  const steps = straightSteps(plan);
  if (steps === undefined) return undefined;
  const { guards, texts, given } = new Elements(args.leaves);
  if (!guards.check(args.structure, 'args')) return undefined;
  const straight = straightLine(plan, steps, (slot, offset) => texts[slot]?.(offset));
  if (straight === undefined) return undefined;
  const { lines, outputs } = straight;
  const leaves = outputs.map((text, i) => (result.leaves[i]?.kind === 'boolean' ? `${text} !== 0` : text));
  return entryOf([...guards.lines, ...lines, `return ${treeText(result.structure, leaves.values())};`], {
    ...given,
    ...straight.given,
  });
}
