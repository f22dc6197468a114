// What the gallery says of <line-plot>.

import type { PictureDoc } from './doc.ts';

export const linePlotDoc: PictureDoc = {
  tag: 'line-plot',
  about: {
    ko: '데이터와 직선. 점을 끌고, 손잡이로 직선을 들어 올리거나(b) 돌린다(a). Residual과 그 제곱을 함께 보일 수 있다.',
    en: 'Data and a line. Points are dragged; handles lift the line (b) or turn it (a). Can show the residuals and their squares.',
  },
  attributes: [
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '데이터. i번째 점은 (x[i], y[i])이다.', en: 'The data; point i is (x[i], y[i]).' },
    },
    {
      name: 'line',
      type: 'JSON: { a, b }',
      default: '{"a":2,"b":1}',
      about: { ko: '직선 y = ax + b.', en: 'The line y = ax + b.' },
    },
    {
      name: 'earlier',
      type: 'JSON: { a, b }',
      default: '—',
      about: { ko: '회색으로 함께 그릴 이전의 직선.', en: 'An earlier line, drawn in grey.' },
    },
    {
      name: 'predictions',
      type: 'JSON: number[]',
      default: '—',
      about: {
        ko: '각 점의 예측값. 없으면 engine으로 계산한다.',
        en: 'The prediction at each point; computed by the engine unless given.',
      },
    },
    {
      name: 'layers',
      type: 'JSON: { residuals?, squares?, handles?: boolean, labels?: string[] }',
      default: '{}',
      about: {
        ko: '무엇을 더 그릴지. labels는 각 residual 옆의 짧은 글이다.',
        en: 'What else is drawn; labels stand beside the residuals.',
      },
    },
    {
      name: 'extent',
      type: 'JSON: { x: [from, to], y: [from, to] }',
      default: '—',
      about: { ko: '보이는 범위. 없으면 점들을 둘러싼다.', en: 'What is shown; around the points unless given.' },
    },
    { name: 'width', type: 'number', default: '560', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '500', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [
    {
      name: 'pointmove',
      detail: '{ index, x, y }',
      about: {
        ko: '점을 끌었다. 새 points를 주면 그대로 그린다.',
        en: 'A point was dragged; give it new points to draw them.',
      },
    },
    { name: 'linemove', detail: '{ a, b }', about: { ko: '손잡이를 움직였다.', en: 'A handle was moved.' } },
  ],
  example: `<line-plot points='{"x":[-2,0,1],"y":[-1,1,2]}' line='{"a":2,"b":1}' layers='{"residuals":true,"squares":true,"handles":true}'></line-plot>`,
};
