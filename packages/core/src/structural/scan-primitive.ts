// A rolled loop as a primitive, and how it is differentiated and mapped: each rule makes another loop, whose body is the
// derivative or the batch of this one's body. program/scan.ts says what its operands and results are.
//
// Reverse mode runs the loop backwards. It takes the carry before each iteration from the loop itself, which gives it out
// as its history, and computes the body once more beside its derivative (Griewank & Walther, Evaluating Derivatives,
// 2nd ed., ch. 12).

import { recordAllIn, traceOf } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { convert } from '../primitives/convert.ts';
import { moveAxis } from '../primitives/transpose.ts';
import { number, programParam } from '../program/params.ts';
import type { Batch, Dense, MaybeZero, Params, Primitive, Structural } from '../program/primitive.ts';
import type { Program } from '../program/program.ts';
import { runReference } from '../reference/run.ts';
import { type ArrayType, sizeOf } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { inFront, replayBatched } from '../transforms/batch.ts';
import { dependents, isFloat } from '../transforms/dependents.ts';
import { forward } from '../transforms/forward.ts';
import { traceProgram } from '../transforms/function.ts';
import { replay } from '../transforms/replay.ts';
import { instantiate, reverse } from '../transforms/reverse.ts';

/** A list of operands, body inputs or the like, by their roles. */
interface Roles<T> {
  readonly constants: readonly T[];
  readonly carry: readonly T[];
  readonly slices: readonly T[];
}

function roles<T>(list: readonly T[], params: Params): Roles<T> {
  const constants = number(params, 'constants');
  const carry = number(params, 'carry');
  return {
    constants: list.slice(0, constants),
    carry: list.slice(constants, constants + carry),
    slices: list.slice(constants + carry),
  };
}

function all<T>({ constants, carry, slices }: Roles<T>): T[] {
  return [...constants, ...carry, ...slices];
}

/** Those of a list for which the other list says true. */
function chosen<T>(list: readonly T[], flags: readonly boolean[]): T[] {
  return list.filter((_, i) => flags[i]);
}

function stacked({ shape, dtype }: ArrayType, length: number): ArrayType {
  return { shape: [length, ...shape], dtype, weak: false };
}

/** A value of exactly this type. */
function as(trace: Trace, value: MaybeZero, type: ArrayType): Operand {
  const found = instantiate(trace, value, type);
  if (found.atom.kind === 'literal') return found;
  return found.type.dtype === type.dtype && found.type.weak === type.weak ? found : convert(found, type);
}

/** Which of the body's inputs have derivatives, if those of the flagged operands have: a carry also if an iteration gives it one. */
function moving(body: Program, flags: readonly boolean[], params: Params): Roles<boolean> {
  const inputs = body.inputs;
  let current = roles(
    inputs.map((input, i) => (flags[i] ?? false) && isFloat(input)),
    params,
  );
  for (;;) {
    const reached = dependents(body, chosen(inputs, all(current)));
    const carry = current.carry.map((flag, i) => {
      const output = body.outputs[i];
      return flag || (output?.kind === 'variable' && reached.has(output));
    });
    if (carry.every((flag, i) => flag === current.carry[i])) return current;
    current = { ...current, carry };
  }
}

interface Loop {
  readonly body: Program;
  readonly operands: Roles<Operand>;
  readonly length: number;
  readonly reverse: boolean;
}

interface LoopResults {
  readonly carry: readonly Traced[];
  readonly results: readonly Traced[];
  readonly history: readonly Traced[];
}

/** Records a loop. */
export function recordLoop(trace: Trace, { body, operands, length, reverse: backwards }: Loop): LoopResults {
  const carry = operands.carry.length;
  const params = { length, constants: operands.constants.length, carry, reverse: backwards ? 1 : 0, body };
  const found = recordAllIn(trace, scanPrimitive, params, all(operands));
  const results = body.outputs.length - carry;
  return {
    carry: found.slice(0, carry),
    results: found.slice(carry, carry + results),
    history: found.slice(carry + results),
  };
}

