// A descent for each learning rate, one after the other.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { Descents } from '../../workloads/descents.ts';

export function descents({ x, y, start, steps, rates }: Descents): ResidentCall {
  const xs = Float64Array.from(x);
  const ys = Float64Array.from(y);
  const call: ResidentCall<Float64Array> = {
    run: () => {
      const losses = new Float64Array(rates.length);
      for (let r = 0; r < rates.length; r++) {
        const rate = rates[r] as number;
        let [a, b] = start;
        let loss = 0;
        // The last round is there for its loss.
        for (let step = 0; step <= steps; step++) {
          loss = 0;
          let byA = 0;
          let byB = 0;
          for (let i = 0; i < xs.length; i++) {
            const at = xs[i] as number;
            const residual = (ys[i] as number) - (a * at + b);
            loss += residual * residual;
            byA -= 2 * at * residual;
            byB -= 2 * residual;
          }
          a -= rate * byA;
          b -= rate * byB;
        }
        losses[r] = loss;
      }
      return losses;
    },
    read: (losses) => [losses],
  };
  return call as ResidentCall;
}
