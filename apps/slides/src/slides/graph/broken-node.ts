// A backward pass with a bug in one node. It is read row by row, the class votes, and a gradient check finds it.

import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/ledger-graph.ts';
import type { Say } from '../../language/language.ts';
import {
  agrees,
  brokenGraph,
  type Checks,
  checksOf,
  type Fault,
  faultAt,
  faultsOf,
  type Inputs,
  rightGraph,
} from '../../lesson/broken.ts';
import { computedNodes, type Graph } from '../../lesson/ledger.ts';
import { format } from '../../numbers/format.ts';
import { tex } from '../../numbers/formula.ts';
import { whole } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField } from '../controls.ts';
import { type Given, slide } from '../slide.ts';

interface BrokenState extends SlideState, Inputs {
  /** Which fault is planted. */
  readonly seed: number;
  /** The node that the class suspects; empty before. */
  readonly guess: string;
}

const rows = 7;
const voteClick = rows + 1;
const checkClick = rows + 2;
const answerClick = rows + 3;
const start: BrokenState = { clock: 0, x: 2, y: 3, seed: 3, guess: '' };

interface Case {
  readonly right: Graph;
  readonly broken: Graph;
  readonly fault: Fault;
}

function caseOf({ engine, state }: Pick<Given<BrokenState>, 'engine' | 'state'>): Case {
  const right = rightGraph(engine, state);
  // The faults are those at the first inputs: other inputs do not plant another bug.
  const fault = faultAt(state.seed, faultsOf(rightGraph(engine, start))) ?? { kind: 'no-sum', node: 'u' };
  return { right, broken: brokenGraph(engine, right, fault), fault };
}

/** 은 after names whose sound ends in a consonant: 엘, 알. */
function topic(name: string): string {
  return `${name}${/[LRlr]/.test(name) ? '은' : '는'}`;
}

function explained({ right, broken, fault }: Case, say: Say): string {
  const { node } = fault;
  if (fault.kind === 'no-sum') {
    const terms = broken.edges.filter(({ from }) => from === node).map(({ downstream }) => downstream);
    const sum = right.nodes.find(({ name }) => name === node)?.gradient ?? Number.NaN;
    const written =
      `${terms.map((term, i) => (i && term < 0 ? `(${format(term)})` : format(term))).join(' + ')} = ${format(sum)}`.replaceAll(
        ' ',
        '\u00a0',
      );
    return say(
      `${topic(node)} 돌아온 값을 더하지 않고 덮어썼다. 옳은 합: ${written}.`,
      `${node} overwrites instead of adding. The sum should be ${written}.`,
    );
  }
  const local = format(right.edges.find(({ from, to }) => to === node && from === fault.operand)?.local ?? Number.NaN);
  return fault.kind === 'sign'
    ? say(
        `${topic(node)} ${fault.operand} 쪽 local gradient의 부호가 틀렸다. 옳은 값: ${local}.`,
        `${node} has the wrong sign towards ${fault.operand}: its local gradient is ${local}.`,
      )
    : say(
        `${topic(node)} ${fault.operand} 쪽에 local gradient를 곱하지 않았다. 옳은 값: ${local}.`,
        `${node} leaves out its local gradient towards ${fault.operand}, which is ${local}.`,
      );
}

function verdict(found: Case, checks: Checks, { clock, guess }: BrokenState, say: Say): string {
  const { broken, fault } = found;
  const visible =
    broken.edges.some(({ downstream }, i) => !agrees(downstream, checks.edges[i] ?? 0)) ||
    broken.nodes.some(({ name, gradient }) => !agrees(gradient, checks.nodes[name] ?? 0));
  if (clock >= answerClick) return explained(found, say);
  if (clock >= rows && guess)
    return guess === fault.node
      ? `${say('맞았다.', 'Right.')} ${explained(found, say)}`
      : say(`${topic(guess)} 자기 일을 제대로 했다. 다시 골라 보자.`, `${guess} does its own work right. Pick again.`);
  if (clock >= checkClick)
    return visible
      ? say(
          '결과 쪽에서부터 처음 어긋난 곳을 찾는다. 그다음은 틀린 값을 물려받았을 뿐이다.',
          'Find the first mismatch, starting from the result. Later ones may just inherit it.',
        )
      : say(
          '이 x, y에서는 버그가 드러나지 않는다. 값을 바꾸어 다시 검사한다.',
          'At these x and y the bug does not show. Try other values.',
        );
  if (clock >= voteClick) return say('어느 node가 틀렸을까? Node를 골라 보자.', 'Which node is wrong? Pick one.');
  return say('이 backward pass에는 버그가 하나 있다.', 'There is one bug in this backward pass.');
}

