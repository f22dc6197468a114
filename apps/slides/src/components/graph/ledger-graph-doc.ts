// What the gallery says of <ledger-graph>.

import type { PictureDoc } from '../doc.ts';

export const doc: PictureDoc = {
  tag: 'ledger-graph',
  about: {
    ko: 'Engine의 ledger를 계산 그래프로 그리고, forward pass와 backward pass를 한 칸씩 보인다.',
    en: 'The engine’s ledger as a computation graph; the forward and the backward pass walk over it, row by row.',
  },
  attributes: [
    {
      name: 'program',
      type: 'text: b = a + a; c = b + b',
      default: 'b = a + a; c = b + b',
      about: { ko: '그릴 계산. 마지막 줄이 결과다.', en: 'The computation; its last line is the result.' },
    },
    {
      name: 'at',
      type: 'JSON: { a }',
      default: '{"a": 1}',
      about: { ko: '입력의 값.', en: 'The values of the inputs.' },
    },
    {
      name: 'graph',
      type: 'JSON: { nodes: [{ name, label, operation, value, gradient }], edges: [{ from, to, position, upstream, local, downstream }] }',
      default: 'the graph of program',
      about: { ko: '이미 계산된 그래프.', en: 'A graph whose numbers are already there.' },
    },
    {
      name: 'forward',
      type: 'number',
      default: 'all',
      about: { ko: '값이 보이는 node의 수(입력 제외).', en: 'How many nodes show their value, inputs not counted.' },
    },
    {
      name: 'backward',
      type: 'number',
      default: '0',
      about: { ko: '보이는 ledger 행의 수.', en: 'How many rows of the ledger are seen.' },
    },
    {
      name: 'opened',
      type: 'number: 0, 1, 2',
      default: '0',
      about: {
        ko: '다음 행에서 열린 것: 1은 upstream, 2는 local까지.',
        en: 'What is open of the next row: 1 its upstream gradient, 2 its local one too.',
      },
    },
    {
      name: 'envelopes',
      type: 'boolean',
      default: 'false',
      about: { ko: '아직 모르는 gradient를 봉투로 그린다.', en: 'Gradients not seen yet wait in closed envelopes.' },
    },
    {
      name: 'sums',
      type: 'boolean',
      default: 'false',
      about: {
        ko: '여러 번 쓰인 값에서 더하는 식을 적는다.',
        en: 'Writes the terms that add up where a value is used more than once.',
      },
    },
    {
      name: 'sparse',
      type: 'boolean',
      default: 'false',
      about: {
        ko: '입력과 결과의 gradient만, 세 자리까지 적는다.',
        en: 'Gradients of the inputs and the result alone, and three digits: for large graphs.',
      },
    },
    {
      name: 'locals',
      type: 'boolean',
      default: 'false',
      about: { ko: '모든 local gradient를 처음부터 적는다.', en: 'All local gradients are seen from the start.' },
    },
    {
      name: 'selectable',
      type: 'boolean',
      default: 'false',
      about: { ko: 'Node를 고를 수 있다.', en: 'Nodes can be chosen.' },
    },
    {
      name: 'current',
      type: 'text: a node’s name',
      default: 'where the clock is',
      about: { ko: '강조할 node.', en: 'The node that stands out.' },
    },
    {
      name: 'emphasis',
      type: 'JSON: [0, 2]',
      default: '[]',
      about: { ko: '강조할 edge의 번호. 나머지는 옅어진다.', en: 'Edges that stand out; the others step back.' },
    },
    {
      name: 'node-notes',
      type: 'JSON: { name: text }',
      default: '{}',
      about: { ko: 'Node 아래에 적을 글.', en: 'A text under a node.' },
    },
    {
      name: 'edge-notes',
      type: 'JSON: { "0": text }',
      default: '{}',
      about: { ko: 'Edge 옆에 적을 글.', en: 'A text beside an edge.' },
    },
    {
      name: 'width',
      type: 'number',
      default: '1168',
      about: {
        ko: '너비. 640보다 좁으면 위에서 아래로 그리고, 높이는 필요한 만큼이다.',
        en: 'Width. Narrower than 640 it runs from top to bottom, as high as it needs.',
      },
    },
    { name: 'height', type: 'number', default: '360', about: { ko: '높이.', en: 'Height.' } },
    { name: 'size', type: 'number', default: '56', about: { ko: 'Node의 높이.', en: 'Height of a node.' } },
  ],
  events: [{ name: 'nodeselect', detail: '{ name }', about: { ko: 'Node를 골랐다.', en: 'A node was chosen.' } }],
  example:
    '<ledger-graph program="b = a + a; c = b + b" at=\'{"a": 1}\' backward="3" sums width="820" height="280"></ledger-graph>',
};
