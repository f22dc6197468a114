// Training on one of the packages: a compiled step, from tensors to tensors.

import type { TrainingCall } from '../../kinds/training.ts';
import type { Api, Tensor } from '../../objectives/api.ts';
import { classesLoss, descend, type Layer, regressionLoss } from '../../objectives/mlp.ts';
import type { DType, TypedNumbers } from '../../workload.ts';
import type { Task } from '../../workloads/mlp.ts';

export function trainingCall(api: Api, task: Task, dtype: DType): TrainingCall {
  const { compile, tensor } = api;
  const { layers, samples, kind, rate } = task;
  const inputs = tensor(task.inputs, { shape: [samples, layers[0] as number], dtype });
  const loss =
    kind === 'regression'
      ? regressionLoss(api, inputs, tensor(task.targets, { dtype }))
      : classesLoss(api, inputs, tensor(task.targets, { dtype: 'i32' }));
  const step = compile(descend(api, loss, rate));
  const call: TrainingCall<Layer[]> = {
    place: (parameters) =>
      layers.slice(1).map((to, i) => ({
        weights: tensor(parameters[2 * i] as TypedNumbers, { shape: [layers[i] as number, to], dtype }),
        bias: tensor(parameters[2 * i + 1] as TypedNumbers, { dtype }),
      })),
    step: (network) => {
      const { value, next } = step(network);
      return { loss: value, next };
    },
    read: (network) =>
      network.flatMap(({ weights, bias }) => [(weights as Tensor).toTypedArray(), (bias as Tensor).toTypedArray()]),
  };
  return call as TrainingCall;
}
