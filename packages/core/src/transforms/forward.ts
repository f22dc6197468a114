// Forward mode, the chain rule from the arguments on: each equation turns the tangents of its operands into the tangent of
// its result. It uses the same local derivatives and linear rules as reverse mode; no primitive has two.

import { TraceError } from '../errors.ts';
import { recordAllIn, recordIn } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { mul } from '../primitives/mul.ts';
import { sumOver } from '../primitives/sum.ts';
import { numbers } from '../program/params.ts';
import { asList, type MaybeZero, transposeAt } from '../program/primitive.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { sizeAt } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import { type Captured, rename, type Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { isFloat } from './dependents.ts';
import { instantiate } from './reverse.ts';

function plus(x: MaybeZero, y: MaybeZero): MaybeZero {
  if (x === undefined || y === undefined) return x ?? y;
  return add(x, y);
}

/** The tangent of an equation's result. */
function tangentOf(
  trace: Trace,
  { primitive, params, inputs, outputs }: Equation,
  operands: readonly Traced[],
  tangents: readonly MaybeZero[],
  result: Traced,
): MaybeZero {
  const { derivative } = primitive;
  const [output] = outputs;
  if (output === undefined || !isFloat(output)) return undefined;
  switch (derivative.kind) {
    case 'none':
    case 'structural':
      return undefined;
    case 'elementwise':
      return tangents.reduce<MaybeZero>((sum, tangent, i) => {
        const local = tangent === undefined ? undefined : derivative.locals[i]?.(asList(operands), result);
        if (tangent === undefined || local === undefined) return sum;
        return plus(sum, local === 1 ? tangent : mul(tangent, local));
      }, undefined);
    case 'reduction': {
      const [tangent] = tangents;
      const [operand] = asList(operands);
      if (tangent === undefined) return undefined;
      const axes = numbers(params, 'axes');
      const sizes = axes.map((axis) => sizeAt(operand.shape, axis));
      return sumOver(mul(derivative.local(operand, broadcastAlong(result, axes, sizes), params), tangent), axes);
    }
    case 'linear': {
      const moving = operands.map((operand, i) =>
        transposeAt(derivative.transposes, i) === undefined
          ? operand
          : instantiate(trace, tangents[i], (inputs[i] as Atom).type),
      );
      return recordIn(trace, primitive, params, moving);
    }
    case 'bilinear':
      return tangents.reduce<MaybeZero>((sum, tangent, i) => {
        if (tangent === undefined) return sum;
        const one = instantiate(trace, tangent, (inputs[i] as Atom).type);
        return plus(
          sum,
          recordIn(
            trace,
            primitive,
            params,
            operands.map((operand, k) => (k === i ? one : operand)),
          ),
        );
      }, undefined);
  }
}

/** A value and its tangent. */
export interface Dual {
  readonly value: Traced;
  readonly tangent: MaybeZero;
}

/** Records a program and its tangents in a trace, and returns both for each output. */
export function forward(
  trace: Trace,
  program: Program,
  values: readonly Captured[],
  tangents: readonly MaybeZero[],
): Dual[] {
  const known = new Map<Variable, Dual>();
  program.inputs.forEach((input, i) => {
    const value = values[i];
    if (value === undefined) throw new TraceError(`a program of ${program.inputs.length} inputs was given ${i}`);
    known.set(input, {
      value: new Traced(trace, trace.atom(value)),
      tangent: isFloat(input) ? tangents[i] : undefined,
    });
  });
  const lookUp = (atom: Atom): Dual => {
    if (atom.kind === 'literal') return { value: new Traced(trace, atom), tangent: undefined };
    const found = known.get(atom);
    if (found === undefined) throw new TraceError('a program reads a variable that nothing writes');
    return found;
  };
  for (const equation of program.equations) {
    const { primitive, params, inputs, outputs } = equation;
    const duals = inputs.map(lookUp);
    const operands = duals.map(({ value }) => value);
    const incoming = duals.map(({ tangent }) => tangent);
    const moving = incoming.some((tangent) => tangent !== undefined);
    const { derivative } = primitive;
    if (derivative.kind === 'structural' && moving) {
      const { results, tangents: outgoing } = derivative.forward(operands, incoming, params);
      outputs.forEach((output, i) => {
        known.set(output, { value: asTraced(trace, results[i] as number), tangent: outgoing[i] });
      });
      continue;
    }
    const results = recordAllIn(trace, primitive, params, operands);
    outputs.forEach((output, i) => {
      const value = results[i] as Traced;
      rename(value, output.name);
      const tangent = moving ? tangentOf(trace, equation, operands, incoming, value) : undefined;
      if (output.name !== undefined && tangent instanceof Traced && tangent.atom.kind === 'variable') {
        tangent.atom.name ??= `d${output.name}`;
      }
      known.set(output, { value, tangent });
    });
  }
  return program.outputs.map(lookUp);
}

function asTraced(trace: Trace, value: Operand): Traced {
  return value instanceof Traced ? value : trace.literal(Number(value));
}
