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
import { numbers } from '../program/params.ts';
import { asList, type Local, type MaybeZero, type Transposes, transposeAt } from '../program/primitive.ts';
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
  readonly upstream: Operand;
  /** The local derivative, or the name of the transpose that was applied to the upstream gradient. */
  readonly local: Operand | { readonly transpose: string };
  readonly downstream: Operand;
}

/**
 * A gradient on its way back. `chosen` tells where a `where` further on has chosen the value that it belongs to: elsewhere
 * the gradient is 0, and local derivatives there count as 0, even if they are ∞ or NaN.
 */
interface Gradient {
  readonly value: Operand;
  readonly chosen: (() => Operand) | undefined;
}

type Step = Pick<BackwardStep, 'local'> & { readonly downstream: Gradient };

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}

/** The sum of two gradients of one value. */
function accumulate(before: Gradient | undefined, { value, chosen }: Gradient): Gradient {
  if (before === undefined) return { value, chosen };
  const earlier = before.chosen;
  const both =
    earlier === undefined || chosen === undefined || earlier === chosen
      ? earlier && chosen
      : once(() => logicalOr(earlier(), chosen()) as Operand);
  return { value: add(before.value, value), chosen: both };
}

/** Names a gradient after the value it belongs to, unless it has a name already. */
function nameGradient(gradient: Operand, one: Variable): void {
  if (one.name !== undefined && gradient instanceof Traced && gradient.atom.kind === 'variable') {
    gradient.atom.name ??= `∂${one.name}`;
  }
}

/** The local derivative where the value was chosen, else 0. */
function localWhere(chosen: Gradient['chosen'], local: Operand): Operand {
  return chosen === undefined || typeof local === 'number' ? local : where(chosen(), local, 0);
}

function elementwise(
  locals: readonly (Local | undefined)[],
  { inputs, outputs }: Equation,
  operand: number,
  { value, chosen }: Gradient,
  lookUp: LookUp,
): Step | undefined {
  const [output] = outputs;
  const found = locals[operand]?.(asList(inputs.map(lookUp)), lookUp(output));
  if (found === undefined) return undefined;
  const local = localWhere(chosen, found);
  return { local, downstream: { value: local === 1 ? value : mul(value, local), chosen } };
}

/** The upstream gradient of a reduction's result, repeated over the operand, times the local derivative. */
function reduction(
  local: (operand: Operand, result: Operand, params: Equation['params']) => Operand,
  { inputs, outputs, params }: Equation,
  { value, chosen }: Gradient,
  lookUp: LookUp,
): Step | undefined {
  const [input] = inputs;
  const [output] = outputs;
  const axes = numbers(params, 'axes');
  const sizes = axes.map((axis) => sizeAt(input.type.shape, axis));
  const repeat = (x: Operand): Operand => broadcastAlong(x, axes, sizes);
  const spread = chosen && once(() => repeat(chosen()));
  const found = localWhere(spread, local(lookUp(input), repeat(lookUp(output)), params));
  return { local: found, downstream: { value: mul(repeat(value), found), chosen: spread } };
}

function linear(
  transposes: Transposes,
  equation: Equation,
  operand: number,
  { value, chosen }: Gradient,
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
  const apply = (upstream: Operand): Operand => transpose.apply(upstream, operands, equation.params, input.type);
  return {
    local: { transpose: transpose.name },
    downstream: { value: apply(value), chosen: chosenBelow(equation, operand, chosen, operands, apply) },
  };
}

/** Where the operand of a linear equation was chosen: what its transpose makes of the truth values. */
function chosenBelow(
  { primitive, outputs }: Equation,
  operand: number,
  chosen: Gradient['chosen'],
  operands: readonly Traced[],
  apply: (upstream: Operand) => Operand,
): Gradient['chosen'] {
  if (primitive.derivative.kind === 'bilinear') return undefined;
  if (primitive === wherePrimitive) {
    const [condition] = operands;
    // A literal goes with any shape, and chooses all or nothing.
    if (condition === undefined || condition.atom.kind === 'literal') return chosen;
    const own = once(() => (operand === 1 ? condition : logicalNot(condition)));
    return chosen === undefined ? own : once(() => logicalAnd(chosen(), own()) as Operand);
  }
  const [output] = outputs;
  if (chosen === undefined || output === undefined) return undefined;
  return once(() => {
    const truth = convert(chosen(), { dtype: output.type.dtype, weak: false });
    return notEqual(apply(truth), 0) as Operand;
  });
}

function stepFor(equation: Equation, operand: number, upstream: Gradient, lookUp: LookUp): Step | undefined {
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
  onStep: (step: BackwardStep) => void = () => {},
): MaybeZero[] {
  const reached = dependents(program, by);
  const gradients = new Map<Variable, Gradient>();
  const receive = (one: Variable, gradient: Gradient): void => {
    gradients.set(one, accumulate(gradients.get(one), gradient));
  };
  program.outputs.forEach((output, i) => {
    const value = upstreams[i];
    if (output.kind === 'variable' && value !== undefined) receive(output, { value, chosen: undefined });
  });
  for (let e = program.equations.length - 1; e >= 0; e--) {
    const equation = program.equations[e] as Equation;
    const { primitive, inputs, outputs, params } = equation;
    const { derivative } = primitive;
    if (derivative.kind === 'structural') {
      const received = outputs.map((output) => gradients.get(output)?.value);
      if (received.every((value) => value === undefined)) continue;
      const wanted = inputs.map((input) => input.kind === 'variable' && reached.has(input));
      const downstreams = derivative.reverse(inputs.map(lookUp), outputs.map(lookUp), received, wanted, params);
      const upstream = received.find((value) => value !== undefined) ?? 0;
      inputs.forEach((input, operand) => {
        const downstream = downstreams[operand];
        if (input.kind !== 'variable' || !wanted[operand] || downstream === undefined) return;
        onStep({ equation, operand, upstream, local: { transpose: derivative.transposeName }, downstream });
        receive(input, { value: downstream, chosen: undefined });
      });
      continue;
    }
    const [output] = outputs;
    const upstream = output && gradients.get(output);
    if (upstream === undefined) continue;
    nameGradient(upstream.value, output as Variable);
    for (let operand = 0; operand < inputs.length; operand++) {
      const input = inputs[operand];
      if (input?.kind !== 'variable' || !reached.has(input)) continue;
      const step = stepFor(equation, operand, upstream, lookUp);
      if (step === undefined) continue;
      onStep({ equation, operand, upstream: upstream.value, local: step.local, downstream: step.downstream.value });
      receive(input, step.downstream);
    }
  }
  return by.map((one) => {
    const gradient = gradients.get(one)?.value;
    if (gradient === undefined) return undefined;
    const traced = gradient instanceof Traced ? gradient : trace.literal(Number(gradient));
    // The gradient of a plain number is one too: it must not decide the dtype of what it meets.
    const result = one.type.weak && !traced.type.weak ? convert(traced, one.type) : traced;
    nameGradient(result, one);
    return result;
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