function forwardLoop(operands: readonly Operand[], tangents: readonly MaybeZero[], params: Params): ReturnType<Structural['forward']> {
  const trace = traceOf('scan', [...operands, ...tangents.filter((tangent) => tangent !== undefined)]);
  const body = programParam(params, 'body');
  const flags = moving(
    body,
    tangents.map((tangent) => tangent !== undefined),
    params,
  );
  const types = roles(
    body.inputs.map(({ type }) => type),
    params,
  );
  const own = roles(operands, params);
  const given = roles(tangents, params);
  const both = <T>(list: readonly T[], more: readonly T[]): T[] => [...list, ...more];
  const carryTypes = types.carry;
  const reached = dependents(body, chosen(body.inputs, all(flags)));
  const resultFlags = body.outputs
    .slice(carryTypes.length)
    .map((output) => output.kind === 'variable' && reached.has(output));
  const dualBody = traceProgram(
    all({
      constants: both(types.constants, chosen(types.constants, flags.constants)),
      carry: both(carryTypes, chosen(carryTypes, flags.carry)),
      slices: both(types.slices, chosen(types.slices, flags.slices)),
    }),
    (inner, inputs) => {
      let next = 0;
      const take = (count: number): Traced[] => inputs.slice(next, (next += count));
      const values: Traced[] = [];
      const directions: MaybeZero[] = [];
      for (const part of ['constants', 'carry', 'slices'] as const) {
        values.push(...take(types[part].length));
        const some = take(flags[part].filter(Boolean).length);
        directions.push(...flags[part].map((flag) => (flag ? some.shift() : undefined)));
      }
      const duals = forward(inner, body, values, directions);
      const carry = duals.slice(0, carryTypes.length);
      const results = duals.slice(carryTypes.length);
      const carryTangents = carry.map(({ tangent }, i) => as(inner, tangent, carryTypes[i] as ArrayType));
      const resultTangents = results.map(({ value, tangent }) => instantiate(inner, tangent, value.type));
      return [
        ...carry.map(({ value }) => value),
        ...chosen(carryTangents, flags.carry),
        ...results.map(({ value }) => value),
        ...chosen(resultTangents, resultFlags),
      ];
    },
  );
  const start = (part: 'constants' | 'carry' | 'slices'): Operand[] =>
    chosen(
      given[part].map((tangent, i) => {
        const type = types[part][i] as ArrayType;
        const length = number(params, 'length');
        return as(trace, tangent, part === 'slices' ? stacked(type, length) : type);
      }),
      flags[part],
    );
  const loop = recordLoop(trace, {
    body: dualBody,
    operands: {
      constants: [...own.constants, ...start('constants')],
      carry: [...own.carry, ...start('carry')],
      slices: [...own.slices, ...start('slices')],
    },
    length: number(params, 'length'),
    reverse: number(params, 'reverse') === 1,
  });
  const spread = (list: readonly Traced[], which: readonly boolean[]): { value: Traced[]; tangent: MaybeZero[] } => {
    const some = list.slice(which.length);
    return { value: list.slice(0, which.length), tangent: which.map((flag) => (flag ? some.shift() : undefined)) };
  };
  const carry = spread(loop.carry, flags.carry);
  const results = spread(loop.results, resultFlags);
  const history = spread(loop.history, flags.carry);
  return {
    results: [...carry.value, ...results.value, ...history.value],
    tangents: [...carry.tangent, ...results.tangent, ...history.tangent],
  };
}

