// Each workload's call on TensorFlow.js.

import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { ResidentCall } from '../../kinds/resident.ts';
import type { TrainingCall } from '../../kinds/training.ts';
import type { TypedNumbers } from '../../workload.ts';
import type { Task } from '../../workloads/mlp.ts';
import type { Prepares } from '../runner.ts';

type Tf = typeof import('@tensorflow/tfjs-core');

export function preparesFor(tf: Tf): Prepares {
  const placed = (numbers: TypedNumbers): Tensor1D => tf.tensor1d(Float32Array.from(numbers));

  const resident = (run: () => Tensor[]): ResidentCall => {
    const call: ResidentCall<Tensor[]> = {
      run: () => tf.tidy(run),
      read: (tensors) => tensors.map((tensor) => tensor.dataSync()),
      free: (tensors) => tf.dispose(tensors),
    };
    return call as ResidentCall;
  };

  const training = ({ layers, samples, kind, rate, ...task }: Task): TrainingCall => {
    const width = layers[0] as number;
    const x = tf.tensor2d(Float32Array.from(task.inputs), [samples, width]);
    const y =
      kind === 'regression'
        ? tf.tensor2d(Float32Array.from(task.targets), [samples, 1])
        : (tf.oneHot(tf.tensor1d(Int32Array.from(task.targets), 'int32'), layers.at(-1) as number) as Tensor2D);
    const loss = (...network: Tensor[]): Scalar => {
      let values: Tensor = x;
      for (let layer = 0; layer + 1 < layers.length; layer++) {
        if (layer > 0) values = kind === 'regression' ? tf.tanh(values) : tf.relu(values);
        values = tf.add(
          tf.matMul(values as Tensor2D, network[2 * layer] as Tensor2D),
          network[2 * layer + 1] as Tensor,
        );
      }
      if (kind === 'regression') return tf.mean(tf.square(tf.sub(values, y)));
      return tf.losses.softmaxCrossEntropy(y, values) as Scalar;
    };
    const gradients = tf.valueAndGrads(loss);
    const call: TrainingCall<Tensor[]> = {
      place: (parameters) =>
        parameters.map((numbers, i) =>
          i % 2 === 0
            ? tf.reshape(placed(numbers), [layers[i / 2] as number, layers[i / 2 + 1] as number])
            : placed(numbers),
        ),
      step: (network) => {
        let value = 0;
        const next = tf.tidy(() => {
          const { value: loss, grads } = gradients(network);
          value = loss.dataSync()[0] as number;
          return network.map((numbers, i) => tf.sub(numbers, tf.mul(rate, grads[i] as Tensor)));
        });
        tf.dispose(network);
        return { loss: value, next };
      },
      read: (network) => network.map((numbers) => numbers.dataSync()),
    };
    return call as TrainingCall;
  };

  return {
    lsq: (data) => {
      const [x, y] = [placed(data.x), placed(data.y)];
      const run = tf.valueAndGrads((a: Tensor, b: Tensor) => tf.sum(tf.square(tf.sub(y, tf.add(tf.mul(a, x), b)))));
      return (a, b) =>
        tf.tidy(() => {
          const { value, grads } = run([tf.scalar(a), tf.scalar(b)]);
          const [byA, byB] = grads as [Tensor, Tensor];
          const read = (tensor: Tensor): number => tensor.dataSync()[0] as number;
          return [read(value), read(byA), read(byB)] as const;
        });
    },
    rosenbrock: (data) => {
      const [x, y] = [placed(data.x), placed(data.y)];
      // It maps no function over points; the gradient of a sum of terms that share nothing is the same.
      const run = tf.grads((x: Tensor, y: Tensor) =>
        tf.sum(tf.add(tf.square(tf.sub(1, x)), tf.mul(100, tf.square(tf.sub(y, tf.square(x)))))),
      );
      return resident(() => run([x, y]));
    },
    logistic: ({ rows, columns, features, labels }) => {
      const x = tf.tensor2d(Float32Array.from(features), [rows, columns]);
      const y = placed(labels);
      const run = tf.grad((weights: Tensor) => {
        const logits = tf.dot(x, weights as Tensor1D);
        return tf.mean(tf.sub(tf.softplus(logits), tf.mul(y, logits)));
      });
      return ([weights]) => [tf.tidy(() => run(tf.tensor1d(weights as Float32Array)).dataSync())];
    },
    'mlp-small': training,
    'mlp-mnist': training,
    elementary: ({ of, x }) => {
      const numbers = placed(x);
      return resident(() => [tf[of](numbers)]);
    },
    descents: ({ x, y, start, steps, rates }) => {
      const rate = placed(rates);
      const loss = (a: Tensor, b: Tensor): Tensor =>
        x
          .map((at, i) => tf.square(tf.sub(y[i] as number, tf.add(tf.mul(a, at), b))))
          .reduce((sum, term) => tf.add(sum, term));
      const by = tf.grads((a: Tensor, b: Tensor) => tf.sum(loss(a, b)));
      return resident(() => {
        let a: Tensor = tf.fill([rates.length], start[0]);
        let b: Tensor = tf.fill([rates.length], start[1]);
        for (let step = 0; step < steps; step++) {
          const [byA, byB] = by([a, b]) as [Tensor, Tensor];
          a = tf.sub(a, tf.mul(rate, byA));
          b = tf.sub(b, tf.mul(rate, byB));
        }
        return [loss(a, b)];
      });
    },
  };
}
