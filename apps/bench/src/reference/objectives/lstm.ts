// The loss of the recurrent network, node by node.

import type { LstmInput } from '../../gradbench/inputs.ts';
import { type Node, Tape } from '../tape.ts';
import type { Derivative } from './derivative.ts';

/** Derivatives by the main and the extra parameters, flat. */
export function rightLstm({ main_params, extra_params, state, sequence }: LstmInput): Derivative {
  const t = new Tape();
  const main = main_params.map((numbers) => t.leaves(numbers));
  const extra = extra_params.map((numbers) => t.leaves(numbers)) as [Node[], Node[], Node[]];
  const width = extra[0].length;
  const layers = main.length / 2;
  const [weightIn, weightOut, biasOut] = extra;
  const cells = Array.from({ length: layers }, (_, i) => ({
    hidden: t.leaves(state[2 * i] ?? []),
    cell: t.leaves(state[2 * i + 1] ?? []),
  }));
  const gate = (i: number, which: number, j: number, input: Node): Node => {
    const at = which * width + j;
    return t.add(t.mul(input, main[2 * i]?.[at] as Node), main[2 * i + 1]?.[at] as Node);
  };

  let total: Node = t.leaf(0);
  for (let time = 0; time + 1 < sequence.length; time++) {
    let signal = weightIn.map((weight, j) => t.scale(weight, sequence[time]?.[j] as number));
    cells.forEach((before, i) => {
      const after = before.cell.map((cell, j) => {
        const [input, hidden] = [signal[j] as Node, before.hidden[j] as Node];
        const kept = t.mul(cell, t.sigmoid(gate(i, 0, j, input)));
        const gained = t.mul(t.sigmoid(gate(i, 1, j, hidden)), t.tanh(gate(i, 3, j, hidden)));
        const next = t.add(kept, gained);
        return { cell: next, hidden: t.mul(t.sigmoid(gate(i, 2, j, input)), t.tanh(next)) };
      });
      before.cell = after.map(({ cell }) => cell);
      before.hidden = after.map(({ hidden }) => hidden);
      signal = before.hidden;
    });
    const output = signal.map((value, j) => t.add(t.mul(value, weightOut[j] as Node), biasOut[j] as Node));
    const norm = t.log(t.sum([t.leaf(2), ...output.map((value) => t.exp(value))]));
    output.forEach((value, j) => {
      const target = sequence[time + 1]?.[j] as number;
      if (target !== 0) total = t.add(total, t.scale(t.sub(value, norm), target));
    });
  }
  const loss = t.div(total, t.leaf(-width * (sequence.length - 1)));
  const gradient = t.gradient(loss, [...main.flat(), ...extra.flat()]);
  const split = main.flat().length;
  return { value: t.value(loss), gradient: [gradient.slice(0, split), gradient.slice(split)] };
}
