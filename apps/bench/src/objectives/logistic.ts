// A logistic regression's loss: the mean of softplus(Xw) − y Xw.

import type { Api, Operand } from './api.ts';

export const logistic =
  ({ matmul, mean, mul, softplus, sub }: Api, features: Operand, labels: Operand) =>
  (weights: Operand): Operand => {
    const logits = matmul(features, weights);
    return mean(sub(softplus(logits), mul(labels, logits)));
  };
