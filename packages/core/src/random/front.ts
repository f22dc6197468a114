// What of random numbers is public.

export { bits, type FloatDType, uniform, type UniformOptions } from './bits.ts';
export { bernoulli, integers, type IntegersOptions, permutation } from './discrete.ts';
export { foldIn, key, split } from './key.ts';
export { normal, type NormalOptions } from './normal.ts';
