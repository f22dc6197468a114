// Functions of single numbers, with their derivatives written down by hand in JavaScript's own arithmetic: nothing here
// knows of the engine's rules.

import type { Operand } from '../../src/index.ts';
import * as cr from '../../src/index.ts';

type Real = (x: number) => number;

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
  { of: 'abs', f: cr.abs, domain: apart, derivatives: [sign, zero, zero] },
  { of: 'neg', f: cr.neg, domain: all, derivatives: [() => -1, zero, zero] },
  { of: 'square', f: cr.square, domain: all, derivatives: [(x) => 2 * x, () => 2, zero] },
  {
    of: 'sqrt',
    f: cr.sqrt,
    domain: positive,
    derivatives: [(x) => 0.5 / sqrt(x), (x) => -0.25 * x ** -1.5, (x) => 0.375 * x ** -2.5],
  },
  {
    of: 'cbrt',
    f: cr.cbrt,
    domain: apart,
    derivatives: [
      (x) => abs(x) ** (-2 / 3) / 3,
      (x) => (-2 / 9) * sign(x) * abs(x) ** (-5 / 3),
      (x) => (10 / 27) * abs(x) ** (-8 / 3),
    ],
  },
  {
    of: 'reciprocal',
    f: cr.reciprocal,
    domain: apart,
    derivatives: [(x) => -1 / x ** 2, (x) => 2 / x ** 3, (x) => -6 / x ** 4],
  },
  { of: 'exp', f: cr.exp, domain: all, derivatives: [exp, exp, exp] },
  {
    of: 'exp2',
    f: cr.exp2,
    domain: all,
    derivatives: [(x) => Math.LN2 * 2 ** x, (x) => Math.LN2 ** 2 * 2 ** x, (x) => Math.LN2 ** 3 * 2 ** x],
  },
  { of: 'expm1', f: cr.expm1, domain: all, derivatives: [exp, exp, exp] },
  { of: 'log', f: cr.log, domain: positive, derivatives: [(x) => 1 / x, (x) => -1 / x ** 2, (x) => 2 / x ** 3] },
  {
    of: 'log2',
    f: cr.log2,
    domain: positive,
    derivatives: [(x) => Math.LOG2E / x, (x) => -Math.LOG2E / x ** 2, (x) => (2 * Math.LOG2E) / x ** 3],
  },
  {
    of: 'log10',
    f: cr.log10,
    domain: positive,
    derivatives: [(x) => Math.LOG10E / x, (x) => -Math.LOG10E / x ** 2, (x) => (2 * Math.LOG10E) / x ** 3],
  },
  {
    of: 'log1p',
    f: cr.log1p,
    domain: [[-0.9, 5]],
    derivatives: [(x) => 1 / (1 + x), (x) => -1 / (1 + x) ** 2, (x) => 2 / (1 + x) ** 3],
  },
  { of: 'sin', f: cr.sin, domain: all, derivatives: [cos, (x) => -sin(x), (x) => -cos(x)] },
  { of: 'cos', f: cr.cos, domain: all, derivatives: [(x) => -sin(x), (x) => -cos(x), sin] },
  {
    of: 'tan',
    f: cr.tan,
    domain: [[-1.4, 1.4]],
    derivatives: [
      (x) => 1 / cos(x) ** 2,
      (x) => (2 * tan(x)) / cos(x) ** 2,
      (x) => (2 + 4 * sin(x) ** 2) / cos(x) ** 4,
    ],
  },
  {
    of: 'asin',
    f: cr.asin,
    domain: inside,
    derivatives: [
      (x) => (1 - x * x) ** -0.5,
      (x) => x * (1 - x * x) ** -1.5,
      (x) => (1 + 2 * x * x) * (1 - x * x) ** -2.5,
    ],
  },
  {
    of: 'acos',
    f: cr.acos,
    domain: inside,
    derivatives: [
      (x) => -((1 - x * x) ** -0.5),
      (x) => -x * (1 - x * x) ** -1.5,
      (x) => -(1 + 2 * x * x) * (1 - x * x) ** -2.5,
    ],
  },
  {
    of: 'atan',
    f: cr.atan,
    domain: all,
    derivatives: [
      (x) => 1 / (1 + x * x),
      (x) => (-2 * x) / (1 + x * x) ** 2,
      (x) => (6 * x * x - 2) / (1 + x * x) ** 3,
    ],
  },
  { of: 'sinh', f: cr.sinh, domain: all, derivatives: [cosh, sinh, cosh] },
  { of: 'cosh', f: cr.cosh, domain: all, derivatives: [sinh, cosh, sinh] },
  {
    of: 'tanh',
    f: cr.tanh,
    domain: all,
    derivatives: [
      (x) => 1 / cosh(x) ** 2,
      (x) => (-2 * tanh(x)) / cosh(x) ** 2,
      (x) => (4 * sinh(x) ** 2 - 2) / cosh(x) ** 4,
    ],
  },
  {
    of: 'asinh',
    f: cr.asinh,
    domain: all,
    derivatives: [
      (x) => (1 + x * x) ** -0.5,
      (x) => -x * (1 + x * x) ** -1.5,
      (x) => (2 * x * x - 1) * (1 + x * x) ** -2.5,
    ],
  },
  {
    of: 'acosh',
    f: cr.acosh,
    domain: [[1.2, 6]],
    derivatives: [
      (x) => (x * x - 1) ** -0.5,
      (x) => -x * (x * x - 1) ** -1.5,
      (x) => (2 * x * x + 1) * (x * x - 1) ** -2.5,
    ],
  },
  {
    of: 'atanh',
    f: cr.atanh,
    domain: inside,
    derivatives: [(x) => 1 / (1 - x * x), (x) => (2 * x) / (1 - x * x) ** 2, (x) => (6 * x * x + 2) / (1 - x * x) ** 3],
  },
  {
    of: 'erf',
    f: cr.erf,
    domain: [[-3, 3]],
    derivatives: [bell, (x) => -2 * x * bell(x), (x) => (4 * x * x - 2) * bell(x)],
  },
  {
    of: 'erfc',
    f: cr.erfc,
    domain: [[-3, 3]],
    derivatives: [(x) => -bell(x), (x) => 2 * x * bell(x), (x) => (2 - 4 * x * x) * bell(x)],
  },
  {
    of: 'sigmoid',
    f: cr.sigmoid,
    domain: all,
    derivatives: [
      (x) => sigmoid(x) * sigmoid(-x),
      (x) => sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)),
      (x) => sigmoid(x) * sigmoid(-x) * (1 - 6 * sigmoid(x) * sigmoid(-x)),
    ],
  },
  {
    of: 'softplus',
    f: cr.softplus,
    domain: all,
    derivatives: [
      sigmoid,
      (x) => sigmoid(x) * sigmoid(-x),
      (x) => sigmoid(x) * sigmoid(-x) * (sigmoid(-x) - sigmoid(x)),
    ],
  },
  { of: 'relu', f: cr.relu, domain: apart, derivatives: [(x) => Number(x > 0), zero, zero] },
  ...Object.entries({ sign: cr.sign, floor: cr.floor, ceil: cr.ceil, round: cr.round }).map(
    ([of, f]): UnaryRow => ({ of, f, domain: steps, derivatives: [zero, zero, zero] }),
  ),
  { of: 'stopGradient', f: cr.stopGradient, domain: all, derivatives: [zero, zero, zero] },
  { of: 'named', f: (x) => cr.named('x', cr.sin(x)), domain: all, derivatives: [cos, (x) => -sin(x), (x) => -cos(x)] },
  {
    of: 'clip',
    f: (x) => cr.clip(cr.square(x), 1, 9),
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
    f: (x) => cr.where(cr.greater(x, 0), cr.log(x), cr.exp(x)),
    domain: apart,
    derivatives: [
      (x) => (x > 0 ? 1 / x : exp(x)),
      (x) => (x > 0 ? -1 / x ** 2 : exp(x)),
      (x) => (x > 0 ? 2 / x ** 3 : exp(x)),
    ],
  },
  {
    of: 'pow',
    f: (x) => cr.pow(x, x),
    domain: [[0.2, 3]],
    derivatives: [
      (x) => x ** x * (1 + log(x)),
      (x) => x ** x * ((1 + log(x)) ** 2 + 1 / x),
      (x) => x ** x * ((1 + log(x)) ** 3 + (3 * (1 + log(x))) / x - 1 / x ** 2),
    ],
  },
];

