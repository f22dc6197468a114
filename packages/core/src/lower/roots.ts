// Which values of a program get storage of their own, and in which order the kernels run that write them. All other
// values are computed inside the kernels that read them.
//
//   scalars   run in straight lines: each kernel computes a stretch of them, every one once, and stores those that are
//             read elsewhere
//   arrays    are computed where they are read, unless that would be too often or too much; then they are stored

import { numbers } from '../program/params.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { sizeAt, sizeOf } from '../shape/shape.ts';
import { isView } from './read.ts';

/** A sum of at most this many numbers is written out, in the specified order, instead of looped over. */
const unrolled = 8;
/** Bounds the instructions of one kernel: a function of thousands of statements compiles badly, one of millions not at all. */
const largest = 192;
/** A value that is read again and again along a broadcast is stored once it would be computed more often than this. */
const recomputed = 8;
/** A value with more readers than one is stored once it takes more instructions than this. */
const expensive = 24;

export interface Roots {
  /** The equation whose result a variable is; undefined for inputs. */
  definitionOf(one: Variable): Equation | undefined;
  /** Whether the value has storage: an input, or the result of a kernel, a routine or a loop. */
  isStored(one: Variable): boolean;
  /** Whether a kernel of a level reads the value from storage; otherwise it computes it. */
  isLoaded(one: Variable, level: number): boolean;
  /** Steps of one level read only what lower levels wrote, and scalars of their own; inputs are level 0. */
  levelOf(one: Variable): number;
  /** Whether the sum is written out. */
  isUnrolled(equation: Equation): boolean;
}

/** What becomes of one variable. */
interface Value {
  readonly definition: Equation | undefined;
  readers: number;
  /** Needs storage whatever it costs: it is given out, or cannot be computed where it is read. */
  wanted: boolean;
  stored: boolean;
  /** A scalar that is computed in a straight line. */
  straight: boolean;
  /** For a stored value or a scalar its kernel's level; for other values the lowest level of a kernel that reads them. */
  level: number;
  /** Instructions that computing it where it is read takes. */
  cost: number;
}

/** How many numbers each result of a reduction is made of. */
export function countReduced({ params, inputs }: Equation): number {
  return numbers(params, 'axes').reduce((size, axis) => size * sizeAt(inputs[0].type.shape, axis), 1);
}

/** Finds the next level at or above one that has room, however many are full. */
class Levels {
  private readonly used: number[] = [];
  private readonly next: number[] = [];

  /** The first level from `level` on with room for so many instructions; they are taken there. */
  take(level: number, instructions: number): number {
    let found = level;
    while (this.next[found] !== undefined) found = this.next[found] as number;
    // Shortens the way for the next search.
    for (let at = level; at !== found; ) {
      const step = this.next[at] as number;
      this.next[at] = found;
      at = step;
    }
    const used = (this.used[found] ?? 0) + instructions;
    this.used[found] = used;
    if (used >= largest) this.next[found] = found + 1;
    return found;
  }
}

