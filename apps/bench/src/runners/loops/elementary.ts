// A function of Math at each number, into a fresh array.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { TypedNumbers } from '../../workload.ts';
import type { FunctionName } from '../../workloads/elementary.ts';

export function elementary(of: FunctionName, x: TypedNumbers): ResidentCall {
  // One loop for each, so that the call in it is known.
  const fill: Readonly<Record<FunctionName, (out: TypedNumbers) => void>> = {
    exp: (out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.exp(x[i] as number);
    },
    log: (out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.log(x[i] as number);
    },
    tanh: (out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.tanh(x[i] as number);
    },
    sin: (out) => {
      for (let i = 0; i < x.length; i++) out[i] = Math.sin(x[i] as number);
    },
  };
  const run = fill[of];
  const call: ResidentCall<TypedNumbers> = {
    run: () => {
      const out = x instanceof Float32Array ? new Float32Array(x.length) : new Float64Array(x.length);
      run(out);
      return out;
    },
    read: (out) => [out],
  };
  return call as ResidentCall;
}