type Plane = (x: number, y: number) => number;

export interface BinaryRow {
  readonly of: string;
  readonly f: (x: Operand, y: Operand) => Operand;
  readonly domain: readonly [x: readonly [number, number], y: readonly [number, number]];
  /** ∂x, ∂y, ∂xx, ∂xy, ∂yy. */
  readonly derivatives: readonly [Plane, Plane, Plane, Plane, Plane];
}

const nothing: Plane = () => 0;
const one: Plane = () => 1;
const share: Plane = (x, y) => sigmoid(x - y);
const r2: Plane = (x, y) => x * x + y * y;

export const binary: readonly BinaryRow[] = [
  {
    of: 'add',
    f: cr.add,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [one, one, nothing, nothing, nothing],
  },
  {
    of: 'sub',
    f: cr.sub,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [one, () => -1, nothing, nothing, nothing],
  },
  {
    of: 'mul',
    f: cr.mul,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(_, y) => y, (x) => x, nothing, one, nothing],
  },
  {
    of: 'div',
    f: cr.div,
    domain: [
      [-3, 3],
      [0.2, 3],
    ],
    derivatives: [(_, y) => 1 / y, (x, y) => -x / y ** 2, nothing, (_, y) => -1 / y ** 2, (x, y) => (2 * x) / y ** 3],
  },
  {
    of: 'pow',
    f: cr.pow,
    domain: [
      [0.2, 3],
      [-2, 3],
    ],
    derivatives: [
      (x, y) => y * x ** (y - 1),
      (x, y) => x ** y * log(x),
      (x, y) => y * (y - 1) * x ** (y - 2),
      (x, y) => x ** (y - 1) * (1 + y * log(x)),
      (x, y) => x ** y * log(x) ** 2,
    ],
  },
  {
    of: 'atan2',
    f: cr.atan2,
    domain: [
      [-3, 3],
      [-3, -0.2],
    ],
    derivatives: [
      (y, x) => x / r2(x, y),
      (y, x) => -y / r2(x, y),
      (y, x) => (-2 * x * y) / r2(x, y) ** 2,
      (y, x) => (y * y - x * x) / r2(x, y) ** 2,
      (y, x) => (2 * x * y) / r2(x, y) ** 2,
    ],
  },
  {
    of: 'logAddExp',
    f: cr.logAddExp,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [
      share,
      (x, y) => share(y, x),
      (x, y) => share(x, y) * share(y, x),
      (x, y) => -share(x, y) * share(y, x),
      (x, y) => share(x, y) * share(y, x),
    ],
  },
  {
    of: 'maximum',
    f: cr.maximum,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(x, y) => Number(x > y), (x, y) => Number(y > x), nothing, nothing, nothing],
  },
  {
    of: 'minimum',
    f: cr.minimum,
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    derivatives: [(x, y) => Number(x < y), (x, y) => Number(y < x), nothing, nothing, nothing],
  },
  {
    of: 'rem',
    f: cr.rem,
    domain: [
      [-3, 3],
      [0.4, 2],
    ],
    derivatives: [one, (x, y) => -Math.trunc(x / y), nothing, nothing, nothing],
  },
];
