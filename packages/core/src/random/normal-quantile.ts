// The quantile function of the standard normal distribution, for the lower half. Wichura, "Algorithm AS 241: the percentage
// points of the normal distribution", Applied Statistics 37, 1988: rational functions. With the
// rounding of each operation the relative error is below 3 · 2⁻⁵², as measured against 120 bits.

import { add } from '../primitives/add.ts';
import { lessEqual } from '../primitives/compare.ts';
import { div } from '../primitives/div.ts';
import { log } from '../primitives/log.ts';
import { mul } from '../primitives/mul.ts';
import { neg } from '../primitives/neg.ts';
import { sqrt } from '../primitives/sqrt.ts';
import { sub } from '../primitives/sub.ts';
import { where } from '../primitives/where.ts';
import type { Operand } from '../tensor/operand.ts';

interface Rational {
  /** Coefficients from the highest power down. */
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** |p − ½| ≤ 0.425, in 0.180625 − (p − ½)². */
const centre: Rational = {
  numerator: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457, 13731.693765509461125,
    1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  denominator: [
    5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867, 5394.1960214247511077,
    687.1870074920579083, 42.313330701600911252, 1,
  ],
};

/** √(−log p) ≤ 5, in √(−log p) − 1.6. */
const shoulder: Rational = {
  numerator: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  denominator: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};

/** √(−log p) > 5, in √(−log p) − 5. */
const tail: Rational = {
  numerator: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  denominator: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
};

function polynomial(coefficients: readonly number[], x: Operand): Operand {
  const [first = 0, ...rest] = coefficients;
  return rest.reduce<Operand>((value, coefficient) => add(mul(value, x), coefficient), first);
}

function rational({ numerator, denominator }: Rational, x: Operand): Operand {
  return div(polynomial(numerator, x), polynomial(denominator, x));
}

/** The number that a standard normal variable is below with probability p, element by element; f64, for p in (0, ½]: never above 0. */
export function lowerNormalQuantile(p: Operand): Operand {
  const distance = sub(p, 0.5);
  const near = mul(distance, rational(centre, sub(0.180625, mul(distance, distance))));
  const depth = sqrt(neg(log(p)));
  const far = where(lessEqual(depth, 5), rational(shoulder, sub(depth, 1.6)), rational(tail, sub(depth, 5)));
  return where(lessEqual(-0.425, distance), near, neg(far as Operand));
}
