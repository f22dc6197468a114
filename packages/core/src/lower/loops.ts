// Loops: a program's steps again and again over the same slots, with copies in between that bring the next slice in, the
// results out, and the carry back to where it is read.

import type { Copy, Moving } from '../kernel/plan.ts';
import { programParam } from '../program/params.ts';
import type { Equation, Variable } from '../program/program.ts';
import { scanParts } from '../program/scan.ts';
import { sizeOf } from '../shape/shape.ts';
import { Lowering } from './lower.ts';

function still(slot: number): Moving {
  return { slot, offset: 0, advance: 0 };
}

/** Slice i of a stacked array in iteration i, or in reverse. */
function slices(slot: number, length: number, count: number, reverse: boolean): Moving {
  return reverse ? { slot, offset: (count - 1) * length, advance: -length } : { slot, offset: 0, advance: length };
}

/** Lowers an equation of kind `loop`; program/scan.ts says what its operands and results are. */
export function lowerLoop(lowering: Lowering, equation: Equation): void {
  const body = programParam(equation.params, 'body');
  const { constants, carry, slices: sliced, count, reverse, results } = scanParts(equation);
  const inner = new Lowering(body, lowering.slots);
  const start: Copy[] = [];
  const before: Copy[] = [];
  const after: Copy[] = [];
  const read = new Set<Variable>(lowering.program.outputs.filter((output) => output.kind === 'variable'));
  for (const { inputs } of lowering.program.equations) {
    for (const input of inputs) if (input.kind === 'variable') read.add(input);
  }
  for (const { operand, input } of constants) inner.shareSlot(input, lowering.slotOfAtom(operand));
  const carried = carry.map(({ operand, input, result, history }) => {
    const slot = inner.newSlotFor(input);
    const length = sizeOf(input.type.shape);
    lowering.shareSlot(result, slot);
    start.push({ length, from: still(lowering.slotOfAtom(operand)), to: still(slot) });
    if (read.has(history)) {
      const stacked = lowering.newSlotFor(history);
      before.push({ length, from: still(slot), to: slices(stacked, length, count, reverse) });
    }
    return { slot, length };
  });
  sliced.forEach(({ operand, input }) => {
    const slot = inner.newSlotFor(input);
    const length = sizeOf(input.type.shape);
    before.push({ length, from: slices(lowering.slotOfAtom(operand), length, count, reverse), to: still(slot) });
  });
  inner.run();
  const writes = new Set<number>(carried.map(({ slot }) => slot));
  const outputs = body.outputs.map((output, i) => {
    // What is carried or read by a loop's own inputs is copied out before it changes.
    const own = inner.slotOfAtom(output);
    const moves = writes.has(own) && own !== carried[i]?.slot;
    if (!moves || output.kind === 'literal') return own;
    return inner.copied(output, 0);
  });
  carried.forEach(({ slot, length }, i) => {
    const from = outputs[i];
    if (from !== undefined && from !== slot) after.push({ length, from: still(from), to: still(slot) });
  });
  results.forEach((result, k) => {
    const from = outputs[carried.length + k];
    if (from === undefined || !read.has(result)) return;
    const length = sizeOf(result.type.shape.slice(1));
    after.push({ length, from: still(from), to: slices(lowering.newSlotFor(result), length, count, reverse) });
  });
  lowering.steps.push({ step: 'loop', count, start, before, steps: inner.steps, after });
}
