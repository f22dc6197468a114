// Which values of a program get storage of their own. All others are computed inside the loops that read them.

import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { sizeAt, sizeOf } from '../shape/shape.ts';

/** A sum of at most this many numbers is written out, in the specified order, instead of looped over. */
const unrolled = 8;
/** Bounds the instructions of one kernel: a function of thousands of statements compiles badly, one of millions not at all. */
const largest = 192;
/** A value that is read again and again along a broadcast is stored once it would be computed more often than this. */
const recomputed = 8;

export interface Roots {
  readonly definitions: ReadonlyMap<Variable, Equation>;
  /** Whether the value has storage: an input, or the result of a kernel. */
  isStored(one: Variable): boolean;
  /** Kernels of one level read only what lower levels wrote; inputs are level 0. */
  levelOf(one: Variable): number;
  /** Whether the sum is written out. */
  isUnrolled(equation: Equation): boolean;
}

/** How many numbers each result of a sum is made of. */
export function countSummed({ params, inputs }: Equation): number {
  const shape = inputs[0]?.type.shape ?? [];
  const axes = typeof params.axes === 'object' ? params.axes : [];
  return axes.reduce((size, axis) => size * sizeAt(shape, axis), 1);
}

/** Whether a reshape only adds or removes axes of size 1. */
export function onlyUnitAxes({ inputs, outputs }: Equation): boolean {
  const wide = (atom: Atom | undefined): string => (atom?.type.shape.filter((n) => n !== 1) ?? []).join();
  return wide(inputs[0]) === wide(outputs[0]);
}

export function chooseRoots(program: Program): Roots {
  const definitions = new Map<Variable, Equation>();
  const stored = new Set<Variable>(program.inputs);
  const level = new Map<Variable, number>();
  const cost = new Map<Variable, number>();
  const unrolledSums = new Set<Equation>();
  const wanted = new Set<Variable>();
  for (const output of program.outputs) if (output.kind === 'variable') wanted.add(output);
  for (const equation of program.equations) {
    const { lowering } = equation.primitive;
    const [operand] = equation.inputs;
    const [result] = equation.outputs;
    if (operand?.kind !== 'variable' || result === undefined) continue;
    const copies = sizeOf(result.type.shape) / Math.max(1, sizeOf(operand.type.shape));
    const storedOperand =
      lowering.kind === 'pad' ||
      (lowering.kind === 'reshape' && !onlyUnitAxes(equation)) ||
      (lowering.kind === 'view' && copies > recomputed);
    if (storedOperand) wanted.add(operand);
  }
  for (const equation of program.equations) {
    const { lowering } = equation.primitive;
    let depth = 0;
    let work = lowering.kind === 'elementwise' ? 1 : 0;
    for (const input of equation.inputs) {
      if (input.kind !== 'variable') continue;
      depth = Math.max(depth, level.get(input) ?? 0);
      if (!stored.has(input)) work += cost.get(input) ?? 0;
    }
    let ownKernel = lowering.kind === 'pad' || work > largest;
    if (lowering.kind === 'sum') {
      const count = countSummed(equation);
      if (count <= unrolled && (work + 1) * count <= largest) {
        unrolledSums.add(equation);
        work = (work + 1) * count;
      } else {
        ownKernel = true;
      }
    }
    for (const output of equation.outputs) {
      definitions.set(output, equation);
      const [operand] = equation.inputs;
      const alias = lowering.kind === 'reshape' && operand?.kind === 'variable' && stored.has(operand);
      if (ownKernel || wanted.has(output) || alias) stored.add(output);
      level.set(output, stored.has(output) && !alias ? depth + 1 : depth);
      cost.set(output, work);
    }
  }
  return {
    definitions,
    isStored: (one) => stored.has(one),
    levelOf: (one) => level.get(one) ?? 0,
    isUnrolled: (equation) => unrolledSums.has(equation),
  };
}
