// Workloads that train: a call is one step, from parameters to parameters, which stay where the runner keeps its arrays.
// The loss is read back at each step, as someone who watches a training does.

import type { Numbers } from '../seeded.ts';
import { type List, placed, type TypedNumbers, type Workload } from '../workload.ts';

export interface TrainingCall<State = unknown> {
  /** Parameters on the runner's side. */
  place(parameters: readonly TypedNumbers[]): State;
  /** One step; gives up the state before it. */
  step(state: State): { readonly loss: number; readonly next: State };
  read(state: State): readonly List[];
}

export interface TrainingWorkload<Size, Data> extends Workload<Size, Data, TrainingCall> {
  /** The parameters that training begins with. */
  start(data: Data): readonly Numbers[];
}

interface Specification<Size, Data>
  extends Pick<
    TrainingWorkload<Size, Data>,
    'name' | 'computes' | 'dtypes' | 'sizes' | 'quick' | 'full' | 'tolerance' | 'data' | 'start'
  > {
  /** One right step: the loss before it, and the parameters after it. */
  rightStep(data: Data, parameters: readonly Numbers[]): { readonly loss: number; readonly next: readonly Numbers[] };
}

const checkedSteps = 2;

export function trainingWorkload<Size, Data>(spec: Specification<Size, Data>): TrainingWorkload<Size, Data> {
  const { start, rightStep, ...rest } = spec;
  return {
    ...rest,
    start,
    expected: (data) => {
      const losses: number[] = [];
      let parameters = start(data);
      for (let i = 0; i < checkedSteps; i++) {
        const { loss, next } = rightStep(data, parameters);
        losses.push(loss);
        parameters = next;
      }
      return [losses, ...parameters];
    },
    answers: (call, data, dtype) => {
      const losses: number[] = [];
      let state = call.place(start(data).map((numbers) => placed(numbers, dtype)));
      for (let i = 0; i < checkedSteps; i++) {
        const { loss, next } = call.step(state);
        losses.push(loss);
        state = next;
      }
      return [losses, ...call.read(state).map((list) => Array.from(list))];
    },
    // From the start again each time: a training that has converged computes with other numbers than one that has not.
    time: (call, data, dtype, calls) => {
      let state = call.place(start(data).map((numbers) => placed(numbers, dtype)));
      let last = 0;
      const began = performance.now();
      for (let i = 0; i < calls; i++) {
        const { loss, next } = call.step(state);
        last = loss;
        state = next;
      }
      const took = performance.now() - began;
      if (Number.isNaN(last)) throw new Error('the loss is not a number');
      return took;
    },
  };
}
