// The equations that get steps of their own, in order, and those that share a kernel together.

import type { ReductionOp } from '../kernel/kernel.ts';
import { numbers } from '../program/params.ts';
import type { Equation, Program } from '../program/program.ts';
import { type Shape, sizeAt } from '../shape/shape.ts';
import { isView } from './read.ts';
import type { Roots } from './roots.ts';

/** Equations that become one step. */
export interface Group {
  readonly kind: 'kernel' | 'alias' | 'parts' | 'routine' | 'loop';
  readonly level: number;
  /** Sizes of a kernel's axes, the reduced ones last. */
  readonly sizes: Shape;
  readonly reduced: number;
  readonly op: ReductionOp;
  readonly members: Equation[];
}

/** By level, then by the axes they run over. */
export function groupsOf(program: Program, roots: Roots): Group[] {
  const kernels = new Map<string, Group>();
  const groups: Group[] = [];
  const single = (kind: Group['kind'], level: number, equation: Equation): void => {
    groups.push({ kind, level, sizes: [], reduced: 0, op: 'add', members: [equation] });
  };
  for (let e = 0; e < program.equations.length; e++) {
    const equation = program.equations[e] as Equation;
    const result = equation.outputs[0];
    if (result === undefined || !roots.isStored(result)) continue;
    const operand = equation.inputs[0];
    const { lowering } = equation.primitive;
    const level = roots.levelOf(result);
    if (lowering.kind === 'parts' || lowering.kind === 'routine' || lowering.kind === 'loop') {
      single(lowering.kind, level, equation);
      continue;
    }
    if (lowering.kind === 'reshape' && !isView(equation) && operand?.kind === 'variable') {
      single('alias', level + 0.5, equation);
      continue;
    }
    const reduces = lowering.kind === 'reduce' && !roots.isUnrolled(equation);
    const op = reduces ? lowering.op : 'add';
    const shape = (reduces ? operand : result).type.shape;
    const axes = reduces ? numbers(equation.params, 'axes').map((axis) => axis + shape.length) : [];
    const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
    const sizes = [...kept, ...axes].map((axis) => sizeAt(shape, axis));
    const trailing = axes.every((axis) => axis >= kept.length);
    const loop = `${level} ${sizes}`;
    // A map joins a reduction that runs over the same axes in the same order, so that both read the data once.
    const own = reduces ? `${loop} ${axes} ${op} ${result.type.dtype}` : loop;
    let group = kernels.get(own);
    if (group === undefined) {
      group = { kind: 'kernel', level, sizes, reduced: axes.length, op, members: [] };
      groups.push(group);
      kernels.set(own, group);
      if (reduces && trailing && !kernels.has(loop)) kernels.set(loop, group);
    }
    group.members.push(equation);
  }
  return groups.sort((left, right) => left.level - right.level);
}
