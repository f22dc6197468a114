// −Σᵢ (sign tᵢ − Σⱼ xⱼ tᵢʲ) tᵢʲ, with the powers by multiplication.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

export function llsq(n: number): GradientCall {
  return ([point]) => {
    const x = point as TypedNumbers;
    const by = new Float64Array(x.length);
    for (let i = 0; i < n; i++) {
      const t = -1 + (2 * i) / (n - 1);
      let polynomial = 0;
      for (let j = x.length - 1; j >= 0; j--) polynomial = polynomial * t + (x[j] as number);
      const residual = Math.sign(t) - polynomial;
      let power = 1;
      for (let j = 0; j < x.length; j++) {
        by[j] = (by[j] as number) - residual * power;
        power *= t;
      }
    }
    return [by];
  };
}
