// The lecture's regression, written once with the engine's functions. It never names a backend: whoever hands over
// an engine gets every number of the section computed by that engine.

import type { Engine, Operand } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { flat, single, vector } from './read.ts';

/** One row of numbers per data point. */
export interface Rows {
  readonly prediction: readonly number[];
  readonly residual: readonly number[];
  readonly square: readonly number[];
  /** What each point adds to ∂L/∂a and ∂L/∂b. */
  readonly terms: { readonly a: readonly number[]; readonly b: readonly number[] };
}

export interface Slope {
  readonly loss: number;
  readonly gradient: Line;
}

/** Loss and gradient at many lines: one entry per line. */
export interface Field {
  readonly loss: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
}

export interface Regression {
  rows(line: Line, points: Points): Rows;
  slope(line: Line, points: Points): Slope;
  /** One step of gradient descent: each of a and b minus rate times its derivative. */
  step(line: Line, gradient: Line, rate: number): Line;
  /** One batched call for all lines (a[i], b[i]). */
  field(a: Float64Array<ArrayBuffer>, b: Float64Array<ArrayBuffer>, points: Points): Field;
}

/** A line whose numbers may be traced. */
export interface LineOperand {
  readonly a: Operand;
  readonly b: Operand;
}

/** One data point, or, where vectors stand for numbers, all of them. */
export interface Data {
  readonly x: Operand;
  readonly y: Operand;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a line costs, in the engine's functions: the model and the loss as the slides write them. */
export interface Losses {
  readonly predict: (line: LineOperand, x: Operand) => Operand;
  readonly residual: (line: LineOperand, data: Data) => Operand;
  /** The square of one point's residual. */
  readonly pointLoss: (line: LineOperand, point: Data) => Operand;
  readonly loss: (line: LineOperand, points: Data) => Operand;
}

export function lossesOn({ add, sub, mul, square, sum }: Engine): Losses {
  const predict: Losses['predict'] = ({ a, b }, x) => add(mul(a, x), b);
  const residual: Losses['residual'] = (line, { x, y }) => sub(y, predict(line, x));
  return {
    predict,
    residual,
    pointLoss: (line, point) => square(residual(line, point)),
    loss: (line, points) => sum(square(residual(line, points))),
  };
}

/** The lecture's regression on an engine. */
export const regressionOn: (engine: Engine) => Regression = perEngine(regression);

function regression(engine: Engine): Regression {
  const { sub, mul, square, grad, valueAndGrad, vmap, compile } = engine;
  const { predict, residual, ...losses } = lossesOn(engine);
  const pointLoss = (line: Line, point: Point): Operand => losses.pointLoss(line, point);
  const loss = (line: Line, points: Points): Operand => losses.loss(line, points);
  const update = (value: number, derivative: number, rate: number): Operand => sub(value, mul(rate, derivative));

  const predictions = compile((line: Line, points: Points) => predict(line, points.x));
  const residuals = compile((line: Line, points: Points) => residual(line, points));
  const squares = compile((line: Line, points: Points) => square(residual(line, points)));
  const terms = compile(vmap(grad(pointLoss), { inAxes: [null, 0] }));
  const slope = compile(valueAndGrad(loss));
  const field = compile(vmap(valueAndGrad(loss), { inAxes: [{ a: 0, b: 0 }, null] }));
  const step = compile(update);

  return {
    rows(line, points) {
      const perPoint = terms(line, points);
      return {
        prediction: flat(predictions(line, points)),
        residual: flat(residuals(line, points)),
        square: flat(squares(line, points)),
        terms: { a: flat(perPoint.a), b: flat(perPoint.b) },
      };
    },
    slope(line, points) {
      const [value, gradient] = slope(line, points);
      return { loss: single(value), gradient: { a: single(gradient.a), b: single(gradient.b) } };
    },
    step: (line, gradient, rate) => ({
      a: single(step(line.a, gradient.a, rate)),
      b: single(step(line.b, gradient.b, rate)),
    }),
    field(a, b, points) {
      const [value, gradient] = field({ a, b }, points);
      return { loss: vector(value), a: vector(gradient.a), b: vector(gradient.b) };
    },
  };
}
