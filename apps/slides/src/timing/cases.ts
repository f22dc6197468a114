// What the appendix times: workloads of the benchmarks, each at a size of its own, in f64.

import type { Case } from 'bench/browser';
import type { Bilingual } from '../language/language.ts';

export interface TimedCase extends Case {
  readonly title: Bilingual;
  /** How much of it: `n = 1000`. */
  readonly amount: string;
}

function timed(workload: Case['workload'], size: string, amount: string, title: Bilingual): TimedCase {
  return { workload, size, dtype: 'f64', amount, title };
}

const line: Bilingual = { ko: '직선의 loss와 gradient', en: 'Line: loss and gradient' };

export const cases: readonly TimedCase[] = [
  timed('lsq', '1,000', 'n = 1000', line),
  timed('lsq', '1,000,000', 'n = 10⁶', line),
  timed('rosenbrock', '1,000,000', 'n = 10⁶', { ko: '점마다의 gradient', en: 'One gradient for each point' }),
  timed('elementary', 'exp, 1,000,000', 'n = 10⁶', { ko: 'exp', en: 'exp' }),
  timed('descents', '10,000 rates', '10⁴', { ko: '한꺼번에 하는 경사 하강', en: 'Descents, all at once' }),
  timed('logistic', '100,000 × 50', '10⁵ × 50', { ko: 'Logistic regression', en: 'Logistic regression' }),
  timed('mlp-small', '1,024 points', '2–16–16–1', { ko: '작은 network의 한 step', en: 'A step, small network' }),
  timed('mlp-mnist', 'batch 128', '784–128–10', { ko: '큰 network의 한 step', en: 'A step, large network' }),
];
