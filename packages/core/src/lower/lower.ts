// program → plan: elementwise chains are fused with the reductions that end them, and everything that runs over the same
// axes goes through the data together (a loss and all of its gradients read it once).

import { BackendError } from '../errors.ts';
import type { ReductionOp } from '../kernel/kernel.ts';
import type { Placement, Plan, Slot, Step } from '../kernel/plan.ts';
import { numbers } from '../program/params.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import type { DType } from '../shape/dtype.ts';
import { rowMajorStrides, type Shape, sizeOf } from '../shape/shape.ts';
import { assemble, type Target } from './assemble.ts';
import { Expression } from './expression.ts';
import { type Group, groupsOf } from './groups.ts';
import { lowerLoop } from './loops.ts';
import { lowerParts } from './parts.ts';
import { identity, type Position } from './read.ts';
import { chooseRoots, type Roots } from './roots.ts';
import { lowerRoutine } from './routines.ts';

/** Lowers a program; `placements` says what becomes of each of its outputs. */
export function lower(program: Program, placements: readonly Placement[]): Plan {
  const slots: Slot[] = [];
  const lowering = new Lowering(program, slots);
  for (const input of program.inputs) lowering.newSlotFor(input);
  lowering.run();
  const outputs = program.outputs.map((output, i) => ({
    slot: lowering.slotOfAtom(output),
    placement: placements[i] ?? 'resident',
  }));
  return { inputs: program.inputs.length, slots, steps: lowering.steps, outputs };
}

/** What a kernel's loop runs over and writes. */
export interface Work {
  readonly sizes: Shape;
  /** How many of the last axes are reduced. */
  readonly reduced: number;
  readonly op: ReductionOp;
  readonly stores: Target[];
  readonly reductions: Target[];
}

/** One program on its way to steps. The programs of loops share the slots of the program around them. */
export class Lowering {
  readonly steps: Step[] = [];
  readonly slots: Slot[];
  readonly program: Program;
  readonly roots: Roots;
  private readonly slot = new Map<Variable, number>();

  constructor(program: Program, slots: Slot[]) {
    this.program = program;
    this.slots = slots;
    this.roots = chooseRoots(program);
  }

  /** Lowers all equations. The inputs must have slots. */
  run(): void {
    for (const group of groupsOf(this.program, this.roots)) this.lowerGroup(group);
  }

  newSlot(dtype: DType, length: number): number {
    return this.slots.push({ dtype, length }) - 1;
  }

  newSlotFor(one: Variable): number {
    const slot = this.newSlot(one.type.dtype, sizeOf(one.type.shape));
    this.slot.set(one, slot);
    return slot;
  }

  /** Lets a variable share a slot. */
  shareSlot(one: Variable, slot: number): void {
    this.slot.set(one, slot);
  }

  readonly slotOf = (one: Variable): number => {
    const found = this.slot.get(one);
    if (found === undefined) throw new BackendError('lower: a value is read before it has storage');
    return found;
  };

  /** The slot that holds an atom; a literal gets one. */
  slotOfAtom(atom: Atom): number {
    if (atom.kind === 'variable') return this.slotOf(atom);
    const slot = this.newSlot(atom.type.dtype, 1);
    const expression = this.expression(0, 0);
    const node = expression.constant(atom.value, atom.type.dtype);
    this.pushStores(expression, [], [{ node, slot, walk: { offset: 0, strides: [] } }]);
    return slot;
  }

  expression(level: number, rank: number): Expression {
    return new Expression(this.roots, level, rank, this.slotOf);
  }

  /** Stores a value of any kind, row by row, in a slot of its own, and returns the slot. */
  copied(atom: Variable, level: number): number {
    const { shape, dtype } = atom.type;
    const slot = this.newSlot(dtype, sizeOf(shape));
    const expression = this.expression(level, shape.length);
    const node = expression.at(atom, identity(shape.length));
    this.pushStores(expression, shape, [{ node, slot, walk: { offset: 0, strides: rowMajorStrides(shape) } }]);
    return slot;
  }

  pushStores(expression: Expression, sizes: Shape, stores: Target[]): void {
    this.push(expression, { sizes, reduced: 0, op: 'add', stores, reductions: [] });
  }

  /** Adds a kernel call; where the reduced axes do not form one run, what is reduced is stored in order first. */
  private push(expression: Expression, work: Work): void {
    const call = assemble(expression, work);
    if (call !== undefined) {
      this.steps.push(call);
      return;
    }
    const { sizes, stores, reductions } = work;
    const walk = { offset: 0, strides: rowMajorStrides(sizes) };
    const stored = reductions.map(({ node }) => ({ node, walk, slot: this.newSlot(node.dtype, sizeOf(sizes)) }));
    this.pushStores(expression, sizes, [...stores, ...stored]);
    const again = this.expression(0, sizes.length);
    const targets = stored.map(({ slot }, i): Target => {
      const target = reductions[i] as Target;
      return { ...target, node: again.loadSlot(slot, target.node.dtype, walk) };
    });
    this.push(again, { ...work, stores: [], reductions: targets });
  }

  private lowerGroup(group: Group): void {
    const first = group.members[0] as Equation;
    switch (group.kind) {
      case 'alias': {
        const operand = first.inputs[0];
        if (operand.kind === 'variable') this.shareSlot(first.outputs[0], this.slotOf(operand));
        return;
      }
      case 'parts':
        lowerParts(this, first, group.level);
        return;
      case 'routine':
        lowerRoutine(this, first, group.level);
        return;
      case 'loop':
        lowerLoop(this, first);
        return;
      case 'kernel':
        this.lowerKernel(group);
    }
  }

  private lowerKernel({ level, sizes, reduced, op, members }: Group): void {
    for (let m = 0; m < members.length; m++) this.newSlotFor((members[m] as Equation).outputs[0]);
    const expression = this.expression(level, sizes.length);
    const stores: Target[] = [];
    const reductions: Target[] = [];
    for (let m = 0; m < members.length; m++) {
      const member = members[m] as Equation;
      const output = member.outputs[0];
      const slot = this.slotOf(output);
      if (member.primitive.lowering.kind === 'reduce' && !this.roots.isUnrolled(member)) {
        const strides = padded(rowMajorStrides(output.type.shape), sizes.length);
        reductions.push({
          node: expression.at(member.inputs[0], operandPosition(member)),
          slot,
          walk: { offset: 0, strides },
        });
      } else {
        const node = expression.compute(member, identity(sizes.length));
        stores.push({ node, slot, walk: { offset: 0, strides: rowMajorStrides(sizes) } });
      }
    }
    this.push(expression, { sizes, reduced, op, stores, reductions });
  }
}

/** Where a reduction's operand is read, when the loop runs over the kept axes first and the reduced ones last. */
function operandPosition({ inputs, params }: Equation): Position {
  const { shape } = inputs[0].type;
  const axes = numbers(params, 'axes').map((axis) => axis + shape.length);
  const kept = shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const order = [...kept, ...axes];
  return shape.map((_, axis) => ({ axis: order.indexOf(axis), scale: 1, offset: 0 }));
}

function padded(strides: readonly number[], rank: number): number[] {
  return [...strides, ...new Array<number>(rank - strides.length).fill(0)];
}
