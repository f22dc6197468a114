// The relay: backends take over from each other in the middle of a descent. The ball does not jump, and the bits of
// a, b and L stay those of either backend alone. The list of runners belongs to the state, so previous is exact.

import { html } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../../components/bit-strip.ts';
import type { BitPair } from '../../components/bit-strip.ts';
import '../../components/loss-contours.ts';
import '../../components/relay-lanes.ts';
import type { Say } from '../../language/language.ts';
import { descend, isOver } from '../../lesson/descent.ts';
import { type Line, lecturePoints } from '../../lesson/points.ts';
import { randomLine } from '../../lesson/random.ts';
import { type Regression, regressionOn } from '../../lesson/regression.ts';
import { bitsOf, lastBitFlipped, type RelayRun, type Runner, relay } from '../../lesson/relay.ts';
import { format, formatTogether } from '../../numbers/format.ts';
import { tex } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { engines, isAvailable } from '../../store/engine.ts';
import { type Check, whole } from '../../store/holds.ts';
import { toggle } from '../controls.ts';
import { fieldOf, ground } from '../descent/ground.ts';
import { type DescentState, descentStart, onStart, rateFields } from '../descent/regression-state.ts';
import { slide } from '../slide.ts';

interface RelayState extends DescentState {
  readonly line: Line;
  readonly rate: number;
  /** Who takes which step, the clock's eight and those a run added where it ran. */
  readonly runners: string;
  /** The clock's eight alone: what *previous* comes back to. */
  readonly planned: string;
  /** WebAssembly alone starts with the last bit of a flipped: what "not equal" would look like. */
  readonly flipped: boolean;
}

const wide = ground({ a: [-1.9, 3.9], b: [-0.7, 2.7] }, 73, 43);
const longest = 300;

const areRunners: Check = (value) => typeof value === 'string' && value.length <= longest + 8 && /^[TW]+$/.test(value);

/** Without WebAssembly, TypeScript runs both legs. */
const lessons: Readonly<Record<Runner, Regression>> = {
  T: regressionOn(engines.typescript),
  W: regressionOn(isAvailable('wasm') ? engines.wasm : engines.typescript),
};
const runs = { mixed: relay(lessons), T: relay(lessons), W: relay(lessons) };

const stepsOf = ({ clock, extra }: RelayState): number => clock + extra;

function remark(state: RelayState, equal: boolean, say: Say): string {
  const runner = state.runners[stepsOf(state) - 1];
  const before = state.runners[stepsOf(state) - 2];
  if (!isAvailable('wasm'))
    return say('이 브라우저에서는 TypeScript가 두 구간을 모두 달린다.', 'In this browser TypeScript runs both legs.');
  if (state.flipped && !equal)
    return say(
      'W만 a의 마지막 비트를 바꾸어 출발했다. 다르면 이렇게 보인다.',
      'W started one bit away: this is what a difference looks like.',
    );
  if (state.flipped)
    return say(
      '두 길이 같은 최솟값으로 모이면서 달랐던 비트까지 같아졌다.',
      'At the minimum even the bits that differed are equal.',
    );
  if (!runner)
    return say(
      '계산하는 backend를 도중에 바꾸어도 같은 길을 갈까?',
      'Same path, even if the backend changes on the way?',
    );
  if (before && before !== runner)
    return say(
      '방금 backend가 바뀌었다. 공은 튀지 않고, 비트도 그대로 같다.',
      'The backend has just changed: same ball, same bits.',
    );
  return say(
    '어느 backend로 계산해도 a, b, L의 64비트가 모두 같다.',
    'All 64 bits of a, b and L agree on either backend.',
  );
}

function bitPairs(one: RelayRun, other: RelayRun): readonly BitPair[] {
  const [p, q] = [one.path.at(-1), other.path.at(-1)];
  const [l, m] = [one.slopes.at(-1), other.slopes.at(-1)];
  if (!p || !q || !l || !m) return [];
  return [
    ['a', p.a, q.a],
    ['b', p.b, q.b],
    ['L', l.loss, m.loss],
  ];
}

