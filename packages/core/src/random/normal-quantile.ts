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

// The coefficients are those of PPND16, rounded to doubles.

/** |p − ½| ≤ 0.425, in 0.180625 − (p − ½)². */
const centre: Rational = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852546, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};

/** √(−log p) ≤ 5, in √(−log p) − 1.6. */
const shoulder: Rational = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

/** √(−log p) > 5, in √(−log p) − 5. */
const tail: Rational = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
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
