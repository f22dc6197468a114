// The Gaussian mixture's gradient: each observation pulls a component as strongly as it is likely to have come from it.

import type { GmmInput } from '../../gradbench/inputs.ts';
import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

type Four = readonly [TypedNumbers, TypedNumbers, TypedNumbers, TypedNumbers];

/** Numbers to their softmax, in place. */
function soften(numbers: Float64Array): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (const number of numbers) largest = Math.max(largest, number);
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) {
    numbers[i] = Math.exp((numbers[i] as number) - largest);
    sum += numbers[i] as number;
  }
  for (let i = 0; i < numbers.length; i++) numbers[i] = (numbers[i] as number) / sum;
}

export function gmm({ d, k, n, m, gamma, x: rows }: GmmInput): GradientCall {
  const x = Float64Array.from(rows.flat());
  const below = (d * (d - 1)) / 2;
  return (point) => {
    const [alpha, mu, q, l] = point as unknown as Four;
    const byAlpha = new Float64Array(k);
    const byMu = new Float64Array(k * d);
    const byQ = new Float64Array(k * d);
    const byL = new Float64Array(k * below);
    const diagonals = Float64Array.from(q, Math.exp);
    const centred = new Float64Array(k * d);
    const whitened = new Float64Array(k * d);
    const shares = new Float64Array(k);
    const pull = new Float64Array(d);
    for (let i = 0; i < n; i++) {
      for (let c = 0; c < k; c++) {
        const at = c * d;
        let exponent = alpha[c] as number;
        for (let j = 0; j < d; j++) {
          exponent += q[at + j] as number;
          centred[at + j] = (x[i * d + j] as number) - (mu[at + j] as number);
          whitened[at + j] = (diagonals[at + j] as number) * (centred[at + j] as number);
        }
        let entry = c * below;
        for (let column = 0; column < d; column++) {
          const factor = centred[at + column] as number;
          for (let row = column + 1; row < d; row++) {
            whitened[at + row] = (whitened[at + row] as number) + (l[entry++] as number) * factor;
          }
        }
        for (let j = 0; j < d; j++) exponent -= 0.5 * (whitened[at + j] as number) ** 2;
        shares[c] = exponent;
      }
      soften(shares);
      for (let c = 0; c < k; c++) {
        const share = shares[c] as number;
        const at = c * d;
        byAlpha[c] = (byAlpha[c] as number) + share;
        for (let j = 0; j < d; j++) {
          const stretched = (diagonals[at + j] as number) * (whitened[at + j] as number);
          byQ[at + j] = (byQ[at + j] as number) + share * (1 - stretched * (centred[at + j] as number));
          pull[j] = stretched;
        }
        let entry = c * below;
        for (let column = 0; column < d; column++) {
          const factor = centred[at + column] as number;
          let sum = pull[column] as number;
          for (let row = column + 1; row < d; row++) {
            const white = whitened[at + row] as number;
            sum += (l[entry] as number) * white;
            byL[entry] = (byL[entry] as number) - share * white * factor;
            entry++;
          }
          byMu[at + column] = (byMu[at + column] as number) + share * sum;
        }
      }
    }
    const weights = Float64Array.from(alpha);
    soften(weights);
    for (let c = 0; c < k; c++) byAlpha[c] = (byAlpha[c] as number) - n * (weights[c] as number);
    const squeeze = gamma * gamma;
    for (let at = 0; at < k * d; at++) {
      byQ[at] = (byQ[at] as number) + m - squeeze * (diagonals[at] as number) ** 2;
    }
    for (let at = 0; at < k * below; at++) byL[at] = (byL[at] as number) - squeeze * (l[at] as number);
    return [byAlpha, byMu, byQ, byL];
  };
}
