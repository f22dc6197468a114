// Functions of one number, one row each: what runs over them on every backend, and their derivatives, written down by hand
// in JavaScript's own arithmetic, which knows nothing of the engine's rules.

import { named as namedOf } from '../../explain/named.ts';
import { clip as clipOf, reciprocal as reciprocalOf, relu as reluOf } from '../../functions/activations.ts';
import { abs as absOf } from '../../primitives/abs.ts';
import { acos as acosOf } from '../../primitives/acos.ts';
import { acosh as acoshOf } from '../../primitives/acosh.ts';
import { asin as asinOf } from '../../primitives/asin.ts';
import { asinh as asinhOf } from '../../primitives/asinh.ts';
import { atan as atanOf } from '../../primitives/atan.ts';
import { atanh as atanhOf } from '../../primitives/atanh.ts';
import { cbrt as cbrtOf } from '../../primitives/cbrt.ts';
import { ceil as ceilOf } from '../../primitives/ceil.ts';
import { greater as greaterOf } from '../../primitives/compare.ts';
import { cos as cosOf } from '../../primitives/cos.ts';
import { cosh as coshOf } from '../../primitives/cosh.ts';
import { erf as erfOf } from '../../primitives/erf.ts';
import { erfc as erfcOf } from '../../primitives/erfc.ts';
import { exp as expOf } from '../../primitives/exp.ts';
import { exp2 as exp2Of } from '../../primitives/exp2.ts';
import { expm1 as expm1Of } from '../../primitives/expm1.ts';
import { floor as floorOf } from '../../primitives/floor.ts';
import { log as logOf } from '../../primitives/log.ts';
import { log1p as log1pOf } from '../../primitives/log1p.ts';
import { log2 as log2Of } from '../../primitives/log2.ts';
import { log10 as log10Of } from '../../primitives/log10.ts';
import { neg as negOf } from '../../primitives/neg.ts';
import { pow as powOf } from '../../primitives/pow.ts';
import { round as roundOf } from '../../primitives/round.ts';
import { sigmoid as sigmoidOf } from '../../primitives/sigmoid.ts';
import { sign as signOf } from '../../primitives/sign.ts';
import { sin as sinOf } from '../../primitives/sin.ts';
import { sinh as sinhOf } from '../../primitives/sinh.ts';
import { softplus as softplusOf } from '../../primitives/softplus.ts';
import { sqrt as sqrtOf } from '../../primitives/sqrt.ts';
import { square as squareOf } from '../../primitives/square.ts';
import { stopGradient as stopGradientOf } from '../../primitives/stop-gradient.ts';
import { tan as tanOf } from '../../primitives/tan.ts';
import { tanh as tanhOf } from '../../primitives/tanh.ts';
import { where as whereOf } from '../../primitives/where.ts';
import type { Operand } from '../../tensor/operand.ts';

type Real = (x: number) => number;

/** A function of one number. */
export interface UnaryRow {
  /** The export that the row is for. */
  readonly of: string;
  readonly f: (x: Operand) => Operand;
  /** Intervals that the points are taken from; the function is smooth inside of each. */
  readonly domain: readonly (readonly [number, number])[];
  /** First, second and third derivative. */
  readonly derivatives: readonly [Real, Real, Real];
  /** Relative to the larger of 1 and the derivative. Default: 1e-12. */
  readonly tolerance?: number;
}

const { abs, cos, cosh, exp, log, sign, sin, sinh, sqrt, tan, tanh } = Math;
const zero: Real = () => 0;
const all: UnaryRow['domain'] = [[-5, 5]];
const positive: UnaryRow['domain'] = [[0.05, 6]];
const inside: UnaryRow['domain'] = [[-0.9, 0.9]];
const steps: UnaryRow['domain'] = [
  [-1.45, -1.05],
  [0.05, 0.45],
  [0.55, 0.95],
];
const apart: UnaryRow['domain'] = [
  [-5, -0.1],
  [0.1, 5],
];

const sigmoid: Real = (x) => 1 / (1 + exp(-x));
const bell: Real = (x) => (2 / sqrt(Math.PI)) * exp(-x * x);

