// A loop over batches: all carries get the new axis in front, slices have it behind the axis of the loop.

import { traceOf } from '../primitive/record.ts';
import { moveAxis } from '../primitives/transpose.ts';
import { number, programParam } from '../program/params.ts';
import type { Batch } from '../program/primitive.ts';
import type { ArrayType } from '../shape/shape.ts';
import type { Operand } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';
import { inFront, replayBatched } from '../transforms/batch.ts';
import { traceProgram } from '../transforms/function.ts';
import { all, type RecordLoop, roles } from './roles.ts';

/** Maps a loop that `record` records over one more axis. */
export function batchLoop(record: RecordLoop): Batch {
  return (operands, batched, size, params) => {
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
          inputs.map((value, i) => ({ value, batched: given[i] as boolean })),
          size,
        );
        resultFlags = outputs.slice(carryCount).map((output) => output.batched);
        return outputs.map((output, i) => (i < carryCount ? inFront(inner, output, size) : output.value));
      },
    );
    const loop = record(trace, {
      body: wideBody,
      operands: {
        constants: own.constants,
        carry: own.carry.map((value, i) => inFront(trace, { value, batched: flags.carry[i] as boolean }, size)),
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
}
