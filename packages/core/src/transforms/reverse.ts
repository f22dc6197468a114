// Reverse mode, the chain rule from the results back: each equation turns the upstream gradient of its result into
// downstream gradients of its operands, downstream = upstream × local, and what comes back from several uses of a value
// adds up.

import { knownNumber, recordIn } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { broadcastAlong, broadcastPrimitive } from '../primitives/broadcast.ts';
import { notEqual } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { logicalAnd, logicalNot, logicalOr } from '../primitives/logic.ts';
import { mul } from '../primitives/mul.ts';
import { where, wherePrimitive } from '../primitives/where.ts';
import { constantOf } from '../primitives/zeros.ts';
import { Later } from '../program/later.ts';
import { numbers } from '../program/params.ts';
import {
  asList,
  type Local,
  type MaybeZero,
  type Returning,
  type Transposes,
  transposeAt,
} from '../program/primitive.ts';
import type { Atom, Equation, Program, Variable } from '../program/program.ts';
import { sizeAt } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { dependents } from './dependents.ts';
import type { LookUp } from './replay.ts';

/** One step of the backward pass: what one operand of one equation receives. */
export interface BackwardStep {
  readonly equation: Equation;
  readonly operand: number;
  /** The results of the equation that a gradient came back to, with what came back: one for nearly all primitives. */
  readonly upstreams: readonly { readonly result: Variable; readonly value: Operand }[];
  /** The local derivative, or the name of the transpose that was applied to the upstream gradient. */
  readonly local: Operand | { readonly transpose: string };
  readonly downstream: Operand;
}

type Step = Pick<BackwardStep, 'local'> & { readonly downstream: Returning };

/** The sum of two gradients of one value. */
function accumulate(before: Returning | undefined, { value, chosen }: Returning): Returning {
  if (before === undefined) return { value, chosen };
  const earlier = before.chosen;
  const both =
    earlier === undefined || chosen === undefined || earlier === chosen
      ? earlier && chosen
      : new Later([earlier, chosen], (x, y) => logicalOr(x as Operand, y as Operand) as Operand);
  return { value: add(before.value, value), chosen: both };
}

/** Names a gradient after the value it belongs to, unless it has a name already. */
function nameGradient(gradient: Operand, one: Variable, lookUp: LookUp): void {
  if (!(gradient instanceof Traced) || gradient.atom.kind === 'literal') return;
  if (one.name !== undefined) gradient.atom.name ??= `∂${one.name}`;
  const { atom } = lookUp(one);
  if (atom.kind === 'variable') gradient.atom.gradientOf ??= atom;
}

/** The local derivative where the value was chosen, else 0. */
function localWhere(chosen: Returning['chosen'], local: Operand): Operand {
  return chosen === undefined || typeof local === 'number' ? local : where(chosen.get(), local, 0);
}

function elementwise(
  locals: readonly (Local | undefined)[],
  { inputs, outputs }: Equation,
  operand: number,
  { value, chosen }: Returning,
  lookUp: LookUp,
): Step | undefined {
  const local = locals[operand];
  if (local === undefined) return undefined;
  const found = local(asList(inputs.map(lookUp)), lookUp(outputs[0]));
  const factor = localWhere(chosen, found);
  return { local: factor, downstream: { value: factor === 1 ? value : mul(value, factor), chosen } };
}

/** The upstream gradient of a reduction's result, repeated over the operand, times the local derivative. */
function reduction(
  local: (operand: Operand, result: Operand, params: Equation['params']) => Operand,
  { inputs, outputs, params }: Equation,
  { value, chosen }: Returning,
  lookUp: LookUp,
): Step | undefined {
  const [input] = inputs;
  const [output] = outputs;
  const axes = numbers(params, 'axes');
  const sizes = axes.map((axis) => sizeAt(input.type.shape, axis));
  const repeat = (x: Operand): Operand => broadcastAlong(x, axes, sizes);
  const spread = chosen && new Later([chosen], (mask) => repeat(mask as Operand));
  const found = localWhere(spread, local(lookUp(input), repeat(lookUp(output)), params));
  return { local: found, downstream: { value: mul(repeat(value), found), chosen: spread } };
}

function linear(
  transposes: Transposes,
  equation: Equation,
  operand: number,
  { value, chosen }: Returning,
  lookUp: LookUp,
): Step | undefined {
  const transpose = transposeAt(transposes, operand);
  const input = equation.inputs[operand] as Atom;
  if (transpose === undefined) return undefined;
  const operands = asList(equation.inputs.map(lookUp));
  if (equation.primitive === wherePrimitive) {
    // A condition that is known chooses one branch once and for all; nothing at all goes back to the other.
    const condition = knownNumber(operands[0] as Traced);
    if (condition !== undefined && (condition !== 0) !== (operand === 1)) return undefined;
  }
  const mask = (k: number): Returning['chosen'] => reached(equation, k, chosen, operands, transposes);
  // A factor that is ∞ or NaN where nothing was chosen must not meet the zeros that come back.
  const factors =
    equation.primitive.derivative.kind === 'bilinear'
      ? operands.map((factor, k) => (k === operand ? factor : (localWhere(mask(k), factor) as Traced)))
      : operands;
  return {
    local: { transpose: transpose.name },
    downstream: { value: transpose.apply(value, asList(factors), equation.params, input.type), chosen: mask(operand) },
  };
}

