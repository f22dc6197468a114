// Runners that are JavaScript: their calls are made, and timed, by the workload itself.

import type { DType, Workload } from '../workload.ts';
import { type WorkloadName, workloads } from '../workloads/index.ts';
import type { Prepares, Runner, Subject } from './runner.ts';

interface Description extends Omit<Runner, 'open'> {
  /** Loads what the runner runs on. */
  load(): Promise<Prepares>;
}

export function inProcess({ load, ...description }: Description): Runner {
  return {
    ...description,
    open: async (name: WorkloadName, data: unknown, dtype: DType): Promise<Subject> => {
      const prepares = (await load()) as { readonly [W in WorkloadName]?: (data: unknown, dtype: DType) => unknown };
      const prepare = prepares[name];
      if (prepare === undefined) throw new Error(`${description.name} has no ${name}`);
      const call = await prepare(data, dtype);
      const workload: Workload = workloads[name];
      return {
        answers: () => workload.answers(call, data, dtype),
        time: (calls) => workload.time(call, data, dtype, calls),
      };
    },
  };
}
