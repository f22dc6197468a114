// The gradient of Rosenbrock's function at each point, into fresh arrays.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { TypedNumbers } from '../../workload.ts';

export function rosenbrock(x: TypedNumbers, y: TypedNumbers): ResidentCall {
  const fresh = (): TypedNumbers =>
    x instanceof Float32Array ? new Float32Array(x.length) : new Float64Array(x.length);
  const call: ResidentCall<readonly [TypedNumbers, TypedNumbers]> = {
    run: () => {
      const byX = fresh();
      const byY = fresh();
      for (let i = 0; i < x.length; i++) {
        const at = x[i] as number;
        const across = (y[i] as number) - at * at;
        byX[i] = -2 * (1 - at) - 400 * at * across;
        byY[i] = 200 * across;
      }
      return [byX, byY];
    },
    read: (output) => output,
  };
  return call as ResidentCall;
}
