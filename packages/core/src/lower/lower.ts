// program → plan: elementwise chains are fused with the sums that end them, and everything that runs over the same axes
// goes through the data together (a loss and all of its gradients read it once).

import { BackendError } from '../errors.ts';
import type { KernelCall } from '../kernel/kernel.ts';
import type { Placement, Plan, Slot } from '../kernel/plan.ts';
import { number, numbers } from '../program/params.ts';
import type { Equation, Program, Variable } from '../program/program.ts';
import type { DType } from '../shape/dtype.ts';
import { rowMajorStrides, type Shape, sizeAt, sizeOf } from '../shape/shape.ts';
import { assemble, type Target } from './assemble.ts';
import { Expression, type Position } from './expression.ts';
import { chooseRoots } from './roots.ts';

interface Group {
  readonly level: number;
  /** Sizes of the loop's axes, the summed ones last. */
  readonly sizes: Shape;
  readonly summed: number;
  readonly members: Equation[];
}

/** Lowers a program; `placements` says what becomes of each of its outputs. */
export function lower(program: Program, placements: readonly Placement[]): Plan {
  return new Lowering(program).plan(program, placements);
}

class Lowering {
  private readonly slots: Slot[] = [];
  private readonly slot = new Map<Variable, number>();
  private readonly calls: KernelCall[] = [];
  private readonly roots: ReturnType<typeof chooseRoots>;
  private readonly slotOf = (one: Variable): number => {
    const found = this.slot.get(one);
    if (found === undefined) throw new BackendError('lower: a value is read before it has storage');
    return found;
  };

  constructor(program: Program) {
    this.roots = chooseRoots(program);
    for (const input of program.inputs) this.slot.set(input, this.newSlot(input.type.dtype, sizeOf(input.type.shape)));
  }

  plan(program: Program, placements: readonly Placement[]): Plan {
    for (const group of this.groups(program)) this.lowerGroup(group);
    const outputs = program.outputs.map((output, i) => ({
      slot: output.kind === 'variable' ? this.slotOf(output) : this.constantSlot(output.value, output.type.dtype),
      placement: placements[i] ?? 'resident',
    }));
    return { inputs: program.inputs.length, slots: this.slots, calls: this.calls, outputs };
  }

  private newSlot(dtype: DType, length: number): number {
    return this.slots.push({ dtype, length }) - 1;
  }

  private constantSlot(value: number, dtype: DType): number {
    const slot = this.newSlot(dtype, 1);
    const expression = new Expression(this.roots, 0, this.slotOf);
    const target = { node: expression.constant(value, dtype), slot, walk: { offset: 0, strides: [] } };
    this.push(expression, [], 0, [target], []);
    return slot;
  }

  /** Equations with a kernel of their own, by level, then by the axes they run over. */
  private groups(program: Program): Group[] {
    const groups = new Map<string, Group>();
    for (const equation of program.equations) {
      const [result] = equation.outputs;
      if (result === undefined || !this.roots.isStored(result)) continue;
      const [operand] = equation.inputs;
      const { kind } = equation.primitive.lowering;
      const level = this.roots.levelOf(result);
      if (kind === 'reshape' && operand?.kind === 'variable' && this.roots.isStored(operand)) {
        groups.set(`alias ${groups.size}`, { level: level + 0.5, sizes: [], summed: 0, members: [equation] });
        continue;
      }
      const sum = kind === 'sum' && !this.roots.isUnrolled(equation);
      const shape = (sum ? operand : result)?.type.shape ?? [];
      const axes = sum ? numbers(equation.params, 'axes').map((axis) => axis + shape.length) : [];
      const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
      const sizes = [...kept, ...axes].map((axis) => sizeAt(shape, axis));
      const trailing = axes.every((axis) => axis >= kept.length);
      const dtype = sum ? result.type.dtype : '';
      const key = kind === 'pad' ? `pad ${groups.size}` : `${level} ${sizes} ${sum ? `${axes} ${dtype}` : ''}`;
      // A map joins a sum that runs over the same axes in the same order, so that both read the data once.
      const host = sum || kind === 'pad' ? undefined : hostFor(groups, level, sizes);
      const group = host ?? groups.get(key) ?? { level, sizes, summed: axes.length, members: [] };
      group.members.push(equation);
      if (host === undefined) groups.set(trailing || !sum ? key : `${key} permuted`, group);
    }
    return [...groups.values()].sort((l, r) => l.level - r.level);
  }

