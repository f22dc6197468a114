// Reverse mode, the chain rule from the result back: each equation turns the upstream gradient of its result into
// downstream gradients of its operands, downstream = upstream × local, and what comes back from several uses of a value
// adds up.

import { recordIn } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { broadcastPrimitive } from '../primitives/broadcast.ts';
import { convert } from '../primitives/convert.ts';
import { mul } from '../primitives/mul.ts';
import type { Equation, Program, Variable } from '../program/program.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
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

/** Variables whose value changes with one of `of`. */
function dependents(program: Program, of: readonly Variable[]): Set<Variable> {
  const found = new Set(of);
  for (const { primitive, inputs, outputs } of program.equations) {
    if (primitive.derivative.kind === 'none') continue;
    if (inputs.some((input) => input.kind === 'variable' && found.has(input)))
      for (const one of outputs) found.add(one);
  }
  return found;
}

/** The array of a type that holds one number everywhere. */
export function constantOf(trace: Trace, value: number, { shape, dtype, weak }: ArrayType): Traced {
  const scalar = trace.literal(value, weak ? undefined : dtype);
  if (shape.length === 0) return scalar;
  const axes = shape.map((_, axis) => axis - shape.length);
  return recordIn(trace, broadcastPrimitive, { axes, sizes: shape }, [scalar]);
}

/** Upstream × local for an elementwise operand; undefined where the local derivative is zero everywhere. */
function elementwise(
  locals: readonly (((operands: readonly Operand[], result: Operand) => Operand) | undefined)[],
  { inputs, outputs }: Equation,
  operand: number,
  upstream: Operand,
  lookUp: LookUp,
): Pick<BackwardStep, 'local' | 'downstream'> | undefined {
  const [output] = outputs;
  if (output === undefined) return undefined;
  const local = locals[operand]?.(inputs.map(lookUp), lookUp(output));
  if (local === undefined) return undefined;
  return { local, downstream: local === 1 ? upstream : mul(upstream, local) };
}

function stepFor(
  equation: Equation,
  operand: number,
  upstream: Operand,
  lookUp: LookUp,
): Pick<BackwardStep, 'local' | 'downstream'> | undefined {
  const { derivative } = equation.primitive;
  const input = equation.inputs[operand];
  if (input === undefined) return undefined;
  switch (derivative.kind) {
    case 'none':
      return undefined;
    case 'elementwise':
      return elementwise(derivative.locals, equation, operand, upstream, lookUp);
    case 'linear': {
      const transpose = derivative.transposes[operand];
      if (transpose === undefined) return undefined;
      const downstream = transpose.apply(upstream, equation.inputs.map(lookUp), equation.params, input.type);
      return { local: { transpose: transpose.name }, downstream };
    }
  }
}

/**
 * The gradients of a program's first output, a scalar, by the given variables. `lookUp` gives the values of the forward
 * pass in `trace`, where the backward pass is recorded too; `onStep` sees each step in order.
 */
export function reverse(
  trace: Trace,
  program: Program,
  lookUp: LookUp,
  by: readonly Variable[],
  onStep: (step: BackwardStep) => void = () => {},
): Traced[] {
  const reached = dependents(program, by);
  const gradients = new Map<Variable, Operand>();
  const [result] = program.outputs;
  if (result?.kind === 'variable') gradients.set(result, constantOf(trace, 1, result.type));
  for (const equation of program.equations.toReversed()) {
    const [output] = equation.outputs;
    const upstream = output && gradients.get(output);
    if (upstream === undefined) continue;
    equation.inputs.forEach((input, operand) => {
      if (input.kind !== 'variable' || !reached.has(input)) return;
      const step = stepFor(equation, operand, upstream, lookUp);
      if (step === undefined) return;
      onStep({ equation, operand, upstream, ...step });
      const before = gradients.get(input);
      gradients.set(input, before === undefined ? step.downstream : add(before, step.downstream));
    });
  }
  return by.map((one) => {
    const gradient = gradients.get(one);
    if (gradient === undefined) return constantOf(trace, 0, one.type);
    const traced = gradient instanceof Traced ? gradient : trace.literal(Number(gradient));
    // The gradient of a plain number is one too: it must not decide the dtype of what it meets.
    return one.type.weak && !traced.type.weak ? (convert(traced, one.type) as Traced) : traced;
  });
}
