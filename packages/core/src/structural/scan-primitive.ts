// A rolled loop as a primitive. Each of its rules makes another loop, whose body is the derivative or the batch of this
// one's body.

import { recordAllIn } from '../primitive/record.ts';
import { number, programParam } from '../program/params.ts';
import type { Dense, Primitive } from '../program/primitive.ts';
import { runReference } from '../reference/run.ts';
import { sizeOf } from '../shape/shape.ts';
import { all, type RecordLoop, roles, stacked } from './roles.ts';
import { batchLoop } from './scan-batch.ts';
import { forwardLoop } from './scan-forward.ts';
import { reverseLoop } from './scan-reverse.ts';

/** Records a loop. */
export const recordLoop: RecordLoop = (trace, { body, operands, length, reverse }) => {
  const carry = operands.carry.length;
  const params = { length, constants: operands.constants.length, carry, reverse: reverse ? 1 : 0, body };
  const found = recordAllIn(trace, scanPrimitive, params, all(operands));
  const results = body.outputs.length - carry;
  return {
    carry: found.slice(0, carry),
    results: found.slice(carry, carry + results),
    history: found.slice(carry + results),
  };
};

/** Runs a program again and again, each time with the next slices and with the carry of the iteration before. */
const scanPrimitive: Primitive = {
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
    forward: /* @__PURE__ */ forwardLoop(recordLoop),
    reverse: /* @__PURE__ */ reverseLoop(recordLoop),
  },
  lowering: { kind: 'loop' },
  batch: /* @__PURE__ */ batchLoop(recordLoop),
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
    const stack = (list: readonly Dense[][], k: number): number[] => list.flatMap((one) => (one[k] as Dense).elements);
    return [
      ...current.map(({ elements }) => elements),
      ...body.outputs.slice(count).map((_, k) => stack(results, k)),
      ...carry.map((_, k) => stack(history, k)),
    ];
  },
};
