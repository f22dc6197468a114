// customGradient: a function with a gradient of the user's own.

import { ArgumentError, ShapeError } from '../errors.ts';
import { lift } from '../execute/lift.ts';
import type { Backend } from '../kernel/backend.ts';
import { recordAllIn, traceOf } from '../primitive/record.ts';
import { broadcastAlong } from '../primitives/broadcast.ts';
import { notEqual } from '../primitives/compare.ts';
import { convert } from '../primitives/convert.ts';
import { logicalOr } from '../primitives/logic.ts';
import { sumOver } from '../primitives/sum.ts';
import { where } from '../primitives/where.ts';
import { Later } from '../program/later.ts';
import { number, programParam } from '../program/params.ts';
import type { Batch, Params, Primitive, Returning, Structural } from '../program/primitive.ts';
import { type Program, variable } from '../program/program.ts';
import { runReference } from '../reference/run.ts';
import { type ArrayType, sameShape, showType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import { Traced } from '../trace/traced.ts';
import { inFront, replayBatched } from '../transforms/batch.ts';
import {
  type AnyFunction,
  callable,
  flattenArguments,
  incoming,
  traceFunction,
  traceProgram,
} from '../transforms/function.ts';
import { replay } from '../transforms/replay.ts';
import { instantiate, reverse } from '../transforms/reverse.ts';
import { type Leaf, leavesLike, type Structure, unflatten } from '../tree/tree.ts';

/** The type of {@link customGradient} of either package. */
export type CustomGradient = <P extends readonly unknown[], R>(
  f: (...args: P) => R,
  rule: (upstream: R, value: R, ...args: P) => readonly unknown[],
) => (...args: P) => R;

// Operands: what the function takes from outside, what the rule takes from outside, the arguments. The body's inputs are
// these; the rule's are its own captured values, the upstream gradients, the values, and the arguments.

interface Parts<T> {
  readonly own: readonly T[];
  readonly args: readonly T[];
}

/** What the rule takes from outside, and the arguments. */
function partsOf<T>(operands: readonly T[], params: Params): Parts<T> {
  const first = number(params, 'captured');
  const second = first + number(params, 'ruleCaptured');
  return { own: operands.slice(first, second), args: operands.slice(second) };
}

/** The rule recorded, with given upstream gradients. */
function applyRule(
  trace: Trace,
  rule: Program,
  { own, args }: Parts<Operand>,
  upstreams: readonly Operand[],
  results: readonly Operand[],
): ReturnType<typeof replay> {
  const values = [...own, ...upstreams, ...results, ...args].map((value, i) => lift(trace, value, `value ${i}`));
  return replay(trace, rule, values);
}

/** The rule is linear in the upstream gradient, so the transpose of its transpose is the tangent: its own reverse mode. */
const forwardRule: Structural['forward'] = (operands, tangents, params) => {
  const trace = traceOf('customGradient', [...operands, ...tangents.filter((tangent) => tangent !== undefined)]);
  const rule = programParam(params, 'rule');
  const results = recordAllIn(trace, customGradientPrimitive, params, operands);
  const parts = partsOf(operands, params);
  const upstreams = rule.inputs.slice(parts.own.length, parts.own.length + results.length);
  const zeros = upstreams.map(({ type }) => instantiate(trace, undefined, type));
  const lookUp = applyRule(trace, rule, parts, zeros, results);
  const directions = partsOf(tangents, params).args;
  return { results, tangents: reverse(trace, rule, lookUp, upstreams, directions) };
};

const reverseRule: Structural['reverse'] = (operands, results, upstreams, _wanted, params) => {
  const trace = traceOf('customGradient', [...operands, ...results]);
  const rule = programParam(params, 'rule');
  const parts = partsOf(operands, params);
  const types = rule.inputs.slice(parts.own.length, parts.own.length + results.length).map(({ type }) => type);
  const given = types.map((type, i) => instantiate(trace, upstreams[i]?.value, type));
  const lookUp = applyRule(trace, rule, parts, given, results);
  const captured = operands.length - parts.args.length;
  const any = chosenAtAll(upstreams, number(params, 'mapped'));
  const downstreams = rule.outputs.map((output): Returning => {
    const value = lookUp(output);
    if (any === undefined) return { value, chosen: undefined };
    const mask = any(value);
    return { value: where(mask, value, 0), chosen: new Later<Operand>([], () => mask) };
  });
  return [...new Array<undefined>(captured).fill(undefined), ...downstreams];
};

/**
 * The rule is one piece: if any element of any result was chosen, all arguments were. The first `mapped` axes come from
 * vmap, and each call along them stands for itself. From this a mask in the shape of an argument is made.
 */
function chosenAtAll(
  upstreams: readonly (Returning | undefined)[],
  mapped: number,
): ((like: Traced) => Operand) | undefined {
  const masks: Operand[] = [];
  for (const upstream of upstreams) {
    if (upstream === undefined) continue;
    if (upstream.chosen === undefined) return undefined;
    const truth = upstream.chosen.get() as Traced;
    const axes = truth.shape.slice(mapped).map((_, k, own) => k - own.length);
    masks.push(axes.length === 0 ? truth : notEqual(sumOver(convert(truth, { dtype: 'f64', weak: false }), axes), 0));
  }
  const any = masks.reduce((x, y) => logicalOr(x, y) as Operand);
  return ({ shape }) => {
    const sizes = shape.slice(mapped);
    if (sizes.length === 0) return any;
    return broadcastAlong(
      any,
      sizes.map((_, k) => k - sizes.length),
      sizes,
    );
  };
}

const batchRule: Batch = (operands, batched, size, params) => {
  const trace = traceOf('customGradient', operands);
  const wide = ({ shape, dtype }: ArrayType): ArrayType => ({ shape: [size, ...shape], dtype, weak: false });
  const mapped = (program: Program): Program =>
    traceProgram(
      program.inputs.map(({ type }) => wide(type)),
      (inner, inputs) =>
        replayBatched(
          inner,
          program,
          inputs.map((value) => ({ value, batched: true })),
          size,
        ).map((output) => inFront(inner, output, size)),
    );
  const given = operands.map((value, i) =>
    inFront(trace, { value: value as Traced, batched: batched[i] as boolean }, size),
  );
  const body = mapped(programParam(params, 'body'));
  const results = recordAllIn(
    trace,
    customGradientPrimitive,
    { ...params, mapped: number(params, 'mapped') + 1, body, rule: mapped(programParam(params, 'rule')) },
    given,
  );
  return { results, batched: results.map(() => true) };
};

/** A program, and another one that stands for its gradient. */
const customGradientPrimitive: Primitive = {
  name: 'customGradient',
  types: (_operands, params) => programParam(params, 'body').outputs.map(({ type }) => type),
  derivative: {
    kind: 'structural',
    transposeName: 'the rule given with customGradient',
    forward: forwardRule,
    reverse: reverseRule,
  },
  lowering: { kind: 'inline' },
  batch: batchRule,
  evaluate: (operands, params) => runReference(programParam(params, 'body'), operands).map(({ elements }) => elements),
};

/** What a rule returns, as one value for each leaf of the arguments. */
function leavesOfRule(
  trace: Trace,
  result: unknown,
  forms: readonly Structure[],
  starts: readonly number[],
  types: readonly ArrayType[],
): Operand[] {
  if (!Array.isArray(result) || result.length !== forms.length) {
    throw new ArgumentError(
      `customGradient: the rule must return a list with one downstream gradient for each of the ${forms.length} arguments`,
    );
  }
  return forms.flatMap((form, i) => {
    const leaves = leavesLike(form, result[i], `the downstream gradient of argument ${i}`);
    const own = types.slice(starts[i], starts[i + 1]);
    if (leaves === undefined) {
      throw new ArgumentError(
        `customGradient: the downstream gradient of argument ${i} has another form than the argument`,
      );
    }
    return own.map((type, k): Operand => {
      const { value, path } = leaves[k] as Leaf;
      const found = lift(trace, value, path);
      if (found.atom.kind !== 'literal' && !sameShape(found.shape, type.shape)) {
        throw new ShapeError(
          `customGradient: the downstream gradient of argument ${i} is ${showType(found.type)}, expected ${showType(type)}`,
        );
      }
      return instantiate(trace, found, type);
    });
  });
}

function apply(f: AnyFunction, rule: AnyFunction, args: readonly unknown[]): unknown {
  const { structure, leaves, starts } = flattenArguments(args);
  const forms = structure.kind === 'tuple' ? structure.parts : [];
  const traced = traceFunction(f, structure, leaves.map(incoming));
  const { program, captures, outputs } = traced;
  const argTypes = leaves.map((leaf) => incoming(leaf).type);
  const results = outputs.map(({ type }) => type);
  const wide = [...results, ...results, ...argTypes];
  const tracedRule = traceFunction(
    ((...values: Traced[]) => {
      const upstream = unflatten(traced.structure, values.slice(0, results.length));
      const value = unflatten(traced.structure, values.slice(results.length, 2 * results.length));
      const own = unflatten(structure, values.slice(2 * results.length)) as unknown[];
      const [any] = values;
      const trace = traceOf('customGradient', any === undefined ? [] : [any]);
      return leavesOfRule(trace, rule(...([upstream, value, ...own] as never[])), forms, starts, argTypes);
    }) as AnyFunction,
    { kind: 'tuple', parts: wide.map(() => ({ kind: 'leaf' })) },
    wide.map((type) => ({ type, kind: undefined, name: undefined })),
  );
  const outside = [...captures, ...tracedRule.captures];
  const trace = traceOf('customGradient', [...leaves.map(({ value }) => value as Operand), ...(outside as Operand[])]);
  // The body takes what the rule takes too, so that both have the equation's operands.
  const unused = tracedRule.captures.map((value) => variable({ shape: value.shape, dtype: value.dtype, weak: false }));
  const count = captures.length;
  const body: Program = {
    ...program,
    inputs: [...program.inputs.slice(0, count), ...unused, ...program.inputs.slice(count)],
  };
  const params = {
    captured: count,
    ruleCaptured: tracedRule.captures.length,
    mapped: 0,
    body,
    rule: tracedRule.program,
  };
  const operands = [
    ...outside.map((value) => new Traced(trace, trace.atom(value))),
    ...leaves.map(({ value, path }) => lift(trace, value, path)),
  ];
  const values = recordAllIn(trace, customGradientPrimitive, params, operands);
  return unflatten(
    traced.structure,
    values.map((value, i) => new Traced(trace, value.atom, outputs[i]?.kind)),
  );
}

/** `customGradient` with the numbers computed on a backend. */
export function customGradientOn(backend: Backend): CustomGradient {
  return ((f: AnyFunction, rule: AnyFunction) =>
    callable(backend, (...args: unknown[]) => apply(f, rule, args))) as CustomGradient;
}