function reverseLoop(
  operands: readonly Operand[],
  results: readonly Operand[],
  upstreams: readonly MaybeZero[],
  wanted: readonly boolean[],
  params: Params,
): readonly MaybeZero[] {
  const trace = traceOf('scan', [...operands, ...results]);
  const body = programParam(params, 'body');
  const length = number(params, 'length');
  const flags = moving(body, wanted, params);
  const types = roles(
    body.inputs.map(({ type }) => type),
    params,
  );
  const own = roles(operands, params);
  const carryCount = types.carry.length;
  const resultCount = body.outputs.length - carryCount;
  const history = results.slice(carryCount + resultCount);
  const upCarry = upstreams.slice(0, carryCount);
  const upResults = upstreams.slice(carryCount, carryCount + resultCount);
  const upHistory = upstreams.slice(carryCount + resultCount);
  const has = (list: readonly MaybeZero[]): boolean[] => list.map((one) => one !== undefined);
  const resultTypes = body.outputs.slice(carryCount).map(({ type }) => type);
  const constantTypes = chosen(types.constants, flags.constants);
  const carryTypes = chosen(types.carry, flags.carry);
  const variables = roles(body.inputs, params);
  const by = all({
    constants: chosen(variables.constants, flags.constants),
    carry: chosen(variables.carry, flags.carry),
    slices: chosen(variables.slices, flags.slices),
  });
  const backwards = traceProgram(
    [
      ...types.constants,
      ...carryTypes,
      ...constantTypes,
      ...types.carry,
      ...types.slices,
      ...chosen(resultTypes, has(upResults)).map((type) => ({ ...type, weak: false })),
      ...chosen(types.carry, has(upHistory)).map((type) => ({ ...type, weak: false })),
    ],
    (inner, inputs) => {
      let next = 0;
      const take = (count: number): Traced[] => inputs.slice(next, (next += count));
      const constants = take(types.constants.length);
      const toCarry = take(carryTypes.length);
      const toConstants = take(constantTypes.length);
      const carry = take(carryCount);
      const slices = take(types.slices.length);
      const toResults = take(has(upResults).filter(Boolean).length);
      const toHistory = take(has(upHistory).filter(Boolean).length);
      const received = [...toCarry];
      const outputs = flags.carry.map((flag): MaybeZero => (flag ? received.shift() : undefined));
      const results = has(upResults).map((flag): MaybeZero => (flag ? toResults.shift() : undefined));
      const before = has(upHistory).map((flag): MaybeZero => (flag ? toHistory.shift() : undefined));
      const lookUp = replay(inner, body, [...constants, ...carry, ...slices]);
      const downstreams = reverse(inner, body, lookUp, by, [...outputs, ...results]);
      const constantPart = downstreams.slice(0, constantTypes.length);
      const carryPart = downstreams.slice(constantTypes.length, constantTypes.length + carryTypes.length);
      const slicePart = downstreams.slice(constantTypes.length + carryTypes.length);
      const historyPart = chosen(before, flags.carry);
      const plus = (x: MaybeZero, y: MaybeZero): MaybeZero => (x === undefined || y === undefined ? (x ?? y) : add(x, y));
      return [
        ...carryPart.map((one, i) => as(inner, plus(one, historyPart[i]), carryTypes[i] as ArrayType)),
        ...constantPart.map((one, i) => as(inner, plus(toConstants[i], one), constantTypes[i] as ArrayType)),
        ...slicePart.map((one, i) => as(inner, one, chosen(types.slices, flags.slices)[i] as ArrayType)),
      ];
    },
  );
  const loop = recordLoop(trace, {
    body: backwards,
    operands: {
      constants: own.constants,
      carry: [
        ...chosen(upCarry, flags.carry).map((one, i) => as(trace, one, carryTypes[i] as ArrayType)),
        ...constantTypes.map((type) => as(trace, undefined, type)),
      ],
      slices: [
        ...history,
        ...own.slices,
        ...upResults.flatMap((one, i) => (one === undefined ? [] : [as(trace, one, stacked(resultTypes[i] as ArrayType, length))])),
        ...upHistory.flatMap((one, i) => (one === undefined ? [] : [as(trace, one, stacked(types.carry[i] as ArrayType, length))])),
      ],
    },
    length,
    reverse: number(params, 'reverse') !== 1,
  });
  const toCarry = loop.carry.slice(0, carryTypes.length);
  const toConstants = loop.carry.slice(carryTypes.length);
  const toSlices = [...loop.results];
  const spread = (list: Traced[], which: readonly boolean[]): MaybeZero[] =>
    which.map((flag) => (flag ? list.shift() : undefined));
  return [
    ...spread([...toConstants], flags.constants),
    ...spread([...toCarry], flags.carry),
    ...spread(toSlices, flags.slices),
  ];
}

