// What the gallery says of <loss-valleys>.

import type { PictureDoc } from './doc.ts';

export const valleysDoc: PictureDoc = {
  tag: 'loss-valleys',
  about: {
    ko: '데이터의 점마다 (a, b) 평면에 골짜기 하나가 있고, 모두 더하면 loss가 된다.',
    en: 'Each data point owns a valley in the (a, b) plane; together they add up to the loss.',
  },
  attributes: [
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: {
        ko: '데이터. 넷 이상이면 셋째부터 한 층으로 묶는다.',
        en: 'The data; of four or more, the third and later ones are one layer.',
      },
    },
    {
      name: 'line',
      type: 'JSON: { a, b }',
      default: '{"a":2,"b":1}',
      about: { ko: '현재의 직선.', en: 'The current line.' },
    },
    {
      name: 'window',
      type: 'JSON: { a: [from, to], b: [from, to] }',
      default: '—',
      about: { ko: '보이는 범위. 없으면 최솟값을 둘러싼다.', en: 'What is shown; around the minimum unless given.' },
    },
    {
      name: 'summed',
      type: 'number',
      default: '3',
      about: { ko: '합에 든 층의 수.', en: 'How many layers are in the sum.' },
    },
    {
      name: 'gradients',
      type: 'boolean',
      default: 'false',
      about: {
        ko: '각 층의 gradient를 데이터에 맞는 축척으로 그린다.',
        en: 'Draws the gradient of each layer, to a scale that suits the data.',
      },
    },
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비. 좁으면 그림이 둘씩 두 줄로, 더 좁으면 차례로 아래에 선다.',
        en: 'Width; where it is narrow the panels stand two by two, and where narrower still one below the other.',
      },
    },
  ],
  events: [{ name: 'linemove', detail: '{ a, b }', about: { ko: '점을 끌었다.', en: 'The point was dragged.' } }],
  example: `<loss-valleys points='{"x":[-2,0,1],"y":[-1,1,2]}' line='{"a":2,"b":1}' summed="3" gradients></loss-valleys>`,
};
