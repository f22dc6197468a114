// What the appendix times: workloads of the benchmarks, each at a size of its own, in f64.

import type { Case } from 'bench/browser';
import type { Bilingual } from '../language/language.ts';

export interface TimedCase extends Case {
  readonly title: Bilingual;
  /** How much of it: `n = 1000`. */
  readonly amount: string;
}

export const cases: readonly TimedCase[] = [
  {
    workload: 'lsq',
    size: '1,000',
    dtype: 'f64',
    title: { ko: '직선의 loss와 gradient', en: 'The line’s loss and gradient' },
    amount: 'n = 1000',
  },
  {
    workload: 'lsq',
    size: '1,000,000',
    dtype: 'f64',
    title: { ko: '직선의 loss와 gradient', en: 'The line’s loss and gradient' },
    amount: 'n = 10⁶',
  },
  {
    workload: 'rosenbrock',
    size: '1,000,000',
    dtype: 'f64',
    title: { ko: '점마다의 gradient', en: 'One gradient for each point' },
    amount: 'n = 10⁶',
  },
  {
    workload: 'elementary',
    size: 'exp, 1,000,000',
    dtype: 'f64',
    title: { ko: 'exp', en: 'exp' },
    amount: 'n = 10⁶',
  },
  {
    workload: 'descents',
    size: '10,000 rates',
    dtype: 'f64',
    title: { ko: '한꺼번에 하는 경사 하강', en: 'Descents, all at once' },
    amount: '10⁴',
  },
  {
    workload: 'logistic',
    size: '100,000 × 50',
    dtype: 'f64',
    title: { ko: 'Logistic regression', en: 'Logistic regression' },
    amount: '10⁵ × 50',
  },
  {
    workload: 'mlp-small',
    size: '1,024 points',
    dtype: 'f64',
    title: { ko: '작은 network의 한 step', en: 'A step, small network' },
    amount: '2–16–16–1',
  },
  {
    workload: 'mlp-mnist',
    size: 'batch 128',
    dtype: 'f64',
    title: { ko: '큰 network의 한 step', en: 'A step, large network' },
    amount: '784–128–10',
  },
];