/** Where an operand of a linear equation was chosen: what its transpose makes of the truth values. */
function reached(
  { primitive, inputs, outputs, params }: Equation,
  operand: number,
  chosen: Returning['chosen'],
  operands: readonly Traced[],
  transposes: Transposes,
): Returning['chosen'] {
  const transpose = transposeAt(transposes, operand);
  if (primitive === wherePrimitive) {
    const [condition] = operands;
    // A literal goes with any shape, and chooses all or nothing.
    if (condition === undefined || condition.atom.kind === 'literal') return chosen;
    const own = new Later<Operand>([], () => (operand === 1 ? condition : logicalNot(condition)));
    if (chosen === undefined) return own;
    return new Later([chosen, own], (x, y) => logicalAnd(x as Operand, y as Operand) as Operand);
  }
  const [output] = outputs;
  const input = inputs[operand];
  if (chosen === undefined || output === undefined || input === undefined || transpose === undefined) return undefined;
  return new Later([chosen], (mask) => {
    const truth = convert(mask as Operand, { dtype: output.type.dtype, weak: false });
    const found = transpose.reach?.(truth, input.type) ?? transpose.apply(truth, asList(operands), params, input.type);
    return notEqual(found, 0) as Operand;
  });
}

function stepFor(equation: Equation, operand: number, upstream: Returning, lookUp: LookUp): Step | undefined {
  const { derivative } = equation.primitive;
  switch (derivative.kind) {
    case 'none':
    case 'structural':
      return undefined;
    case 'elementwise':
      return elementwise(derivative.locals, equation, operand, upstream, lookUp);
    case 'reduction':
      return reduction(derivative.local, equation, upstream, lookUp);
    case 'linear':
    case 'bilinear':
      return linear(derivative.transposes, equation, operand, upstream, lookUp);
  }
}

/**
 * Gradients of a program by the given variables, from the upstream gradients of its outputs; undefined where it is zero.
 * `lookUp` gives the values of the forward pass in `trace`, where the backward pass is recorded too; `onStep` sees each
 * step in order.
 */
export function reverse(
  trace: Trace,
  program: Program,
  lookUp: LookUp,
  by: readonly Variable[],
  upstreams: readonly MaybeZero[],
  onStep?: (step: BackwardStep) => void,
): MaybeZero[] {
  const given = upstreams.map((value) => (value === undefined ? undefined : { value, chosen: undefined }));
  return reverseChosen(trace, program, lookUp, by, given, onStep).map((gradient) => gradient?.value);
}

/** The same, where a `where` that follows the program has chosen some of its results. */
export function reverseChosen(
  trace: Trace,
  program: Program,
  lookUp: LookUp,
  by: readonly Variable[],
  upstreams: readonly (Returning | undefined)[],
  onStep: (step: BackwardStep) => void = () => {},
): (Returning | undefined)[] {
  const reached = dependents(program, by);
  const gradients = new Map<Variable, Returning>();
  const receive = (one: Variable, gradient: Returning): void => {
    gradients.set(one, accumulate(gradients.get(one), gradient));
  };
  program.outputs.forEach((output, i) => {
    const upstream = upstreams[i];
    if (output.kind === 'variable' && upstream !== undefined) receive(output, upstream);
  });
  for (let e = program.equations.length - 1; e >= 0; e--) {
    const equation = program.equations[e] as Equation;
    const { primitive, inputs, outputs, params } = equation;
    const { derivative } = primitive;
    if (derivative.kind === 'structural') {
      const received = outputs.map((output) => gradients.get(output));
      if (received.every((one) => one === undefined)) continue;
      const wanted = inputs.map((input) => input.kind === 'variable' && reached.has(input));
      const downstreams = derivative.reverse(inputs.map(lookUp), outputs.map(lookUp), received, wanted, params);
      const upstreams = outputs.flatMap((result, i) => {
        const one = received[i];
        return one === undefined ? [] : [{ result, value: one.value }];
      });
      for (const { result, value } of upstreams) nameGradient(value, result, lookUp);
      inputs.forEach((input, operand) => {
        const downstream = downstreams[operand];
        if (input.kind !== 'variable' || !wanted[operand] || downstream === undefined) return;
        const local = { transpose: derivative.transposeName };
        onStep({ equation, operand, upstreams, local, downstream: downstream.value });
        receive(input, downstream);
      });
      continue;
    }
    const output = outputs[0];
    const upstream = output && gradients.get(output);
    if (output === undefined || upstream === undefined) continue;
    nameGradient(upstream.value, output, lookUp);
    const upstreams = [{ result: output, value: upstream.value }];
    for (let operand = 0; operand < inputs.length; operand++) {
      const input = inputs[operand];
      if (input?.kind !== 'variable' || !reached.has(input)) continue;
      const step = stepFor(equation, operand, upstream, lookUp);
      if (step === undefined) continue;
      onStep({ equation, operand, upstreams, local: step.local, downstream: step.downstream.value });
      receive(input, step.downstream);
    }
  }
  return by.map((one) => {
    const gradient = gradients.get(one);
    if (gradient === undefined) return undefined;
    const { value, chosen } = gradient;
    const traced = value instanceof Traced ? value : trace.literal(Number(value));
    // The gradient of a plain number is one too: it must not decide the dtype of what it meets.
    const result = one.type.weak && !traced.type.weak ? convert(traced, one.type) : traced;
    nameGradient(result, one, lookUp);
    return { value: result, chosen };
  });
}

/** A derivative as an array of a type, zeros where it is zero. */
export function instantiate(trace: Trace, derivative: MaybeZero, type: Variable['type']): Traced {
  if (derivative === undefined) return constantOf(trace, 0, type);
  const traced = derivative instanceof Traced ? derivative : trace.literal(Number(derivative));
  if (traced.type.shape.length === type.shape.length) return traced;
  // A literal stands for an array of any shape; here it becomes one.
  const axes = type.shape.map((_, axis) => axis - type.shape.length);
  return recordIn(trace, broadcastPrimitive, { axes, sizes: type.shape }, [traced]);
}
