// The gradients of a loop: another loop, that runs backwards. It takes the carry before each iteration from the loop
// itself, which gives it out as its history, and computes the body once more beside its derivative (Griewank & Walther,
// Evaluating Derivatives, 2nd ed., ch. 12).

import { traceOf } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { logicalOr } from '../primitives/logic.ts';
import { wherePrimitive } from '../primitives/where.ts';
import { constantOf } from '../primitives/zeros.ts';
import { Later } from '../program/later.ts';
import { number, programParam } from '../program/params.ts';
import type { MaybeZero, Returning, Structural } from '../program/primitive.ts';
import type { Program } from '../program/program.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Trace } from '../trace/trace.ts';
import type { Traced } from '../trace/traced.ts';
import { traceProgram } from '../transforms/function.ts';
import { replay } from '../transforms/replay.ts';
import { reverseChosen } from '../transforms/reverse.ts';
import { all, as, chosen, moving, type RecordLoop, roles, spread, stacked, taker } from './roles.ts';

function has(list: readonly (Returning | undefined)[]): boolean[] {
  return list.map((one) => one !== undefined);
}

function plus(x: MaybeZero, y: MaybeZero): MaybeZero {
  return x === undefined || y === undefined ? (x ?? y) : add(x, y);
}

function truth({ shape }: ArrayType): ArrayType {
  return { shape, dtype: 'bool', weak: false };
}

/** Where a value was chosen, as an array of truth values: nowhere if nothing comes back to it. */
function maskOf(trace: Trace, gradient: Returning | undefined, { shape }: ArrayType): Operand {
  if (gradient?.chosen !== undefined) return gradient.chosen.get();
  return constantOf(trace, gradient === undefined ? 0 : 1, { shape, dtype: 'bool', weak: false });
}

/** Gradients with where their values were chosen, if that is known. */
function returning(values: readonly Traced[], masks: readonly Traced[]): Returning[] {
  return values.map((value, i) => {
    const mask = masks[i];
    return { value, chosen: mask && new Later<Operand>([], () => mask) };
  });
}

/** Whether masks have to go through the loop: a `where` behind it or in it may choose what an iteration gives. */
function isChoosing(body: Program, upstreams: readonly (Returning | undefined)[]): boolean {
  return (
    upstreams.some((upstream) => upstream?.chosen !== undefined) ||
    body.equations.some(({ primitive }) => primitive === wherePrimitive)
  );
}

/** Reverse mode of a loop that `record` records. */
export function reverseLoop(record: RecordLoop): Structural['reverse'] {
  return (operands, results, upstreams, wanted, params) => {
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
    const masked = isChoosing(body, upstreams);
    const masks = (types: readonly ArrayType[]): ArrayType[] => (masked ? types.map(truth) : []);
    const upCarry = upstreams.slice(0, carryCount);
    const upResults = upstreams.slice(carryCount, carryCount + resultCount);
    const upHistory = upstreams.slice(carryCount + resultCount);
    const resultTypes = body.outputs.slice(carryCount).map(({ type }) => type);
    const sliceTypes = [...chosen(resultTypes, has(upResults)), ...chosen(types.carry, has(upHistory))];
    const constantTypes = chosen(types.constants, flags.constants);
    const carryTypes = chosen(types.carry, flags.carry);
    const ownSliceTypes = chosen(types.slices, flags.slices);
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
        ...masks([...carryTypes, ...constantTypes]),
        ...types.carry,
        ...types.slices,
        ...sliceTypes.map((type) => ({ ...type, weak: false })),
        ...masks(sliceTypes),
      ],
      (inner, inputs) => {
        const take = taker(inputs);
        const constants = take(types.constants.length);
        const toCarry = take(carryTypes.length);
        const toConstants = take(constantTypes.length);
        const carryMasks = take(masks(carryTypes).length);
        const constantMasks = take(masks(constantTypes).length);
        const carry = take(carryCount);
        const slices = take(types.slices.length);
        const toSlices = take(sliceTypes.length);
        const sliceMasks = take(masks(sliceTypes).length);
        const fromSlices = taker(returning(toSlices, sliceMasks));
        const outputs = spread(returning(toCarry, carryMasks), flags.carry);
        const results = spread(fromSlices(chosen(upResults, has(upResults)).length), has(upResults));
        const before = spread(fromSlices(chosen(upHistory, has(upHistory)).length), has(upHistory));
        const lookUp = replay(inner, body, [...constants, ...carry, ...slices]);
        const downstreams = taker(reverseChosen(inner, body, lookUp, by, [...outputs, ...results]));
        const constantPart = downstreams(constantTypes.length);
        const carryPart = downstreams(carryTypes.length);
        const slicePart = downstreams(ownSliceTypes.length);
        const historyPart = chosen(before, flags.carry);
        const or = (x: Operand, y: Operand): Operand => logicalOr(x, y) as Operand;
        const newCarryMasks = masks(carryTypes).map((type, i) => {
          const history = historyPart[i];
          const own = maskOf(inner, carryPart[i], type);
          return history === undefined ? own : or(own, maskOf(inner, history, type));
        });
        const newConstantMasks = masks(constantTypes).map((type, i) =>
          or(constantMasks[i] as Operand, maskOf(inner, constantPart[i], type)),
        );
        return [
          ...carryPart.map((one, i) => as(inner, plus(one?.value, historyPart[i]?.value), carryTypes[i] as ArrayType)),
          ...constantPart.map((one, i) => as(inner, plus(toConstants[i], one?.value), constantTypes[i] as ArrayType)),
          ...newCarryMasks,
          ...newConstantMasks,
          ...slicePart.map((one, i) => as(inner, one?.value, ownSliceTypes[i] as ArrayType)),
          ...masks(ownSliceTypes).map((type, i) => maskOf(inner, slicePart[i], type)),
        ];
      },
    );
    const upCarried = chosen(upCarry, flags.carry);
    const upSliced = [...upResults, ...upHistory].filter((one) => one !== undefined);
    const loop = record(trace, {
      body: backwards,
      operands: {
        constants: own.constants,
        carry: [
          ...upCarried.map((one, i) => as(trace, one?.value, carryTypes[i] as ArrayType)),
          ...constantTypes.map((type) => as(trace, undefined, type)),
          ...masks(carryTypes).map((type, i) => maskOf(trace, upCarried[i], type)),
          ...masks(constantTypes).map((type) => maskOf(trace, undefined, type)),
        ],
        slices: [
          ...history,
          ...own.slices,
          ...upSliced.map(({ value }, i) => as(trace, value, stacked(sliceTypes[i] as ArrayType, length))),
          ...masks(sliceTypes).map((type, i) => maskOf(trace, upSliced[i], stacked(type, length))),
        ],
      },
      length,
      reverse: number(params, 'reverse') !== 1,
    });
    const take = taker(loop.carry);
    const [toCarry, toConstants] = [take(carryTypes.length), take(constantTypes.length)];
    const [carryMasks, constantMasks] = [take(masks(carryTypes).length), take(masks(constantTypes).length)];
    const count = ownSliceTypes.length;
    return [
      ...spread(returning(toConstants, constantMasks), flags.constants),
      ...spread(returning(toCarry, carryMasks), flags.carry),
      ...spread(returning(loop.results.slice(0, count), loop.results.slice(count)), flags.slices),
    ];
  };
}
