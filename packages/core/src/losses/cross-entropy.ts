// How far what is predicted is from what is so, for classes: in nats, from logits, without overflow.

import { DTypeError, ShapeError } from '../errors.ts';
import { mean } from '../functions/mean.ts';
import { logSoftmax } from '../functions/softmax.ts';
import { onArrays } from '../primitives/apply.ts';
import { equal } from '../primitives/compare.ts';
import { logicalAnd } from '../primitives/logic.ts';
import { mul } from '../primitives/mul.ts';
import { softplus } from '../primitives/softplus.ts';
import { sub } from '../primitives/sub.ts';
import { sum } from '../primitives/sum.ts';
import { takeAlongAxis } from '../primitives/take.ts';
import { expandDims } from '../primitives/views.ts';
import { where } from '../primitives/where.ts';
import { trailingAxis } from '../shape/axes.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { type Shape, sameShape, showShape, showType } from '../shape/shape.ts';
import type { Operand, Result, Tensor } from '../tensor/operand.ts';
import type { Traced } from '../trace/traced.ts';

/** Options of {@link crossEntropy}. */
export interface CrossEntropyOptions {
  /** The axis of the logits that the classes lie along. Default: the last. */
  readonly axis?: number;
}

function misfit(logits: Traced, labels: Traced, rest: Shape): ShapeError {
  return new ShapeError(
    `crossEntropy: labels of ${showType(labels.type)} do not fit logits of ${showType(logits.type)}; expected class ` +
      `indices of shape ${showShape(rest)}, or probabilities of shape ${showShape(logits.shape)}`,
  );
}

/**
 * The mean over the batch of −Σ label · log softmax(logits), in nats. Labels are either class indices, with the axes of the
 * logits but `axis`, or probabilities of the logits’ shape; the shape decides. Indices are i32 or cut off to it; a negative
 * one counts from the end, one outside gives NaN. A class of probability 0 adds 0, even where its logit is −∞. The mean
 * over an empty batch is NaN. Gradients flow to the logits, and to probabilities.
 * Throws a {@link ShapeError} where the shapes do not fit, a {@link DTypeError} for indices of bool.
 */
export function crossEntropy(logits: Operand, labels: Operand, options: CrossEntropyOptions = {}): Tensor {
  mustBeOptions('crossEntropy', options, ['axis']);
  const { axis = -1 } = options;
  return onArrays('crossEntropy', [logits, labels], ([scores, given]) => {
    const along = trailingAxis('crossEntropy', scores.shape, axis);
    const rest = scores.shape.filter((_, k) => k !== scores.shape.length + along);
    // Below, 0 − x rather than −x: a loss of nothing is 0, not −0.
    const logProbability: Operand = logSoftmax(scores, { axis: along });
    if (sameShape(given.shape, rest)) {
      if (given.dtype === 'bool') {
        throw new DTypeError(
          `crossEntropy: expected class indices, got ${showType(given.type)}; for two classes write binaryCrossEntropy(logits, labels)`,
        );
      }
      const place = expandDims(given, scores.shape.length + along);
      return sub(0, mean(takeAlongAxis(logProbability, place, along)));
    }
    if (!sameShape(given.shape, scores.shape)) throw misfit(scores, given, rest);
    // 0 · −∞ is NaN.
    const nothing = logicalAnd(equal(given, 0), equal(logProbability, Number.NEGATIVE_INFINITY)) as Operand;
    const terms = mul(given, where(nothing, 0, logProbability) as Operand);
    return sub(0, mean(sum(terms as Operand, { axis: along })));
  });
}

/**
 * The mean of −label · log σ(logit) − (1 − label) · log(1 − σ(logit)) over all elements, in nats, computed as softplus(logit)
 * − label · logit, which neither overflows nor loses digits. Labels are truth values, or probabilities from 0 to 1, of the
 * logits’ shape; NaN for none.
 * Throws a {@link ShapeError} where the shapes differ.
 */
export function binaryCrossEntropy<A extends Operand, B extends Operand>(logits: A, labels: B): Result<A, B> {
  return onArrays('binaryCrossEntropy', [logits, labels], ([scores, given]) => {
    if (!sameShape(scores.shape, given.shape)) {
      throw new ShapeError(
        `binaryCrossEntropy: expected logits and labels of one shape, got ${showType(scores.type)} and ${showType(given.type)}`,
      );
    }
    return mean(sub(softplus(scores as Operand) as Operand, mul(given, scores)) as Operand);
  });
}
