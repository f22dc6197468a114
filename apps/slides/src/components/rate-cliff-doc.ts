// What the gallery says of <rate-cliff>.

import type { PictureDoc } from './doc.ts';

export const rateCliffDoc: PictureDoc = {
  tag: 'rate-cliff',
  about: {
    ko: 'Learning rate마다 도착까지 몇 step이 걸리는지. 2/λmax에서 벼랑이 된다.',
    en: 'How many steps each learning rate takes to arrive: a cliff at 2/λmax.',
  },
  attributes: [
    {
      name: 'points',
      type: 'JSON: { x: number[], y: number[] }',
      default: '{"x":[-2,0,1],"y":[-1,1,2]}',
      about: { ko: '데이터.', en: 'The data.' },
    },
    {
      name: 'start',
      type: 'JSON: { a, b }',
      default: '—',
      about: { ko: '모든 descent의 시작.', en: 'Where all descents start.' },
    },
    {
      name: 'rate',
      type: 'number',
      default: '0.1',
      about: { ko: '표시할 learning rate.', en: 'The learning rate that is marked.' },
    },
    { name: 'count', type: 'number', default: '4000', about: { ko: 'Descent의 수.', en: 'How many descents.' } },
    {
      name: 'edge',
      type: 'boolean',
      default: 'false',
      about: { ko: '2/λmax의 선을 그린다.', en: 'Draws the line at 2/λmax.' },
    },
    { name: 'width', type: 'number', default: '700', about: { ko: '너비(px).', en: 'Width in px.' } },
    { name: 'height', type: 'number', default: '460', about: { ko: '높이(px).', en: 'Height in px.' } },
  ],
  events: [{ name: 'ratemove', detail: 'number', about: { ko: 'α를 끌었다.', en: 'α was dragged.' } }],
  example: `<rate-cliff points='{"x":[-2,0,1],"y":[-1,1,2]}' rate="0.1" edge></rate-cliff>`,
};
