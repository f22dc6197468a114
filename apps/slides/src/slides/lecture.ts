// The parts of the lecture, in order. The number and name of its part head every slide.

import type { Bilingual } from '../language/language.ts';

export const parts = {
  opening: { ko: 'Backpropagation을 위한 수학적 배경 지식', en: 'The mathematics behind backpropagation' },
  partial: { ko: '1. 다변수 함수의 편미분', en: '1. Partial derivatives' },
  descent: { ko: '2. Gradient descent (경사하강법)', en: '2. Gradient descent' },
  chain: { ko: '3. Chain rule (연쇄 법칙)', en: '3. The chain rule' },
  multivariable: { ko: '4. 다변수 함수의 chain rule', en: '4. The chain rule in several variables' },
  graph: {
    ko: '5. 편미분과 chain rule: backpropagation',
    en: '5. Partial derivatives and the chain rule: backpropagation',
  },
  summary: { ko: '6. 요약', en: '6. Summary' },
  appendix: { ko: '부록', en: 'Appendix' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export type Part = keyof typeof parts;
