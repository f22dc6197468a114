// One node: upstream comes in, local belongs to it, downstream goes out. Predict each, then open its envelope.

import { html, nothing, type TemplateResult } from 'lit';
import '../../components/gradient-node.ts';
import type { Say } from '../../language/language.ts';
import { type NodeAt, type NodeKind, nodeKinds, oneNode } from '../../lesson/one-node.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import { oneOf } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { choice, numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

type OneNodeState = SlideState & NodeAt;

const written: readonly (readonly [NodeKind, string])[] = [
  ['product', 'z = x · y'],
  ['sum', 'z = x + y'],
  ['square', 'z = x²'],
  ['max', 'z = max(x, y)'],
];

/** What each kind of node does with the gradient that comes in. */
function insight(kind: NodeKind, say: Say): TemplateResult {
  switch (kind) {
    case 'product':
      return say(
        html`곱셈 node는 두 값을 맞바꾼다: ${tex('x')}의 local gradient가 ${tex('y')}이고, ${tex('y')}의 것이 ${tex('x')}이다.`,
        html`A product swaps its values: the local gradient of ${tex('x')} is ${tex('y')}, and that of ${tex('y')} is ${tex('x')}.`,
      );
    case 'sum':
      return say(
        html`덧셈 node의 local gradient는 모두 1이다: 들어온 gradient를 그대로 나누어 준다.`,
        html`A sum has local gradients of 1: it passes on what comes in, unchanged, to both.`,
      );
    case 'square':
      return say(
        html`제곱 node의 local gradient는 ${tex('2x')}이다: 값이 클수록 gradient도 커진다.`,
        html`A square has the local gradient ${tex('2x')}: the larger the value, the larger the gradient.`,
      );
    case 'max':
      return say(
        html`Max node는 큰 쪽으로만 gradient를 보낸다. 작은 쪽은 0을 받는다.`,
        html`A maximum sends the gradient to the larger value alone. The smaller one gets 0.`,
      );
  }
}

export const oneNodeSlide = slide<OneNodeState>({
  id: 'one-node',
  part: 'graph',
  title: { ko: 'Node 하나: upstream × local = downstream', en: 'One node: upstream × local = downstream' },
  clicks: 5,
  minutes: 2.5,
  start: { clock: 0, kind: 'product', x: 3, y: 2, upstream: 2 },
  holds: { kind: oneOf(nodeKinds) },
  notes: {
    say: {
      ko: '봉투는 아직 모르는 값이다. 열기 전마다 학생에게 먼저 묻는다. Node가 아는 것은 자기 연산과 입력뿐이라 local은 혼자 구할 수 있고, upstream은 결과를 쓰는 쪽에서 받아야 한다. 끝나면 연산을 +와 max로 바꾸어 다시 예상하게 한다.',
      en: 'An envelope is a value nobody knows yet; ask before you open each. A node knows only its own operation and its inputs: enough for the local gradients, while the upstream gradient has to come from whoever uses its result. Afterwards change the operation to + and max and let them predict again.',
    },
    ask: {
      ko: 'L이 어떤 함수인지 몰라도 이 node는 자기 일을 할 수 있을까?',
      en: 'Can this node do its work without knowing what L is?',
    },
  },
  controls: ({ state, set, say }) => html`
    ${choice(say('node의 연산', 'what the node does'), written, state.kind, (kind) => set({ kind }))}
    ${numberField('x', state.x, (x) => set({ x }), { title: 'x', least: -9, greatest: 9 })}
    ${state.kind === 'square' ? nothing : numberField('y', state.y, (y) => set({ y }), { title: 'y', least: -9, greatest: 9 })}
    ${state.clock < 2 ? nothing : numberField('∂L/∂z', state.upstream, (upstream) => set({ upstream }), { title: 'upstream gradient', least: -9, greatest: 9 })}`,
  run: ({ engine, state }) => oneNode(engine, state),
  view: ({ state, engine, language, say, set }) => {
    const { clock, kind, x, y } = state;
    const { upstream, local, downstream } = oneNode(engine, state);
    const row = (name: 'x' | 'y', open: number): unknown => {
      const [here, out] = [local[name], downstream[name]];
      if (here === undefined || out === undefined) return html`<div></div>`;
      const rule = `${toned('downstream', `\\dfrac{\\partial L}{\\partial ${name}}`)} = ${toned('upstream', '\\dfrac{\\partial L}{\\partial z}')} \\times ${toned('local', `\\dfrac{\\partial z}{\\partial ${name}}`)}`;
      const numbers = ` = ${toned('upstream', texNumber(format(upstream)))} \\times ${toned('local', texFactor(format(here)))} = ${toned('downstream', texNumber(format(out)))}`;
      return html`<div data-figure="downstream-${name}">${reveal(clock >= open, formula(rule + numbers))}</div>`;
    };
    return html`<div class="graph-slide">
      <gradient-node lang=${language} .engine=${engine} kind=${kind} x=${x} y=${y} upstream=${state.upstream} open=${clock}
        @nodechange=${({ detail }: CustomEvent<Partial<NodeAt>>) => set(detail)}></gradient-node>
      <div class="graph-words two">${row('x', 4)}${row('y', 5)}</div>
      ${reveal(clock >= 5, html`<p>${insight(kind, say)}</p>`)}
    </div>`;
  },
});
