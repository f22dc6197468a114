// Workloads whose call computes large arrays from data in place. Each call's output is a fresh one (unless the runner says
// that it writes into the same one again) and stays where the runner keeps its arrays; it is read for the check only.

import type { List, Workload } from '../workload.ts';

export interface ResidentCall<Output = unknown> {
  /** Computes; done when it returns, or when the promise that it returns is kept. */
  run(): Output | Promise<Output>;
  read(output: Output): readonly List[];
  /** Gives up an output, where the runner has no other way to know. */
  free?(output: Output): void;
}

export type ResidentWorkload<Size, Data> = Workload<Size, Data, ResidentCall>;

type Specification<Size, Data> = Pick<
  ResidentWorkload<Size, Data>,
  'name' | 'computes' | 'dtypes' | 'sizes' | 'quick' | 'full' | 'tolerance' | 'data' | 'expected'
>;

export function residentWorkload<Size, Data>(spec: Specification<Size, Data>): ResidentWorkload<Size, Data> {
  return {
    ...spec,
    answers: async (call) => {
      const output = await call.run();
      const lists = call.read(output).map((list) => Array.from(list));
      call.free?.(output);
      return lists;
    },
    time: async (call, _data, _dtype, calls) => {
      const began = performance.now();
      for (let i = 0; i < calls; i++) {
        const output = call.run();
        // Only those wait who have to.
        call.free?.(output instanceof Promise ? await output : output);
      }
      return performance.now() - began;
    },
  };
}