/** All carries get the new axis; slices have it behind the axis of the loop. */
const batchLoop: Batch = (operands, batched, size, params) => {
  const trace = traceOf('scan', operands);
  const body = programParam(params, 'body');
  const length = number(params, 'length');
  const flags = roles(batched, params);
  const types = roles(
    body.inputs.map(({ type }) => type),
    params,
  );
  const own = roles(operands as readonly Traced[], params);
  const wide = (type: ArrayType, flag: boolean | undefined): ArrayType =>
    flag ? { ...type, shape: [size, ...type.shape], weak: false } : type;
  const carryCount = types.carry.length;
  let resultFlags: boolean[] = [];
  const wideBody = traceProgram(
    all({
      constants: types.constants.map((type, i) => wide(type, flags.constants[i])),
      carry: types.carry.map((type) => wide(type, true)),
      slices: types.slices.map((type, i) => wide(type, flags.slices[i])),
    }),
    (inner, inputs) => {
      const given = all({ ...flags, carry: types.carry.map(() => true) });
      const outputs = replayBatched(
        inner,
        body,
        inputs.map((value, i) => ({ value, batched: given[i] ?? false })),
        size,
      );
      resultFlags = outputs.slice(carryCount).map((output) => output.batched);
      return outputs.map((output, i) => (i < carryCount ? inFront(inner, output, size) : output.value));
    },
  );
  const loop = recordLoop(trace, {
    body: wideBody,
    operands: {
      constants: own.constants,
      carry: own.carry.map((value, i) => inFront(trace, { value, batched: flags.carry[i] ?? false }, size)),
      slices: own.slices.map((value, i) => (flags.slices[i] ? moveAxis(value, value.shape.length, 0, 1) : value)),
    },
    length,
    reverse: number(params, 'reverse') === 1,
  });
  const front = (value: Traced): Operand => moveAxis(value, value.shape.length, 1, 0);
  return {
    results: [
      ...loop.carry,
      ...loop.results.map((value, i) => (resultFlags[i] ? front(value) : value)),
      ...loop.history.map(front),
    ],
    batched: [...loop.carry.map(() => true), ...resultFlags, ...loop.history.map(() => true)],
  };
};

/** Runs a program again and again, each time with the next slices and with the carry of the iteration before. */
export const scanPrimitive: Primitive = {
  name: 'scan',
  types: (_operands, params) => {
    const body = programParam(params, 'body');
    const length = number(params, 'length');
    const { carry } = roles(
      body.inputs.map(({ type }) => type),
      params,
    );
    const results = body.outputs.slice(carry.length).map(({ type }) => stacked(type, length));
    return [...carry, ...results, ...carry.map((type) => stacked(type, length))];
  },
  derivative: {
    kind: 'structural',
    transposeName: 'the loop run backwards',
    forward: forwardLoop,
    reverse: reverseLoop,
  },
  lowering: { kind: 'loop' },
  batch: batchLoop,
  evaluate: (operands, params) => {
    const body = programParam(params, 'body');
    const length = number(params, 'length');
    const { constants, carry, slices } = roles(operands, params);
    const count = carry.length;
    const slice = ({ shape, elements }: Dense, i: number): Dense => {
      const part = shape.slice(1);
      const size = sizeOf(part);
      return { shape: part, elements: elements.slice(i * size, (i + 1) * size) };
    };
    let current = carry;
    const order = Array.from({ length }, (_, i) => (number(params, 'reverse') === 1 ? length - 1 - i : i));
    const history: Dense[][] = [];
    const results: Dense[][] = [];
    for (const i of order) {
      history[i] = [...current];
      const outputs = runReference(body, [...constants, ...current, ...slices.map((one) => slice(one, i))]);
      current = outputs.slice(0, count);
      results[i] = outputs.slice(count);
    }
    const stack = (list: readonly Dense[][], k: number): number[] => list.flatMap((one) => one[k]?.elements ?? []);
    return [
      ...current.map(({ elements }) => elements),
      ...body.outputs.slice(count).map((_, k) => stack(results, k)),
      ...carry.map((_, k) => stack(history, k)),
    ];
  },
};
