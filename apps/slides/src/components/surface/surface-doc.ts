// What the gallery says of `<function-surface>`.

import type { PictureDoc } from '../doc.ts';

export const doc: PictureDoc = {
  tag: 'function-surface',
  about: {
    ko: '곡면 z = f(x, y). 평면으로 자르고, 점을 끌고, 돌려 볼 수 있다.',
    en: 'A surface z = f(x, y): cut it with planes, drag the point, turn it.',
  },
  attributes: [
    {
      name: 'formula',
      type: 'string',
      default: 'x^2 + x*y',
      about: {
        ko: '곡면의 식. values가 있으면 쓰지 않는다.',
        en: 'The surface as a formula; not used where values are given.',
      },
    },
    {
      name: 'values, columns, rows',
      type: 'JSON: number[], number, number',
      default: 'computed from the formula',
      about: { ko: '격자 위의 높이. y가 작은 행부터.', en: 'Heights on a grid, row by row, the least y first.' },
    },
    {
      name: 'x, y, z',
      type: 'JSON: [from, to]',
      default: '[-3, 3], [-3, 3], chosen from the heights',
      about: {
        ko: '그리는 상자. 상자 밖의 곡면은 잘린다.',
        en: 'The box that is drawn; the surface is cut off where it leaves it.',
      },
    },
    {
      name: 'names',
      type: 'JSON: [x, y, z]',
      default: '["x", "y", "z"]',
      about: { ko: '축의 이름', en: 'Names of the axes' },
    },
    {
      name: 'view',
      type: 'JSON: { turn, tilt }',
      default: '{ "turn": 32, "tilt": 26 }',
      about: { ko: '보는 방향(도)', en: 'The direction it is seen from, in degrees' },
    },
    {
      name: 'cuts',
      type: 'JSON: { hold, at, curve?, tangent?, handle? }[]',
      default: '[]',
      about: { ko: '한 변수를 고정하는 평면', en: 'Planes that hold one variable still' },
    },
    {
      name: 'at',
      type: 'JSON: { x, y, z?, slope? }',
      default: 'none',
      about: { ko: '곡면 위의 점', en: 'The point on the surface' },
    },
    {
      name: 'path',
      type: 'JSON: { x, y }[]',
      default: '[]',
      about: { ko: '곡면 위의 경로', en: 'A path over the surface' },
    },
    {
      name: 'width, height, mesh',
      type: 'number',
      default: '560, 500, 16',
      about: {
        ko: '크기와 그물의 칸 수. 좁은 그림에서는 높이 축의 수도 그 안에 선다.',
        en: 'Size, and cells of the net along a side; a narrow drawing has the labels of the heights inside',
      },
    },
  ],
  events: [
    { name: 'viewmove', detail: '{ turn, tilt }', about: { ko: '그림을 돌렸다.', en: 'It was turned.' } },
    { name: 'pointmove', detail: '{ x, y }', about: { ko: '점을 끌었다.', en: 'The point was dragged.' } },
    { name: 'cutmove', detail: '{ hold, at }', about: { ko: '평면을 끌었다.', en: 'A plane was dragged.' } },
  ],
  example: `<function-surface formula="x^2 + x*y" at='{"x":1,"y":2}'
  cuts='[{"hold":"y","at":2,"curve":true,"tangent":true}]'></function-surface>`,
};
