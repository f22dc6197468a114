// lse, llsq and det: gradients by one array.

import { det as determinant } from '../../objectives/det.ts';
import { llsq as leastSquares } from '../../objectives/llsq.ts';
import { lse as logSum } from '../../objectives/lse.ts';
import type { DetInput, LlsqInput, LseInput } from '../inputs.ts';
import type { Module } from '../module.ts';
import { ofArray } from './of-array.ts';

const names = { value: 'primal', derivative: 'gradient' } as const;

export const lse: Module = ofArray(names, (api, { x }: LseInput) => ({ f: logSum(api), x: api.tensor(x) }));

export const llsq: Module = ofArray(names, (api, { x, n }: LlsqInput) => ({
  f: leastSquares(api, n, x.length),
  x: api.tensor(x),
}));

export const det: Module = ofArray(names, (api, { A, ell }: DetInput) => ({
  f: determinant(api, ell),
  x: api.tensor(A),
}));
