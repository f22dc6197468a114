// Adam, and Adam with decoupled weight decay.

import { add } from '../primitives/add.ts';
import { div } from '../primitives/div.ts';
import { mul } from '../primitives/mul.ts';
import { pow } from '../primitives/pow.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { square } from '../primitives/square.ts';
import { sub } from '../primitives/sub.ts';
import type { Operand } from '../tensor/operand.ts';
import { mustBeFrom0, mustBeOptimiserOptions, type Optimiser, optimiser, type RateOptions } from './optimiser.ts';

/** Options of {@link adam}; learningRate is 0.001 unless given. */
export interface AdamOptions extends RateOptions {
  /** How much of the mean gradient stays at each step; from 0 to below 1. Default: 0.9. */
  readonly beta1?: number;
  /** How much of the mean square stays at each step; from 0 to below 1. Default: 0.999. */
  readonly beta2?: number;
  /** Added to the divisor, so that it is not 0. Default: 1e-8. */
  readonly epsilon?: number;
}

/** Options of {@link adamW}; learningRate is 0.001 unless given. */
export interface AdamWOptions extends AdamOptions {
  /** How much of the parameters is taken off at each step, times the learning rate; not negative. Default: 0.01. */
  readonly weightDecay?: number;
}

const names = ['beta1', 'beta2', 'epsilon'];

function adaptive(operation: string, options: AdamWOptions): Optimiser<'mean' | 'meanSquare'> {
  const { learningRate = 1e-3, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 } = options;
  mustBeFrom0(operation, 'beta1', beta1, 1);
  mustBeFrom0(operation, 'beta2', beta2, 1);
  mustBeFrom0(operation, 'epsilon', epsilon, Number.POSITIVE_INFINITY);
  mustBeFrom0(operation, 'weightDecay', weightDecay, Number.POSITIVE_INFINITY);
  return optimiser(operation, learningRate, ['mean', 'meanSquare'], (step) => {
    const { renew, parameter, gradient, rate, count, memory } = step;
    const mean = renew(memory.mean, [gradient], (m = 0, g = 0) => add(mul(beta1, m), mul(1 - beta1, g)));
    const meanSquare = renew(memory.meanSquare, [gradient], (v = 0, g = 0) =>
      add(mul(beta2, v), mul(1 - beta2, square(g) as Operand)),
    );
    // Both begin at 0; these are the shares of the gradients in them.
    const shares = [sub(1, pow(beta1, count) as Operand), sub(1, pow(beta2, count) as Operand)];
    const next = renew(parameter, [mean, meanSquare, rate, ...shares], (p = 0, m = 0, v = 0, r = 0, c1 = 1, c2 = 1) => {
      const direction: Operand = div(div(m, c1), add(sqrt(div(v, c2) as Operand), epsilon));
      return sub(p, mul(r, weightDecay === 0 ? direction : add(direction, mul(weightDecay, p))));
    });
    return { parameter: next, memory: { mean, meanSquare } };
  });
}

/**
 * Adam: p ← p − learningRate · m̂ / (√v̂ + epsilon), with the running means m of the gradient and v of its square, corrected
 * for their start at 0. Kingma & Ba, "Adam: a method for stochastic optimization", ICLR 2015, algorithm 1, whose defaults
 * these are. The state is { step, mean, meanSquare }.
 * Throws an {@link ArgumentError} for a negative learning rate or epsilon, or a beta outside [0, 1).
 */
export function adam(options: AdamOptions = {}): Optimiser<'mean' | 'meanSquare'> {
  mustBeOptimiserOptions('adam', options, names);
  return adaptive('adam', { ...options, weightDecay: 0 });
}

/**
 * Adam with decoupled weight decay: p ← p − learningRate · (m̂ / (√v̂ + epsilon) + weightDecay · p). Loshchilov & Hutter,
 * "Decoupled weight decay regularization", ICLR 2019, algorithm 2, with the learning rate as both α and η. The state is
 * { step, mean, meanSquare }.
 * Throws an {@link ArgumentError} for a negative learning rate, epsilon or weight decay, or a beta outside [0, 1).
 */
export function adamW(options: AdamWOptions = {}): Optimiser<'mean' | 'meanSquare'> {
  mustBeOptimiserOptions('adamW', options, [...names, 'weightDecay']);
  const { weightDecay = 0.01 } = options;
  return adaptive('adamW', { ...options, weightDecay });
}
