// The body of one kernel, grown from the values it must produce: a value with storage becomes a load, any other one is
// computed in place from its equation. Views cost nothing: they change which element is read.

import { BackendError } from '../errors.ts';
import type { Elementary, Opcode } from '../kernel/instructions.ts';
import { summation } from '../kernel/summation.ts';
import { numbers } from '../program/params.ts';
import type { AxisRead } from '../program/primitive.ts';
import type { Atom, Equation, Variable } from '../program/program.ts';
import type { DType } from '../shape/dtype.ts';
import { rowMajorStrides, sizeAt } from '../shape/shape.ts';
import type { Walk } from './loop.ts';
import { type Position, readThrough, samePosition } from './read.ts';
import { countReduced, type Roots } from './roots.ts';

/** A value inside the kernel under construction. */
export interface Node {
  readonly from: 'load' | 'constant' | 'body';
  readonly index: number;
  readonly dtype: DType;
}

/** What the element of a variable at a position is. */
interface Element {
  readonly position: Position;
  readonly node: Node;
}

interface Pending {
  readonly op: Opcode | Elementary;
  readonly dtype: DType;
  readonly args: readonly Node[];
}

export class Expression {
  readonly loads: { readonly slot: number; readonly dtype: DType; readonly walk: Walk }[] = [];
  readonly constants: { readonly value: number; readonly dtype: DType }[] = [];
  readonly body: Pending[] = [];
  private readonly known = new Map<string, Node>();
  private readonly elements = new Map<Variable, Element[]>();
  private readonly roots: Roots;
  private readonly level: number;
  private readonly rank: number;
  private readonly slotOf: (one: Variable) => number;

  /** `level`: that of the kernel. `rank`: how many axes its loop has. */
  constructor(roots: Roots, level: number, rank: number, slotOf: (one: Variable) => number) {
    this.roots = roots;
    this.level = level;
    this.rank = rank;
    this.slotOf = slotOf;
  }

  /** The element of an atom at a position. */
  at(atom: Atom, position: Position): Node {
    if (atom.kind === 'literal') return this.constant(atom.value, atom.type.dtype);
    let elements = this.elements.get(atom);
    if (elements === undefined) {
      elements = [];
      this.elements.set(atom, elements);
    }
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i] as Element;
      if (samePosition(element.position, position)) return element.node;
    }
    const equation = this.roots.definitionOf(atom);
    const loaded = equation === undefined || this.roots.isLoaded(atom, this.level);
    const node = loaded ? this.load(atom, position) : this.compute(equation, position);
    elements.push({ position, node });
    return node;
  }

  /** The element of an equation's result, computed here even if the result has storage. */
  compute(equation: Equation, position: Position): Node {
    const { primitive, inputs, outputs } = equation;
    const { lowering } = primitive;
    const operand = inputs[0];
    const result = outputs[0];
    switch (lowering.kind) {
      case 'elementwise': {
        const args = new Array<Node>(lowering.args.length);
        for (let i = 0; i < args.length; i++) {
          const input = inputs[lowering.args[i] as number] as Atom;
          args[i] = this.at(input, input.type.shape.length === 0 ? [] : position);
        }
        return this.instruction(lowering.op, result.type.dtype, args);
      }
      case 'view':
      case 'reshape':
        return this.at(operand, readThrough(equation, position));
      case 'reduce':
        return this.unrolledSum(equation, position);
      default:
        throw new BackendError(`${primitive.name} is no part of a fused kernel`);
    }
  }

  private unrolledSum(equation: Equation, position: Position): Node {
    const operand = equation.inputs[0];
    const { dtype, shape } = operand.type;
    const count = countReduced(equation);
    if (dtype === 'bool') throw new BackendError('a sum of truth values was to be written out');
    if (count === 0) return this.constant(0, dtype);
    const axes = numbers(equation.params, 'axes').map((axis) => axis + shape.length);
    const lanes = new Array<Node | undefined>(summation[dtype].lanes);
    const plus = (x: Node | undefined, y: Node | undefined): Node | undefined =>
      x === undefined || y === undefined ? (x ?? y) : this.instruction('add', dtype, [x, y]);
    for (let i = 0; i < count; i++) {
      let rest = i;
      const fixed = new Map<number, number>();
      for (const axis of axes.toReversed()) {
        const n = sizeAt(shape, axis);
        fixed.set(axis, rest % n);
        rest = Math.floor(rest / n);
      }
      let next = 0;
      const element = shape.map((_, axis) => {
        const offset = fixed.get(axis);
        return offset === undefined ? (position[next++] as AxisRead) : { axis: -1, scale: 0, offset };
      });
      const lane = i % lanes.length;
      lanes[lane] = plus(lanes[lane], this.at(operand, element));
    }
    let folded: (Node | undefined)[] = lanes;
    while (folded.length > 1) {
      const half = folded.length / 2;
      folded = Array.from({ length: half }, (_, lane) => plus(folded[lane], folded[lane + half]));
    }
    return folded[0] as Node;
  }

  private load(one: Variable, position: Position): Node {
    const strides = rowMajorStrides(one.type.shape);
    const walk = { offset: 0, strides: new Array<number>(this.rank).fill(0) };
    position.forEach(({ axis, scale, offset }, k) => {
      const stride = strides[k] as number;
      walk.offset += offset * stride;
      if (axis >= 0) walk.strides[axis] = (walk.strides[axis] as number) + scale * stride;
    });
    return this.loadSlot(this.slotOf(one), one.type.dtype, walk);
  }

  loadSlot(slot: number, dtype: DType, walk: Walk): Node {
    return this.once(`load ${slot} ${walk.offset} ${walk.strides}`, () => ({
      from: 'load',
      index: this.loads.push({ slot, dtype, walk }) - 1,
      dtype,
    }));
  }

  constant(value: number, dtype: DType): Node {
    return this.once(`constant ${Object.is(value, -0) ? '-0' : value} ${dtype}`, () => ({
      from: 'constant',
      index: this.constants.push({ value, dtype }) - 1,
      dtype,
    }));
  }

  private instruction(op: Opcode | Elementary, dtype: DType, args: readonly Node[]): Node {
    const x = args[0];
    const exponent = args[1];
    const two = exponent?.from === 'constant' && this.constants[exponent.index]?.value === 2;
    // pow(x, 2) is x · x by definition.
    const name = typeof op === 'string' ? op : op.name;
    if (name === 'pow' && two && x !== undefined) return this.instruction('mul', dtype, [x, x]);
    let key = `${name} ${dtype}`;
    for (let i = 0; i < args.length; i++) key += ` ${args[i]?.from}${args[i]?.index}`;
    return this.once(key, () => ({
      from: 'body',
      index: this.body.push({ op, dtype, args }) - 1,
      dtype,
    }));
  }

  private once(key: string, make: () => Node): Node {
    let node = this.known.get(key);
    if (node === undefined) {
      node = make();
      this.known.set(key, node);
    }
    return node;
  }
}