export const engineRelay = slide<RelayState>({
  id: 'engine-relay',
  part: 'appendix',
  title: { ko: 'Engine relay: 도중에 backend를 바꾼다', en: 'Engine relay: another backend takes over' },
  clicks: 8,
  minutes: 3,
  start: {
    ...descentStart,
    line: { a: -1.2, b: 2.2 },
    rate: 0.02,
    runners: 'TTTWWWTW',
    planned: 'TTTWWWTW',
    flipped: false,
  },
  holds: { extra: whole(0, longest), runners: areRunners, planned: areRunners },
  notes: {
    say: {
      ko: '세 step은 TypeScript가, 다음 세 step은 WebAssembly가 계산한다. 네 번째 클릭에서 backend가 바뀌지만 공은 튀지 않는다. 넘겨주는 것은 수 a와 b 둘뿐이다. 실행(P) 중에 E를 눌러 바꾸어도 된다. 마지막으로 비트 하나를 뒤집어, 같지 않으면 어떻게 보이는지 확인한다.',
      en: 'Three steps are computed by TypeScript, the next three by WebAssembly. At the fourth click the backend changes and the ball does not jump: all that is handed over are the two numbers a and b. Or run (P) and press E on the way. At the end flip one bit to show what a difference would look like.',
    },
    ask: {
      ko: '같은 식을 계산하는데도 컴퓨터마다 결과의 마지막 자리가 다를 수 있는 까닭은 무엇일까?',
      en: 'Why may two computers disagree in the last digit of the same formula?',
    },
  },
  controls: (scene) =>
    html`${rateFields(scene)[0]}${toggle(scene.say('비트 하나 뒤집기', 'Flip one bit'), scene.state.flipped, (flipped) => scene.set({ flipped }))}`,
  random: ({ state }) => ({
    line: randomLine(state.seed, wide.window),
    seed: state.seed + 1,
    extra: 0,
    runners: state.planned,
  }),
  // The run is the active backend's: E hands the baton over while it goes on.
  tick: ({ engine, state }) => {
    const steps = stepsOf(state);
    const { runners, line, rate } = state;
    const run = runs.mixed(lecturePoints, line, rate, runners.slice(0, steps));
    const trend = isOver({ ...run, memories: [], trend: 'falling' });
    const last = run.slopes.at(-1);
    const arrived = last !== undefined && Math.hypot(last.gradient.a, last.gradient.b) < 1e-6;
    if (trend || arrived || steps >= longest) return undefined;
    const runner: Runner = engine === engines.wasm ? 'W' : 'T';
    return { runners: runners.slice(0, steps) + runner + runners.slice(steps), extra: state.extra + 1 };
  },
  interval: 160,
  undo: ({ extra, planned }) => (extra > 0 ? { extra: 0, runners: planned } : undefined),
  run: ({ engine, state }) => descend(regressionOn(engine), lecturePoints, state.line, state.rate, 24).path,
  view: (scene) => {
    const { state, engine, say, set } = scene;
    const { line, rate, runners } = state;
    const steps = stepsOf(state);
    const [mixed, one, other] = [
      runs.mixed(lecturePoints, line, rate, runners.slice(0, steps)),
      runs.T(lecturePoints, line, rate, 'T'.repeat(steps)),
      runs.W(lecturePoints, state.flipped ? { a: lastBitFlipped(line.a), b: line.b } : line, rate, 'W'.repeat(steps)),
    ];
    const pairs = bitPairs(one, other);
    const equal = pairs.every(([, left, right]) => bitsOf(left) === bitsOf(right));
    const here = mixed.path.at(-1) ?? line;
    const [a = '', b = ''] = formatTogether([here.a, here.b]).map(texNumber);
    const figure = (name: string, source: string): unknown => html`<span data-figure=${name}>${tex(source)}</span>`;
    const lesson = regressionOn(engine);
    return html`<div class="relay">
      <loss-contours lang=${scene.language} .field=${fieldOf(lesson, lecturePoints, wide)} .grid=${wide.grid} .window=${wide.window} .path=${mixed.path}
        .hollow=${[...runners].map((runner) => runner === 'W')} width="560" height="298" @linemove=${onStart(scene)}></loss-contours>
      <div class="relay-words">
        <relay-lanes lang=${scene.language} runners=${runners} done=${mixed.path.length - 1} width="560"
          @relaychange=${({ detail }: CustomEvent<{ runners: string }>) => set({ runners: detail.runners, ...(state.extra ? {} : { planned: detail.runners }) })}></relay-lanes>
        <p class="relay-figures">${figure('step', `k = ${mixed.path.length - 1}`)}${figure('a', `a = ${a}`)}${figure('b', `b = ${b}`)}${figure('loss', `L = ${texNumber(format(mixed.slopes.at(-1)?.loss ?? Number.NaN))}`)}</p>
        <p class=${classMap({ remark: true, warning: !equal })} role="status">${remark(state, equal, say)}</p>
      </div>
      <bit-strip lang=${scene.language} .numbers=${pairs}></bit-strip>
    </div>`;
  },
});
