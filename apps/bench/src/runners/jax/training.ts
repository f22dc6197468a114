// Training on jax-js: a jitted step.

import { jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import type { TrainingCall } from '../../kinds/training.ts';
import type { DType, TypedNumbers } from '../../workload.ts';
import type { Task } from '../../workloads/mlp.ts';
import { place } from './place.ts';

export function trainingCall(task: Task, dtype: DType): TrainingCall {
  const { layers, samples, kind, rate } = task;
  const classes = layers.at(-1) as number;
  const x = place(task.inputs, dtype, [samples, layers[0] as number]);
  const y =
    kind === 'regression'
      ? place(task.targets, dtype, [samples, 1])
      : place(oneHot(task.targets, classes), dtype, [samples, classes]);

  const loss = (network: np.Array[], x: np.Array, y: np.Array): np.Array => {
    let values = x;
    for (let layer = 0; layer + 1 < layers.length; layer++) {
      if (layer > 0) values = kind === 'regression' ? np.tanh(values) : nn.relu(values);
      values = np.dot(values, network[2 * layer] as np.Array).add(network[2 * layer + 1] as np.Array);
    }
    if (kind === 'regression') return np.mean(np.square(values.sub(y)));
    return np.sum(nn.logSoftmax(values, 1).mul(y)).mul(-1 / samples);
  };
  const descend = (network: np.Array[], x: np.Array, y: np.Array): { value: np.Array; next: np.Array[] } => {
    const [value, by] = valueAndGrad(loss)(
      network.map((numbers) => numbers.ref),
      x,
      y,
    ) as unknown as [np.Array, np.Array[]];
    return { value, next: network.map((numbers, i) => numbers.sub((by[i] as np.Array).mul(rate))) };
  };
  const run = jit(descend);
  const call: TrainingCall<np.Array[]> = {
    place: (parameters) =>
      parameters.map((numbers, i) =>
        place(numbers, dtype, i % 2 === 0 ? [layers[i / 2] as number, layers[i / 2 + 1] as number] : undefined),
      ),
    step: (network) => {
      const { value, next } = run(network, x.ref, y.ref);
      return { loss: value.js() as number, next };
    },
    read: (network) => network.map((numbers) => numbers.dataSync() as TypedNumbers),
  };
  return call as TrainingCall;
}

function oneHot(labels: ArrayLike<number>, classes: number): Float64Array<ArrayBuffer> {
  const rows = new Float64Array(labels.length * classes);
  for (let i = 0; i < labels.length; i++) rows[i * classes + (labels[i] as number)] = 1;
  return rows;
}