export function chooseRoots(program: Program): Roots {
  const values = valuesOf(program);
  const find = (atom: Atom): Value | undefined => (atom.kind === 'variable' ? values.get(atom) : undefined);
  const levels = new Levels();
  const unrolledSums = new Set<Equation>();
  for (let e = 0; e < program.equations.length; e++) {
    const equation = program.equations[e] as Equation;
    const { inputs, outputs } = equation;
    const { lowering } = equation.primitive;
    const result = outputs[0];
    const value = values.get(result) as Value;
    let lowest = 1;
    // Scalars of one kernel may read each other; everything else must have been written before.
    let together = 1;
    let work = lowering.kind === 'elementwise' || isView(equation) ? 1 : 0;
    for (let i = 0; i < inputs.length; i++) {
      const operand = find(inputs[i] as Atom);
      if (operand === undefined) continue;
      const readable = operand.stored || operand.straight ? operand.level + 1 : operand.level;
      lowest = Math.max(lowest, readable);
      together = Math.max(together, operand.straight ? operand.level : readable);
      if (!operand.stored && !operand.straight) work += operand.cost;
    }
    const count = lowering.kind === 'reduce' ? countReduced(equation) : 0;
    const writtenOut =
      lowering.kind === 'reduce' && lowering.op === 'add' && count <= unrolled && (work + 1) * count <= largest;
    if (writtenOut) {
      unrolledSums.add(equation);
      work = (work + 1) * count;
    }
    if (result.type.shape.length === 0 && (lowering.kind === 'elementwise' || writtenOut)) {
      value.straight = true;
      value.level = levels.take(together, work);
      continue;
    }
    const source = inputs[0] && find(inputs[0]);
    if (lowering.kind === 'reshape' && !isView(equation) && source?.stored) {
      value.stored = true;
      value.level = source.level;
      continue;
    }
    const inline = lowering.kind === 'elementwise' || writtenOut || isView(equation);
    const shared = work > expensive && value.readers > 1 && lowering.kind === 'elementwise';
    const stored = !inline || work > largest || value.wanted || shared;
    for (let i = 0; i < outputs.length; i++) {
      const own = values.get(outputs[i] as Variable) as Value;
      own.stored = stored;
      own.level = lowest;
      own.cost = work;
    }
  }
  storeScalars(program, values);
  return {
    definitionOf: (one) => values.get(one)?.definition,
    isStored: (one) => (values.get(one) as Value).stored,
    isLoaded: (one, level) => {
      const value = values.get(one);
      if (!value?.stored) return false;
      return !(value.straight && value.level === level);
    },
    levelOf: (one) => (values.get(one) as Value).level,
    isUnrolled: (equation) => unrolledSums.has(equation),
  };
}

/** All variables, with their definitions and readers, and which of them need storage in any case. */
function valuesOf(program: Program): Map<Variable, Value> {
  const values = new Map<Variable, Value>();
  const define = (one: Variable, definition: Equation | undefined): void => {
    const stored = definition === undefined;
    values.set(one, { definition, readers: 0, wanted: false, stored, straight: false, level: 0, cost: 0 });
  };
  const want = (atom: Atom | undefined): void => {
    const value = atom?.kind === 'variable' ? values.get(atom) : undefined;
    if (value !== undefined) value.wanted = true;
  };
  /** What a routine reads is stored, but views of it are not: strides serve as well. */
  const wantBelowViews = (atom: Atom): void => {
    let one = atom;
    while (one.kind === 'variable') {
      const equation = values.get(one)?.definition;
      const operand = equation?.inputs[0];
      if (equation === undefined || operand?.kind !== 'variable' || !isView(equation)) break;
      one = operand;
    }
    want(one);
  };
  for (const input of program.inputs) define(input, undefined);
  for (let e = 0; e < program.equations.length; e++) {
    const equation = program.equations[e] as Equation;
    const { inputs, outputs } = equation;
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i] as Atom;
      const value = input.kind === 'variable' ? values.get(input) : undefined;
      if (value !== undefined) value.readers++;
    }
    for (let i = 0; i < outputs.length; i++) define(outputs[i] as Variable, equation);
    const { lowering } = equation.primitive;
    const operand = inputs[0];
    switch (lowering.kind) {
      case 'routine':
        for (const input of inputs) wantBelowViews(input);
        break;
      case 'loop':
        for (const input of inputs) want(input);
        break;
      case 'reshape':
        if (!isView(equation)) want(operand);
        break;
      case 'view': {
        const copies = sizeOf(outputs[0].type.shape) / Math.max(1, sizeOf(operand.type.shape));
        if (copies > recomputed) want(operand);
        break;
      }
      case 'elementwise':
      case 'reduce':
      case 'parts':
      case 'inline':
        break;
    }
  }
  for (const output of program.outputs) want(output);
  return values;
}

/** Gives storage to the scalars that are read outside of the kernel that computes them. */
function storeScalars(program: Program, values: ReadonlyMap<Variable, Value>): void {
  for (let e = 0; e < program.equations.length; e++) {
    const { inputs, outputs } = program.equations[e] as Equation;
    const result = outputs[0];
    const reader = result && values.get(result);
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i] as Atom;
      const value = input.kind === 'variable' ? values.get(input) : undefined;
      if (value?.straight && !(reader?.straight && reader.level === value.level)) value.stored = true;
    }
  }
  for (const value of values.values()) if (value.straight && value.wanted) value.stored = true;
}
