// Equal equations: the same primitive on the same operands with the same settings.

import { programKey } from '../program/key.ts';
import { isProgram } from '../program/params.ts';
import type { Param, Params } from '../program/primitive.ts';
import type { Atom, Equation } from '../program/program.ts';

/** Remembers equations, and tells whether an equal one came before. */
export class Twins {
  /** Small numbers for what equations are made of, to hash them by. */
  private readonly ids = new Map<unknown, number>();
  private readonly known = new Map<number, Equation>();

  /** The first equation that equals this one; undefined for the first itself, which is remembered. */
  earlier(equation: Equation): Equation | undefined {
    // From a place that another equation has taken to the next one, far away: neighbours are often taken too. An odd step
    // comes through all places before it is back.
    for (let place = this.hash(equation); ; place = (place + oddStep) | 0) {
      const found = this.known.get(place);
      if (found === undefined) {
        this.known.set(place, equation);
        return undefined;
      }
      if (equal(found, equation)) return found;
    }
  }

  private id(part: unknown): number {
    let id = this.ids.get(part);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(part, id);
    }
    return id;
  }

  private hash({ primitive, inputs, params }: Equation): number {
    let hash = this.id(primitive.name);
    for (let i = 0; i < inputs.length; i++) {
      const input = inputs[i] as Atom;
      hash = mix(hash, this.id(input.kind === 'literal' ? input.value : input));
    }
    for (const name in params) hash = this.hashParam(hash, params[name]);
    return hash;
  }

  private hashParam(hash: number, value: Param | undefined): number {
    if (typeof value === 'number') return mix(hash, value);
    if (isProgram(value)) return mix(hash, value.equations.length);
    if (value === undefined || typeof value === 'string') return mix(hash, this.id(value));
    let all = hash;
    for (let i = 0; i < value.length; i++) all = mix(all, value[i] as number);
    return all;
  }
}

/** 2³² over the golden ratio. */
const oddStep = 0x9e3779b1;

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, oddStep) ^ (hash >>> 15);
}

function equal(left: Equation, right: Equation): boolean {
  const { length } = left.inputs;
  if (left.primitive.name !== right.primitive.name || right.inputs.length !== length) return false;
  for (let i = 0; i < length; i++) if (!sameAtom(left.inputs[i] as Atom, right.inputs[i] as Atom)) return false;
  return left.outputs[0]?.type.dtype === right.outputs[0]?.type.dtype && sameParams(left.params, right.params);
}

function sameAtom(left: Atom, right: Atom): boolean {
  if (left.kind === 'variable' || right.kind === 'variable') return left === right;
  return Object.is(left.value, right.value) && left.type.dtype === right.type.dtype;
}

function sameParams(left: Params, right: Params): boolean {
  if (left === right) return true;
  for (const name in left) if (!sameParam(left[name], right[name])) return false;
  for (const name in right) if (!(name in left)) return false;
  return true;
}

function sameParam(left: Param | undefined, right: Param | undefined): boolean {
  if (Object.is(left, right)) return true;
  if (isProgram(left) || isProgram(right)) {
    return isProgram(left) && isProgram(right) && programKey(left) === programKey(right);
  }
  if (typeof left !== 'object' || typeof right !== 'object' || left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (!Object.is(left[i], right[i])) return false;
  return true;
}
