// The loss of a recurrent network with diagonal weights that predicts the next character of a text (ADBench's LSTM).

import type { LstmInput } from '../gradbench/inputs.ts';
import type { Api, Operand } from './api.ts';

/** As in {@link LstmInput}: main [2 · layers, 4 · width], extra [3, width]. */
export type Network = { main: Operand; extra: Operand };

type Cell = { hidden: Operand; cell: Operand };

export const lstm = (api: Api, { state, sequence }: Pick<LstmInput, 'state' | 'sequence'>) => {
  const { add, exp, log, mul, neg, reshape, scan, sigmoid, sub, sum, tanh, tensor } = api;
  const layers = state.length / 2;
  const width = sequence[0]?.length ?? 0;
  const predictions = sequence.length - 1;
  const inputs = tensor(sequence.slice(0, -1));
  const targets = tensor(sequence.slice(1));
  const start = Array.from({ length: layers }, (_, i) => ({
    hidden: tensor(state[2 * i] ?? []),
    cell: tensor(state[2 * i + 1] ?? []),
  }));

  return ({ main, extra }: Network): Operand => {
    const gates = [...reshape(main, [layers, 2, 4, width])].map(([weights, biases]) => ({
      weights: [...(weights as Iterable<Operand>)] as [Operand, Operand, Operand, Operand],
      biases: [...(biases as Iterable<Operand>)] as [Operand, Operand, Operand, Operand],
    }));
    const [weightIn, weightOut, biasOut] = [...reshape(extra, [3, width])] as [Operand, Operand, Operand];

    const through = ({ hidden, cell }: Cell, input: Operand, { weights, biases }: (typeof gates)[number]): Cell => {
      const forget = sigmoid(add(mul(input, weights[0]), biases[0]));
      const ingate = sigmoid(add(mul(hidden, weights[1]), biases[1]));
      const outgate = sigmoid(add(mul(input, weights[2]), biases[2]));
      const change = tanh(add(mul(hidden, weights[3]), biases[3]));
      const next = add(mul(cell, forget), mul(ingate, change));
      return { hidden: mul(outgate, tanh(next)), cell: next };
    };

    const step = (cells: Cell[], { input, target }: { input: Operand; target: Operand }) => {
      let signal: Operand = mul(input, weightIn);
      const next = cells.map((cell, i) => {
        const after = through(cell, signal, gates[i] as (typeof gates)[number]);
        signal = after.hidden;
        return after;
      });
      const output = add(mul(signal, weightOut), biasOut);
      const normalised = sub(output, log(add(2, sum(exp(output)))));
      return [next, sum(mul(target, normalised))] as const;
    };

    const [, scores] = scan(step, start, { input: inputs, target: targets });
    return neg(mul(sum(scores), 1 / (predictions * width)));
  };
};
