// Networks with hidden layers, and a step of gradient descent on them.

import type { Api, Operand } from './api.ts';

export type Layer = { weights: Operand; bias: Operand };

/** The outputs of all samples, with `activation` between the layers. */
const outputs =
  ({ add, matmul }: Api, activation: (x: Operand) => Operand) =>
  (network: Layer[], inputs: Operand): Operand =>
    network.reduce(
      (values, { weights, bias }, i) => add(matmul(i === 0 ? values : activation(values), weights), bias),
      inputs,
    );

export const regressionLoss = (api: Api, inputs: Operand, targets: Operand) => {
  const predict = outputs(api, api.tanh);
  return (network: Layer[]): Operand => api.mse(api.squeeze(predict(network, inputs), 1), targets);
};

export const classesLoss = (api: Api, inputs: Operand, labels: Operand) => {
  const predict = outputs(api, api.relu);
  return (network: Layer[]): Operand => api.crossEntropy(predict(network, inputs), labels);
};

/** A whole step of training: the loss, and the network after it. */
export const descend = (api: Api, loss: (network: Layer[]) => Operand, rate: number) => {
  const { mul, sub, valueAndGrad } = api;
  return (network: Layer[]) => {
    const [value, gradient] = valueAndGrad(loss)(network);
    const next = network.map(({ weights, bias }, i) => {
      const by = gradient[i] as Layer;
      return { weights: sub(weights, mul(rate, by.weights)), bias: sub(bias, mul(rate, by.bias)) };
    });
    return { value, next };
  };
};
