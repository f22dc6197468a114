// The Gaussian mixture's log-likelihood, observation by observation.

import type { GmmInput } from '../../gradbench/inputs.ts';
import { gmmConstant } from '../../objectives/gmm.ts';
import { type Node, Tape } from '../tape.ts';
import { type Derivative, row } from './derivative.ts';

/** Derivatives by alpha, mu, q and l. */
export function rightGmm(input: GmmInput): Derivative {
  const { d, k, n, m, gamma } = input;
  const t = new Tape();
  const [alpha, mu, q, l] = [input.alpha, input.mu.flat(), input.q.flat(), input.l.flat()].map((part) =>
    t.leaves(part),
  ) as [Node[], Node[], Node[], Node[]];
  const below = (d * (d - 1)) / 2;
  // What all observations share stays on the tape, before the mark; its own derivatives come last.
  const diagonals = q.map((node) => t.exp(node));
  const sums = Array.from({ length: k }, (_, c) => t.sum(row(q, c, d)));
  const mark = t.mark();
  let value = gmmConstant(input);

  const take = (node: Node): void => {
    value += t.value(node);
    t.accumulate(node, mark);
    t.forget(mark);
  };
  for (const x of input.x) {
    const observed = t.leaves(x);
    const exponents = alpha.map((own, c) => {
      const centred = row(mu, c, d).map((centre, j) => t.sub(observed[j] as Node, centre));
      const whitened = centred.map((entry, j) => t.mul(diagonals[c * d + j] as Node, entry));
      let at = c * below;
      for (let column = 0; column < d; column++) {
        for (let line = column + 1; line < d; line++) {
          whitened[line] = t.add(whitened[line] as Node, t.mul(l[at++] as Node, centred[column] as Node));
        }
      }
      const norm = t.sum(whitened.map((entry) => t.square(entry)));
      return t.sub(t.add(own, sums[c] as Node), t.scale(norm, 0.5));
    });
    take(t.logSumExp(exponents));
  }
  take(t.scale(t.logSumExp(alpha), -n));
  const squares = t.sum([...diagonals, ...l].map((node) => t.square(node)));
  take(t.sub(t.scale(t.sum(sums), m), t.scale(squares, 0.5 * gamma * gamma)));
  t.settle(mark);
  return { value, gradient: [alpha, mu, q, l].map((part) => t.given(part)) };
}
