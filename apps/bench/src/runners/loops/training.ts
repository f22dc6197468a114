// Back-propagation by hand, sample by sample, and a step of gradient descent in place.

import type { TrainingCall } from '../../kinds/training.ts';
import { type DType, placed, type TypedNumbers } from '../../workload.ts';
import type { Task } from '../../workloads/mlp.ts';

export function trainingCall({ layers, samples, inputs, targets, rate, kind }: Task, dtype: DType): TrainingCall {
  const data = placed(inputs, dtype);
  const width = layers[0] as number;
  const depth = layers.length - 1;
  const outputs = layers[depth] as number;
  const values = layers.map((size) => new Float64Array(size));
  const upstreams = layers.map((size) => new Float64Array(size));
  const sums = layers.slice(1).flatMap((to, i) => [new Float64Array((layers[i] as number) * to), new Float64Array(to)]);

  const forward = (network: readonly TypedNumbers[], sample: number): void => {
    const first = values[0] as Float64Array;
    for (let j = 0; j < width; j++) first[j] = data[sample * width + j] as number;
    for (let layer = 0; layer < depth; layer++) {
      const from = values[layer] as Float64Array;
      const to = values[layer + 1] as Float64Array;
      const weights = network[2 * layer] as TypedNumbers;
      to.set(network[2 * layer + 1] as TypedNumbers);
      for (let k = 0; k < from.length; k++) {
        const value = from[k] as number;
        const at = k * to.length;
        for (let j = 0; j < to.length; j++) to[j] = (to[j] as number) + value * (weights[at + j] as number);
      }
      if (layer === depth - 1) continue;
      if (kind === 'regression') for (let j = 0; j < to.length; j++) to[j] = Math.tanh(to[j] as number);
      else for (let j = 0; j < to.length; j++) to[j] = Math.max(0, to[j] as number);
    }
  };

  /** The loss of a sample; puts its derivatives by the outputs in place. */
  const compare = (sample: number): number => {
    const output = values[depth] as Float64Array;
    const upstream = upstreams[depth] as Float64Array;
    const target = targets[sample] as number;
    if (kind === 'regression') {
      const residual = (output[0] as number) - target;
      upstream[0] = 2 * residual;
      return residual * residual;
    }
    let largest = Number.NEGATIVE_INFINITY;
    for (let j = 0; j < outputs; j++) largest = Math.max(largest, output[j] as number);
    let sum = 0;
    for (let j = 0; j < outputs; j++) sum += Math.exp((output[j] as number) - largest);
    for (let j = 0; j < outputs; j++) {
      upstream[j] = Math.exp((output[j] as number) - largest) / sum - (j === target ? 1 : 0);
    }
    return largest + Math.log(sum) - (output[target] as number);
  };

  const backward = (network: readonly TypedNumbers[]): void => {
    for (let layer = depth - 1; layer >= 0; layer--) {
      const from = values[layer] as Float64Array;
      const downstream = upstreams[layer] as Float64Array;
      const upstream = upstreams[layer + 1] as Float64Array;
      const weights = network[2 * layer] as TypedNumbers;
      const byWeights = sums[2 * layer] as Float64Array;
      const byBias = sums[2 * layer + 1] as Float64Array;
      for (let j = 0; j < upstream.length; j++) byBias[j] = (byBias[j] as number) + (upstream[j] as number);
      for (let k = 0; k < from.length; k++) {
        const value = from[k] as number;
        const at = k * upstream.length;
        let sum = 0;
        for (let j = 0; j < upstream.length; j++) {
          const own = upstream[j] as number;
          byWeights[at + j] = (byWeights[at + j] as number) + value * own;
          sum += own * (weights[at + j] as number);
        }
        const slope = kind === 'regression' ? 1 - value * value : value > 0 ? 1 : 0;
        downstream[k] = sum * slope;
      }
    }
  };

  const call: TrainingCall<readonly TypedNumbers[]> = {
    place: (parameters) => parameters.map((numbers) => numbers.slice()),
    step: (network) => {
      for (const sum of sums) sum.fill(0);
      let loss = 0;
      for (let sample = 0; sample < samples; sample++) {
        forward(network, sample);
        loss += compare(sample);
        backward(network);
      }
      network.forEach((numbers, i) => {
        const by = sums[i] as Float64Array;
        for (let j = 0; j < numbers.length; j++) {
          numbers[j] = (numbers[j] as number) - (rate * (by[j] as number)) / samples;
        }
      });
      return { loss: loss / samples, next: network };
    },
    read: (network) => network,
  };
  return call as TrainingCall;
}
