// Reading the settings of an equation.

import { ChainruleError } from '../errors.ts';
import type { DType } from '../shape/dtype.ts';
import type { Param, Params } from './primitive.ts';
import type { Program } from './program.ts';

/** A params entry that is a list of numbers. */
export function numbers(params: Params, key: string): readonly number[] {
  const value = params[key];
  return Array.isArray(value) ? value : [];
}

/** A params entry that is one number. */
export function number(params: Params, key: string): number {
  const value = params[key];
  return typeof value === 'number' ? value : Number.NaN;
}

/** A params entry that is a dtype; f64 where there is none. */
export function dtypeParam(params: Params, key: string): DType {
  const value = params[key];
  return value === 'f32' || value === 'i32' || value === 'bool' ? value : 'f64';
}

export function isProgram(value: Param | undefined): value is Program {
  return typeof value === 'object' && !Array.isArray(value);
}

/** A params entry that is a program. */
export function programParam(params: Params, key: string): Program {
  const value = params[key];
  if (!isProgram(value)) throw new ChainruleError(`an equation lacks its program '${key}'`);
  return value;
}