export const unary: readonly UnaryRow[] = [
  { of: 'abs', f: absOf, domain: apart, derivatives: [sign, zero, zero] },
  { of: 'neg', f: negOf, domain: all, derivatives: [() => -1, zero, zero] },
  { of: 'square', f: squareOf, domain: all, derivatives: [(x) => 2 * x, () => 2, zero] },
  {
    of: 'sqrt',
    f: sqrtOf,
    domain: positive,
    derivatives: [(x) => 0.5 / sqrt(x), (x) => -0.25 * x ** -1.5, (x) => 0.375 * x ** -2.5],
  },
  {
    of: 'cbrt',
    f: cbrtOf,
    domain: apart,
    derivatives: [
      (x) => abs(x) ** (-2 / 3) / 3,
      (x) => (-2 / 9) * sign(x) * abs(x) ** (-5 / 3),
      (x) => (10 / 27) * abs(x) ** (-8 / 3),
    ],
  },
  {
    of: 'reciprocal',
    f: reciprocalOf,
    domain: apart,
    derivatives: [(x) => -1 / x ** 2, (x) => 2 / x ** 3, (x) => -6 / x ** 4],
  },
  { of: 'exp', f: expOf, domain: all, derivatives: [exp, exp, exp] },
  {
    of: 'exp2',
    f: exp2Of,
    domain: all,
    derivatives: [(x) => Math.LN2 * 2 ** x, (x) => Math.LN2 ** 2 * 2 ** x, (x) => Math.LN2 ** 3 * 2 ** x],
  },
  { of: 'expm1', f: expm1Of, domain: all, derivatives: [exp, exp, exp] },
  { of: 'log', f: logOf, domain: positive, derivatives: [(x) => 1 / x, (x) => -1 / x ** 2, (x) => 2 / x ** 3] },
  {
    of: 'log2',
    f: log2Of,
    domain: positive,
    derivatives: [(x) => Math.LOG2E / x, (x) => -Math.LOG2E / x ** 2, (x) => (2 * Math.LOG2E) / x ** 3],
  },
  {
    of: 'log10',
    f: log10Of,
    domain: positive,
    derivatives: [(x) => Math.LOG10E / x, (x) => -Math.LOG10E / x ** 2, (x) => (2 * Math.LOG10E) / x ** 3],
  },
  {
    of: 'log1p',
    f: log1pOf,
    domain: [[-0.9, 5]],
    derivatives: [(x) => 1 / (1 + x), (x) => -1 / (1 + x) ** 2, (x) => 2 / (1 + x) ** 3],
  },
  { of: 'sin', f: sinOf, domain: all, derivatives: [cos, (x) => -sin(x), (x) => -cos(x)] },
  { of: 'cos', f: cosOf, domain: all, derivatives: [(x) => -sin(x), (x) => -cos(x), sin] },
  {
    of: 'tan',
    f: tanOf,
    domain: [[-1.4, 1.4]],
    derivatives: [
      (x) => 1 / cos(x) ** 2,
      (x) => (2 * tan(x)) / cos(x) ** 2,
      (x) => (2 + 4 * sin(x) ** 2) / cos(x) ** 4,
    ],
  },
  {
    of: 'asin',
    f: asinOf,
    domain: inside,
    derivatives: [
      (x) => (1 - x * x) ** -0.5,
      (x) => x * (1 - x * x) ** -1.5,
      (x) => (1 + 2 * x * x) * (1 - x * x) ** -2.5,
    ],
  },
  {
    of: 'acos',
    f: acosOf,
    domain: inside,
    derivatives: [
      (x) => -((1 - x * x) ** -0.5),
      (x) => -x * (1 - x * x) ** -1.5,
      (x) => -(1 + 2 * x * x) * (1 - x * x) ** -2.5,
    ],
  },
  {
    of: 'atan',
    f: atanOf,
    domain: all,
    derivatives: [
      (x) => 1 / (1 + x * x),
      (x) => (-2 * x) / (1 + x * x) ** 2,
      (x) => (6 * x * x - 2) / (1 + x * x) ** 3,
    ],
  },
  { of: 'sinh', f: sinhOf, domain: all, derivatives: [cosh, sinh, cosh] },
  { of: 'cosh', f: coshOf, domain: all, derivatives: [sinh, cosh, sinh] },
  {
    of: 'tanh',
    f: tanhOf,
    domain: all,
    derivatives: [
      (x) => 1 / cosh(x) ** 2,
      (x) => (-2 * tanh(x)) / cosh(x) ** 2,
      (x) => (4 * sinh(x) ** 2 - 2) / cosh(x) ** 4,
    ],
  },
  {
    of: 'asinh',
    f: asinhOf,
    domain: all,
    derivatives: [
      (x) => (1 + x * x) ** -0.5,
      (x) => -x * (1 + x * x) ** -1.5,
      (x) => (2 * x * x - 1) * (1 + x * x) ** -2.5,
    ],
  },
  {
    of: 'acosh',
    f: acoshOf,
    domain: [[1.2, 6]],
    derivatives: [
      (x) => (x * x - 1) ** -0.5,
      (x) => -x * (x * x - 1) ** -1.5,
      (x) => (2 * x * x + 1) * (x * x - 1) ** -2.5,
    ],
  },
  {
    of: 'atanh',
    f: atanhOf,
    domain: inside,
    derivatives: [(x) => 1 / (1 - x * x), (x) => (2 * x) / (1 - x * x) ** 2, (x) => (6 * x * x + 2) / (1 - x * x) ** 3],
  },
  {
    of: 'erf',
    f: erfOf,
    domain: [[-3, 3]],
    derivatives: [bell, (x) => -2 * x * bell(x), (x) => (4 * x * x - 2) * bell(x)],
  },
  {
    of: 'erfc',
    f: erfcOf,
    domain: [[-3, 3]],
    derivatives: [(x) => -bell(x), (x) => 2 * x * bell(x), (x) => (2 - 4 * x * x) * bell(x)],
  },
  {
    of: 'sigmoid',
    f: sigmoidOf,
    domain: all,
    derivatives: [
      (x) => sigmoid(x) * sigmoid(-x),
      (x) => sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)),
      (x) => sigmoid(x) * sigmoid(-x) * (1 - 6 * sigmoid(x) * sigmoid(-x)),
    ],
  },
  {
    of: 'softplus',
    f: softplusOf,
    domain: all,
    derivatives: [
      sigmoid,
      (x) => sigmoid(x) * sigmoid(-x),
      (x) => sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)),
    ],
  },
  { of: 'relu', f: reluOf, domain: apart, derivatives: [(x) => Number(x > 0), zero, zero] },
  ...Object.entries({ sign: signOf, floor: floorOf, ceil: ceilOf, round: roundOf }).map(
    ([of, f]): UnaryRow => ({ of, f, domain: steps, derivatives: [zero, zero, zero] }),
  ),
  { of: 'stopGradient', f: stopGradientOf, domain: all, derivatives: [zero, zero, zero] },
  { of: 'named', f: (x) => namedOf('x', sinOf(x)), domain: all, derivatives: [cos, (x) => -sin(x), (x) => -cos(x)] },
  {
    of: 'clip',
    f: (x) => clipOf(squareOf(x), 1, 9),
    domain: [
      [-4, -3.1],
      [-2.9, -1.1],
      [-0.9, 0.9],
      [1.1, 2.9],
    ],
    derivatives: [(x) => (abs(x) > 1 && abs(x) < 3 ? 2 * x : 0), (x) => (abs(x) > 1 && abs(x) < 3 ? 2 : 0), zero],
  },
  {
    of: 'where',
    f: (x) => whereOf(greaterOf(x, 0), logOf(x), expOf(x)),
    domain: apart,
    derivatives: [
      (x) => (x > 0 ? 1 / x : exp(x)),
      (x) => (x > 0 ? -1 / x ** 2 : exp(x)),
      (x) => (x > 0 ? 2 / x ** 3 : exp(x)),
    ],
  },
  {
    of: 'pow',
    f: (x) => powOf(x, x),
    domain: [[0.2, 3]],
    derivatives: [
      (x) => x ** x * (1 + log(x)),
      (x) => x ** x * ((1 + log(x)) ** 2 + 1 / x),
      (x) => x ** x * ((1 + log(x)) ** 3 + (3 * (1 + log(x))) / x - 1 / x ** 2),
    ],
  },
];
