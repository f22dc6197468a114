// exp, log, tanh, sin: an elementary function of each of many numbers.

import { type ResidentWorkload, residentWorkload } from '../kinds/resident.ts';
import { type Numbers, seeded } from '../seeded.ts';

export const functions = ['exp', 'log', 'tanh', 'sin'] as const;
export type FunctionName = (typeof functions)[number];

export interface Elements {
  readonly of: FunctionName;
  readonly x: Numbers;
}

interface Size {
  readonly of: FunctionName;
  readonly count: number;
}

const range: Readonly<Record<FunctionName, readonly [from: number, to: number]>> = {
  exp: [-10, 10],
  log: [2 ** -10, 100],
  tanh: [-5, 5],
  sin: [-100, 100],
};

const size = (count: number): [string, Size][] =>
  functions.map((of) => [`${of}, ${count.toLocaleString('en')}`, { of, count }]);

export const elementary: ResidentWorkload<Size, Elements> = residentWorkload({
  name: 'elementary',
  computes: 'an elementary function of each number, into an array that stays in place',
  dtypes: ['f64', 'f32'],
  sizes: Object.fromEntries([...size(1000), ...size(1_000_000)]),
  quick: size(1000).map(([label]) => label),
  full: size(1_000_000).map(([label]) => label),
  // Math's own functions are a few ulp off at most; f32 leaves room for approximations made for it.
  tolerance: { f64: 2e-15, f32: 1e-5 },
  data: ({ of, count }) => ({ of, x: seeded(7).uniform(count, ...range[of]) }),
  expected: ({ of, x }) => [x.map((value) => Math[of](value))],
});
