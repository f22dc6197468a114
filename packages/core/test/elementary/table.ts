// The elementary functions with reference values, and the bounds that their docs state, in ulps.

import { acos } from '../../src/elementary/acos.ts';
import { acosh } from '../../src/elementary/acosh.ts';
import { asin } from '../../src/elementary/asin.ts';
import { asinh } from '../../src/elementary/asinh.ts';
import { atan } from '../../src/elementary/atan.ts';
import { atan2 } from '../../src/elementary/atan2.ts';
import { atanh } from '../../src/elementary/atanh.ts';
import { cbrt } from '../../src/elementary/cbrt.ts';
import { cos } from '../../src/elementary/cos.ts';
import { cosh } from '../../src/elementary/cosh.ts';
import { erf } from '../../src/elementary/erf.ts';
import { erfc } from '../../src/elementary/erfc.ts';
import { exp } from '../../src/elementary/exp.ts';
import { exp2 } from '../../src/elementary/exp2.ts';
import { expm1 } from '../../src/elementary/expm1.ts';
import { log } from '../../src/elementary/log.ts';
import { log1p } from '../../src/elementary/log1p.ts';
import { log2 } from '../../src/elementary/log2.ts';
import { log10 } from '../../src/elementary/log10.ts';
import { logAddExp } from '../../src/elementary/logAddExp.ts';
import { pow } from '../../src/elementary/pow.ts';
import { sigmoid } from '../../src/elementary/sigmoid.ts';
import { sin } from '../../src/elementary/sin.ts';
import { sinh } from '../../src/elementary/sinh.ts';
import { softplus } from '../../src/elementary/softplus.ts';
import { tan } from '../../src/elementary/tan.ts';
import { tanh } from '../../src/elementary/tanh.ts';

/** Name (also of reference/<name>.bin), function, number of arguments, stated bound. */
type Row = readonly [name: string, f: (...args: number[]) => number, arity: number, bound: number];

function unary(name: string, f: (x: number) => number, bound: number): Row {
  return [name, (x = Number.NaN) => f(x), 1, bound];
}

function binary(name: string, f: (x: number, y: number) => number, bound: number): Row {
  return [name, (x = Number.NaN, y = Number.NaN) => f(x, y), 2, bound];
}

export const table: readonly Row[] = [
  // Exponentials, logarithms, powers
  unary('exp', exp, 0.96),
  unary('log', log, 0.9),
  binary('pow', pow, 0.9),
  unary('exp2', exp2, 0.8),
  unary('expm1', expm1, 0.7),
  unary('log2', log2, 0.85),
  unary('log10', log10, 0.75),
  unary('log1p', log1p, 0.75),
  unary('cbrt', cbrt, 0.51),
  unary('sinh', sinh, 0.8),
  unary('cosh', cosh, 0.7),
  unary('tanh', tanh, 0.65),
  unary('asinh', asinh, 0.75),
  unary('acosh', acosh, 0.75),
  unary('atanh', atanh, 0.7),
  unary('sigmoid', sigmoid, 0.8),
  unary('softplus', softplus, 0.8),
  binary('logAddExp', logAddExp, 0.8),
  // Angles
  unary('sin', sin, 0.85),
  unary('cos', cos, 0.85),
  unary('tan', tan, 0.9),
  unary('asin', asin, 0.8),
  unary('acos', acos, 0.8),
  unary('atan', atan, 0.6),
  binary('atan2', atan2, 0.6),
  // Error functions
  unary('erf', erf, 0.85),
  unary('erfc', erfc, 0.85),
];
