import { add } from '../primitives/add.ts';
import { div } from '../primitives/div.ts';
import { mul } from '../primitives/mul.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sub } from '../primitives/sub.ts';
import type { Operand } from '../tensor/operand.ts';
import { mustBeFrom0, mustBeOptimiserOptions, type Optimiser, optimiser, type RateOptions } from './optimiser.ts';

/** Options of {@link rmsProp}; learningRate is 0.001 unless given. */
export interface RmsPropOptions extends RateOptions {
  /** How much of the mean square stays at each step; from 0 to below 1. Default: 0.9. */
  readonly decay?: number;
  /** Added to the divisor, so that it is not 0. Default: 1e-8. */
  readonly epsilon?: number;
}

/**
 * Gradients divided by the root of their running mean square s ← decay · s + (1 − decay) · gradient²:
 * p ← p − learningRate · gradient / (√s + epsilon). Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6.5,
 * 2012. The state is { step, meanSquare }.
 * Throws an {@link ArgumentError} for a negative learning rate or epsilon, or a decay outside [0, 1).
 */
export function rmsProp(options: RmsPropOptions = {}): Optimiser<'meanSquare'> {
  mustBeOptimiserOptions('rmsProp', options, ['decay', 'epsilon']);
  const { learningRate = 1e-3, decay = 0.9, epsilon = 1e-8 } = options;
  mustBeFrom0('rmsProp', 'decay', decay, 1);
  mustBeFrom0('rmsProp', 'epsilon', epsilon, Number.POSITIVE_INFINITY);
  return optimiser('rmsProp', learningRate, ['meanSquare'], ({ renew, parameter, gradient, rate, memory }) => {
    const meanSquare = renew(memory.meanSquare, [gradient], (s = 0, g = 0) =>
      add(mul(decay, s), mul(1 - decay, square(g) as Operand)),
    );
    const next = renew(parameter, [gradient, meanSquare, rate], (p = 0, g = 0, s = 0, r = 0) =>
      sub(p, div(mul(r, g), add(sqrt(s) as Operand, epsilon))),
    );
    return { parameter: next, memory: { meanSquare } };
  });
}
