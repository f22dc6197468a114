// The gradients of a loop: another loop, that runs backwards. It takes the carry before each iteration from the loop
// itself, which gives it out as its history, and computes the body once more beside its derivative (Griewank & Walther,
// Evaluating Derivatives, 2nd ed., ch. 12).

import { traceOf } from '../primitive/record.ts';
import { add } from '../primitives/add.ts';
import { number, programParam } from '../program/params.ts';
import type { MaybeZero, Structural } from '../program/primitive.ts';
import type { ArrayType } from '../shape/shape.ts';
import { traceProgram } from '../transforms/function.ts';
import { replay } from '../transforms/replay.ts';
import { reverse } from '../transforms/reverse.ts';
import { all, as, chosen, moving, type RecordLoop, roles, spread, stacked, taker } from './roles.ts';

function has(list: readonly MaybeZero[]): boolean[] {
  return list.map((one) => one !== undefined);
}

function plus(x: MaybeZero, y: MaybeZero): MaybeZero {
  return x === undefined || y === undefined ? (x ?? y) : add(x, y);
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
    const upCarry = upstreams.slice(0, carryCount);
    const upResults = upstreams.slice(carryCount, carryCount + resultCount);
    const upHistory = upstreams.slice(carryCount + resultCount);
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
        const take = taker(inputs);
        const constants = take(types.constants.length);
        const toCarry = take(carryTypes.length);
        const toConstants = take(constantTypes.length);
        const carry = take(carryCount);
        const slices = take(types.slices.length);
        const toResults = take(has(upResults).filter(Boolean).length);
        const toHistory = take(has(upHistory).filter(Boolean).length);
        const outputs = spread(toCarry, flags.carry);
        const results = spread(toResults, has(upResults));
        const before = spread(toHistory, has(upHistory));
        const lookUp = replay(inner, body, [...constants, ...carry, ...slices]);
        const downstreams = reverse(inner, body, lookUp, by, [...outputs, ...results]);
        const constantPart = downstreams.slice(0, constantTypes.length);
        const carryPart = downstreams.slice(constantTypes.length, constantTypes.length + carryTypes.length);
        const slicePart = downstreams.slice(constantTypes.length + carryTypes.length);
        const historyPart = chosen(before, flags.carry);
        return [
          ...carryPart.map((one, i) => as(inner, plus(one, historyPart[i]), carryTypes[i] as ArrayType)),
          ...constantPart.map((one, i) => as(inner, plus(toConstants[i], one), constantTypes[i] as ArrayType)),
          ...slicePart.map((one, i) => as(inner, one, chosen(types.slices, flags.slices)[i] as ArrayType)),
        ];
      },
    );
    const loop = record(trace, {
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
          ...upResults.flatMap((one, i) =>
            one === undefined ? [] : [as(trace, one, stacked(resultTypes[i] as ArrayType, length))],
          ),
          ...upHistory.flatMap((one, i) =>
            one === undefined ? [] : [as(trace, one, stacked(types.carry[i] as ArrayType, length))],
          ),
        ],
      },
      length,
      reverse: number(params, 'reverse') !== 1,
    });
    return [
      ...spread(loop.carry.slice(carryTypes.length), flags.constants),
      ...spread(loop.carry.slice(0, carryTypes.length), flags.carry),
      ...spread(loop.results, flags.slices),
    ];
  };
}
