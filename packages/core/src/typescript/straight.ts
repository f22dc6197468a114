// A short plan without loops as text: one constant after the other, no storage.

import type { KernelCall } from '../kernel/kernel.ts';
import type { Plan } from '../kernel/plan.ts';
import { calledBy, textOf } from './text.ts';

/** Plans of more instructions are not written out. */
const longest = 256;

export interface Straight {
  readonly lines: readonly string[];
  /** What stands for each output. */
  readonly outputs: readonly string[];
  /** What the lines call, and constants, by name. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** The steps of a short plan without loops that gives numbers only; undefined for other plans. */
export function straightSteps({ steps, outputs }: Plan): readonly KernelCall[] | undefined {
  if (!outputs.every(({ placement }) => placement === 'number')) return undefined;
  const straight: KernelCall[] = [];
  let instructions = 0;
  for (const step of steps) {
    if (step.step !== 'kernel' || step.kernel.form !== 'point') return undefined;
    instructions += step.kernel.body.length;
    if (instructions > longest) return undefined;
    straight.push(step);
  }
  return straight;
}

/** A plan of such steps written out, or undefined if an input is not written. `input` writes an element of an input. */
export function straightLine(
  plan: Plan,
  steps: readonly KernelCall[],
  input: (slot: number, offset: number) => string | undefined,
): Straight | undefined {
  const stored = new Map<string, string>();
  const read = (slot: number, offset: number): string | undefined =>
    slot < plan.inputs ? input(slot, offset) : stored.get(`${slot} ${offset}`);
  const lines: string[] = [];
  const given: Record<string, unknown> = {};
  let count = 0;
  for (const step of steps) {
    const { body, stores } = step.kernel;
    const loads = step.loads.map(({ slot, offset }) => read(slot, offset));
    // By name, so that other constants need no other text.
    const constants = step.constants.map((value) => {
      const name = `c${count++}`;
      given[name] = value;
      return name;
    });
    const values = [...loads, ...constants];
    for (const { op, dtype, args } of body) {
      const operands = args.map((arg) => values[arg]);
      if (!operands.every((operand) => operand !== undefined)) return undefined;
      const name = `v${lines.length}`;
      lines.push(`const ${name} = ${textOf(op, operands, dtype)};`);
      values.push(name);
    }
    for (const [s, { slot, offset }] of step.stores.entries()) {
      const value = values[stores[s]?.value ?? -1];
      if (value !== undefined) stored.set(`${slot} ${offset}`, value);
    }
    Object.assign(given, calledBy(body));
  }
  const outputs = plan.outputs.map(({ slot }) => read(slot, 0));
  return outputs.every((output) => output !== undefined) ? { lines, outputs, given } : undefined;
}
