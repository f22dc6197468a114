// Gradient descent, with or without momentum.

import { add } from '../primitives/add.ts';
import { mul } from '../primitives/mul.ts';
import { sub } from '../primitives/sub.ts';
import { mustBeFrom0, mustBeOptimiserOptions, type Optimiser, optimiser, type RateOptions } from './optimiser.ts';

/** Options of {@link sgd}. */
export interface SgdOptions extends RateOptions {
  readonly learningRate: NonNullable<RateOptions['learningRate']>;
  /** How much of the last step's velocity stays; from 0 to below 1. Default: 0. */
  readonly momentum?: number;
  /** Look ahead along the velocity. Default: false. */
  readonly nesterov?: boolean;
}

/**
 * Gradient descent: p ← p + v with the velocity v ← momentum · v − learningRate · gradient. With `nesterov` the gradient is
 * that at the point p + momentum · v of the paper; the parameters here are these points, so p ← p + momentum · v −
 * learningRate · gradient. Sutskever, Martens, Dahl & Hinton, "On the importance of initialization and momentum in deep
 * learning", ICML 2013, eqs. 1–4. The state is { step, velocity }; without momentum { step }.
 * Throws an {@link ArgumentError} for a negative learning rate or a momentum outside [0, 1).
 */
export function sgd(options: SgdOptions): Optimiser<'velocity'> {
  mustBeOptimiserOptions('sgd', options, ['momentum', 'nesterov']);
  const { learningRate, momentum = 0, nesterov = false } = options;
  mustBeFrom0('sgd', 'momentum', momentum, 1);
  if (momentum === 0) {
    const plain = optimiser('sgd', learningRate, [], ({ renew, parameter, gradient, rate }) => ({
      parameter: renew(parameter, [gradient, rate], (p = 0, g = 0, r = 0) => sub(p, mul(r, g))),
      memory: {},
    }));
    return plain as unknown as Optimiser<'velocity'>;
  }
  return optimiser('sgd', learningRate, ['velocity'], ({ renew, parameter, gradient, rate, memory }) => {
    const velocity = renew(memory.velocity, [gradient, rate], (v = 0, g = 0, r = 0) =>
      sub(mul(momentum, v), mul(r, g)),
    );
    const next = nesterov
      ? renew(parameter, [velocity, gradient, rate], (p = 0, v = 0, g = 0, r = 0) =>
          add(p, sub(mul(momentum, v), mul(r, g))),
        )
      : renew(parameter, [velocity], (p = 0, v = 0) => add(p, v));
    return { parameter: next, memory: { velocity } };
  });
}
