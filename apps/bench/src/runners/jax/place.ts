// Arrays of jax-js: into its memory, and out.

import { blockUntilReady, numpy as np } from '@jax-js/jax';
import type { ResidentCall } from '../../kinds/resident.ts';
import { type DType, placed, type TypedNumbers } from '../../workload.ts';

export function place(numbers: TypedNumbers, dtype: DType, shape: readonly number[] = [numbers.length]): np.Array {
  const typed = numbers instanceof Float64Array && dtype === 'f32' ? placed(numbers, dtype) : numbers;
  return np.array(typed, { dtype: dtype === 'f32' ? np.float32 : np.float64 }).reshape([...shape]);
}

/** A call whose output is arrays that stay where they are. Calls are lazy: it is done when they are ready. */
export function resident(run: () => readonly np.Array[]): ResidentCall {
  const call: ResidentCall<readonly np.Array[]> = {
    run: () => blockUntilReady([...run()]),
    read: (arrays) => arrays.map((array) => array.ref.dataSync() as TypedNumbers),
    free: (arrays) => {
      for (const array of arrays) array.dispose();
    },
  };
  return call as ResidentCall;
}
