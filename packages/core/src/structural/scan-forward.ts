// The tangents of a loop: another loop, that carries and goes through values and tangents beside each other.

import { traceOf } from '../primitive/record.ts';
import { number, programParam } from '../program/params.ts';
import type { MaybeZero, Structural } from '../program/primitive.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { dependents } from '../transforms/dependents.ts';
import { forward } from '../transforms/forward.ts';
import { traceProgram } from '../transforms/function.ts';
import { instantiate } from '../transforms/reverse.ts';
import { all, as, chosen, moving, type RecordLoop, roles, spread, stacked, taker } from './roles.ts';

/** Forward mode of a loop that `record` records. */
export function forwardLoop(record: RecordLoop): Structural['forward'] {
  return (operands, tangents, params) => {
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
        const take = taker(inputs);
        const values: Traced[] = [];
        const directions: MaybeZero[] = [];
        for (const part of ['constants', 'carry', 'slices'] as const) {
          values.push(...take(types[part].length));
          directions.push(...spread(take(flags[part].filter(Boolean).length), flags[part]));
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
    const loop = record(trace, {
      body: dualBody,
      operands: {
        constants: [...own.constants, ...start('constants')],
        carry: [...own.carry, ...start('carry')],
        slices: [...own.slices, ...start('slices')],
      },
      length: number(params, 'length'),
      reverse: number(params, 'reverse') === 1,
    });
    const values = <T>(list: readonly T[], flags: readonly boolean[]): T[] => list.slice(0, flags.length);
    const changes = (list: readonly Traced[], which: readonly boolean[]): MaybeZero[] =>
      spread(list.slice(which.length), which);
    return {
      results: [
        ...values(loop.carry, flags.carry),
        ...values(loop.results, resultFlags),
        ...values(loop.history, flags.carry),
      ],
      tangents: [
        ...changes(loop.carry, flags.carry),
        ...changes(loop.results, resultFlags),
        ...changes(loop.history, flags.carry),
      ],
    };
  };
}
