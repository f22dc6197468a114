// What of random numbers is public.

export { bits, type FloatDType, type UniformOptions, uniform } from './bits.ts';
export { bernoulli, type IntegersOptions, integers, permutation } from './discrete.ts';
export { foldIn, key, split } from './key.ts';
export { type NormalOptions, normal } from './normal.ts';