function ledger({ broken: { edges } }: Case, checks: Checks, clock: number, say: Say): TemplateResult {
  const right = (i: number): boolean => agrees(edges[i]?.downstream ?? 0, checks.edges[i] ?? Number.NaN);
  const row = (
    head: TemplateResult | string,
    tone: string,
    cell: (i: number) => string,
    seen: (i: number) => boolean,
  ): TemplateResult =>
    html`<tr><th scope="row" class=${tone}>${head}</th>
      ${edges.map((_, i) => html`<td class=${classMap({ [tone || 'plain']: true, waiting: !seen(i), wrong: !tone && !right(i) })} data-figure="${tone || 'check'}-${i + 1}">${cell(i)}</td>`)}</tr>`;
  const open = (i: number): boolean => i < clock;
  const check = (i: number): string => {
    const found = format(checks.edges[i] ?? Number.NaN);
    return right(i) ? `${found} ✓` : `≠ ${found}`;
  };
  return html`<table class="numbers counts ledger">
    <caption>${say('Backward pass의 각 행과 gradient check', 'The rows of the backward pass and the gradient check')}</caption>
    <thead><tr><th scope="col"><span class="unseen">${say('행', 'row')}</span>${tex('q \\to p')}</th>${edges.map(({ from, to }, i) => html`<th scope="col" class=${classMap({ waiting: !open(i) })}><span class="unseen">${to} → ${from}</span>${tex(`${to} \\to ${from}`)}</th>`)}</tr></thead>
    <tbody>
      ${row(html`up<wbr>stream`, 'upstream', (i) => format(edges[i]?.upstream ?? Number.NaN), open)}
      ${row(html`local`, 'local', (i) => format(edges[i]?.local ?? Number.NaN), open)}
      ${row(html`down<wbr>stream`, 'downstream', (i) => format(edges[i]?.downstream ?? Number.NaN), open)}
      ${row(html`<span class=${classMap({ waiting: clock < checkClick })}>gradient check</span>`, '', check, () => clock >= checkClick)}
    </tbody>
  </table>`;
}

export const brokenNode = slide<BrokenState>({
  id: 'broken-node',
  part: 'graph',
  below: true,
  title: { ko: '고장 난 node 찾기', en: 'Find the broken node' },
  clicks: answerClick,
  minutes: 3,
  start,
  holds: { seed: whole(0, 1e6) },
  notes: {
    say: {
      ko: 'Node 하나의 backward 코드가 틀렸다. 한 행씩 읽으며 학생이 upstream × local을 직접 확인하게 한 뒤, 손을 들어 node를 고른다. Gradient check는 미분 규칙을 쓰지 않는다: 값을 하나씩 조금 밀어 프로그램을 두 번 돌리고 차를 나눈다. 어긋난 칸이 여럿이어도 원인은 하나다: 결과에 가장 가까운 곳을 본다. N을 누르면 다른 버그가 나온다.',
      en: 'One node has a wrong line in its backward code. Read row by row, let the students verify upstream × local themselves, then take a vote. The gradient check uses no rule of differentiation: it nudges one value at a time, runs the program twice and divides the difference. Several cells may disagree, but there is one cause: look closest to the result. N plants another bug.',
    },
    ask: {
      ko: 'Gradient check가 이렇게 잘 찾는다면, 왜 학습할 때도 backpropagation 대신 이것을 쓰지 않을까?',
      en: 'If the gradient check finds it so well, why not train with it instead of backpropagation?',
    },
  },
  controls: ({ state, set, say }) => [
    numberField('x', state.x, (x) => set({ x }), { title: say('x의 값', 'value of x'), least: -9, greatest: 9 }),
    numberField('y', state.y, (y) => set({ y }), { title: say('y의 값', 'value of y'), least: -9, greatest: 9 }),
  ],
  randomLabel: { ko: '다른 버그', en: 'Another bug' },
  random: ({ state }) => ({ seed: state.seed + 1, guess: '' }),
  run: ({ engine, state }) => {
    const { broken, right } = caseOf({ engine, state });
    const { edges, nodes } = checksOf(engine, right, state);
    return [...broken.edges.map(({ downstream }) => downstream), ...edges, ...Object.values(nodes)];
  },
  view: (scene) => {
    const { state, engine, language, say, set } = scene;
    const found = caseOf(scene);
    const { right, broken, fault } = found;
    const { clock, guess } = state;
    const checks = checksOf(engine, right, state);
    const marks = broken.nodes.map(({ name, gradient }) => {
      const check = checks.nodes[name] ?? Number.NaN;
      return [name, agrees(gradient, check) ? '✓' : `≠ ${format(check)}`] as const;
    });
    const current = clock >= answerClick ? fault.node : guess;
    return html`<div class="graph-slide broken-node">
      <ledger-graph lang=${language} .graph=${broken} selectable forward=${computedNodes(broken).length} backward=${Math.min(rows, clock)}
        current=${current} .nodeNotes=${clock >= checkClick ? Object.fromEntries(marks) : {}} width="1168" height="250" size="52"
        @nodeselect=${({ detail }: CustomEvent<{ name: string }>) => set({ guess: detail.name })}></ledger-graph>
      <div class="columns">
        ${ledger(found, checks, clock, say)}
        <div>
          <p class="rule"><em class="downstream">downstream</em> = <em class="upstream">upstream</em> × <em class="local">local</em></p>
          <p class="verdict" role="status" data-figure="verdict">${verdict(found, checks, state, say)}</p>
        </div>
      </div>
    </div>`;
  },
});
