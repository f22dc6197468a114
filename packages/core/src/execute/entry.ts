// Text of functions that take their arguments apart and put results together, for one form of arguments.

import type { Structure } from '../tree/tree.ts';
import { evaluate, mayGenerate } from '../typescript/code.ts';

/** A function of a list of arguments; undefined for arguments unlike those it was made for. */
export type Entry = (args: readonly unknown[]) => unknown;

/** Arguments and results of more leaves than this in all are walked along: text that long compiles badly or not at all. */
const mostLeaves = 512;

/** Whether functions that take and give so many leaves are generated. */
export function mayEnter(leaves: number): boolean {
  return leaves <= mostLeaves && mayGenerate();
}

/** Text that takes arguments apart, or returns from the function if they do not fit. */
export class Guards {
  readonly lines: string[] = [];
  private readonly leaf: (name: string) => boolean;
  private names = 0;

  /** `leaf` is told the name of each leaf, in order, adds its lines, and says whether there are any for it. */
  constructor(leaf: (name: string) => boolean) {
    this.leaf = leaf;
  }

  /** Whether guards could be written for this part of the tree, whose value is named. */
  check(form: Structure, name: string): boolean {
    switch (form.kind) {
      case 'leaf':
        return this.leaf(name);
      case 'tuple':
        this.expect(`Array.isArray(${name}) && ${name}.length === ${form.parts.length}`);
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

  expect(condition: string): void {
    this.lines.push(`if (!(${condition})) return undefined;`);
  }

  name(value: string, keyword = 'const'): string {
    const name = `a${this.names++}`;
    this.lines.push(`${keyword} ${name} = ${value};`);
    return name;
  }
}

/** The text of a tree with these texts as its leaves. */
export function treeText(form: Structure, leaves: Iterator<string>): string {
  if (form.kind === 'leaf') return String(leaves.next().value);
  const parts = form.parts.map((part) => treeText(part, leaves));
  if (form.kind === 'tuple') return `[${parts.join(', ')}]`;
  // Without the brackets, the name __proto__ would set the prototype.
  const entries = form.keys.map(
    (key, i) => `${key === '__proto__' ? '["__proto__"]' : JSON.stringify(key)}: ${parts[i]}`,
  );
  return `{ ${entries.join(', ')} }`;
}

/** The function of `args` with these lines, undefined where code may not be generated. */
export function entryOf(lines: readonly string[], given: Readonly<Record<string, unknown>>): Entry | undefined {
  return evaluate(`return function entry(args) {\n${lines.join('\n')}\n};`, given) as Entry | undefined;
}

/** What an entry runs that is more than a line. */
export interface Run {
  readonly structure: Structure;
  /** For each leaf: writes it to where `run` reads it, and says whether it fits. */
  readonly accept: readonly ((value: unknown) => boolean)[];
  /** The leaves of the result, in order. */
  readonly run: () => readonly unknown[];
  readonly result: Structure;
  /** How many leaves the result has. */
  readonly results: number;
}

/** Generated text around a run: for trees of known form it is several times faster than walking along them. */
export function entryAround({ structure, accept, run, result, results }: Run): Entry | undefined {
  if (!mayEnter(accept.length + results)) return undefined;
  const given: Record<string, unknown> = { run };
  let leaves = 0;
  const guards = new Guards((name) => {
    given[`accept${leaves}`] = accept[leaves];
    guards.expect(`accept${leaves++}(${name})`);
    return true;
  });
  guards.check(structure, 'args');
  const texts = Array.from({ length: results }, (_, i) => `results[${i}]`);
  return entryOf([...guards.lines, 'const results = run();', `return ${treeText(result, texts.values())};`], given);
}