  private lowerGroup({ sizes, summed, members }: Group): void {
    const [first] = members;
    if (first === undefined) return;
    const { kind } = first.primitive.lowering;
    const [operand] = first.inputs;
    const [result] = first.outputs;
    if (result === undefined) return;
    if (kind === 'reshape' && operand?.kind === 'variable' && this.roots.isStored(operand)) {
      this.slot.set(result, this.slotOf(operand));
      return;
    }
    for (const { outputs } of members) {
      for (const one of outputs) this.slot.set(one, this.newSlot(one.type.dtype, sizeOf(one.type.shape)));
    }
    if (kind === 'pad') {
      this.lowerPad(first, result);
      return;
    }
    const expression = new Expression(this.roots, sizes.length, this.slotOf);
    const stores: Target[] = [];
    const sums: Target[] = [];
    for (const member of members) {
      const [output] = member.outputs;
      const [input] = member.inputs;
      if (output === undefined || input === undefined) continue;
      const slot = this.slotOf(output);
      if (this.isLoopedSum(member)) {
        const node = expression.at(input, operandPosition(member));
        sums.push({
          node,
          slot,
          walk: { offset: 0, strides: padded(rowMajorStrides(output.type.shape), sizes.length) },
        });
      } else {
        const node = expression.compute(member, identity(sizes.length));
        stores.push({ node, slot, walk: { offset: 0, strides: rowMajorStrides(sizes) } });
      }
    }
    this.push(expression, sizes, summed, stores, sums);
  }

  private isLoopedSum(equation: Equation): boolean {
    return equation.primitive.lowering.kind === 'sum' && !this.roots.isUnrolled(equation);
  }

  /** Adds the call; where the summed axes do not form one run, the summands are stored in order first. */
  private push(expression: Expression, sizes: Shape, summed: number, stores: Target[], sums: Target[]): void {
    const call = assemble(expression, { sizes, summed, stores, sums });
    if (call !== undefined) {
      this.calls.push(call);
      return;
    }
    const walk = { offset: 0, strides: rowMajorStrides(sizes) };
    const summands = sums.map(({ node }) => ({ node, walk, slot: this.newSlot(node.dtype, sizeOf(sizes)) }));
    this.push(expression, sizes, 0, [...stores, ...summands], []);
    const again = new Expression(this.roots, sizes.length, this.slotOf);
    const targets = sums.map((sum, i) => ({
      ...sum,
      node: again.loadSlot(summands[i]?.slot ?? 0, sum.node.dtype, walk),
    }));
    this.push(again, sizes, summed, [], targets);
  }

  /** Zeros first, then the operand into its place. */
  private lowerPad({ inputs, params }: Equation, result: Variable): void {
    const [operand] = inputs;
    if (operand?.kind !== 'variable') throw new BackendError('pad takes a stored operand');
    const slot = this.slotOf(result);
    const { shape, dtype } = result.type;
    const strides = rowMajorStrides(shape);
    const zeros = new Expression(this.roots, shape.length, this.slotOf);
    this.push(zeros, shape, 0, [{ node: zeros.constant(0, dtype), slot, walk: { offset: 0, strides } }], []);
    const inside = new Expression(this.roots, shape.length, this.slotOf);
    const node = inside.at(operand, identity(shape.length));
    const offset = number(params, 'before') * (strides[shape.length + number(params, 'axis')] ?? 0);
    this.push(inside, operand.type.shape, 0, [{ node, slot, walk: { offset, strides } }], []);
  }
}

function hostFor(groups: ReadonlyMap<string, Group>, level: number, sizes: Shape): Group | undefined {
  for (const [key, group] of groups) {
    if (
      group.level === level &&
      group.summed > 0 &&
      !key.endsWith('permuted') &&
      String(group.sizes) === String(sizes)
    ) {
      return group;
    }
  }
  return undefined;
}

function identity(rank: number): Position {
  return Array.from({ length: rank }, (_, axis) => ({ axis, scale: 1, offset: 0 }));
}

/** Where a sum's operand is read, when the loop runs over the kept axes first and the summed ones last. */
function operandPosition({ inputs, params }: Equation): Position {
  const shape = inputs[0]?.type.shape ?? [];
  const axes = numbers(params, 'axes').map((axis) => axis + shape.length);
  const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const order = [...kept, ...axes];
  return shape.map((_, axis) => ({ axis: order.indexOf(axis), scale: 1, offset: 0 }));
}

function padded(strides: readonly number[], rank: number): number[] {
  return [...strides, ...new Array<number>(rank - strides.length).fill(0)];
}
