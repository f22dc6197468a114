// A small network trained live: the same update rule for every one of its parameters, on a picture of two classes. The
// boundary, the loss and the steps per second of either backend as it goes.

import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../../components/decision-field.ts';
import '../../components/training-curve.ts';
import type { Say } from '../../language/language.ts';
import type { PictureOfClasses } from '../../lesson/classes.ts';
import { type Classes, trainingOn } from '../../lesson/network.ts';
import { rateAt, withRate } from '../../lesson/trajectory.ts';
import { format } from '../../numbers/format.ts';
import { formula, tex, toned } from '../../numbers/formula.ts';
import { texNumber } from '../../numbers/tex.ts';
import { backendNames, backendTitles } from '../../store/engine.ts';
import { choice, numberField } from '../controls.ts';
import { type Scene, slide } from '../slide.ts';
import {
  advance,
  longest,
  type NetworkState,
  networkHolds,
  recipeOf,
  shownField,
  stepsOf,
  trainedAt,
  trajectory,
} from './network-state.ts';

const widths = ['2', '4', '8'] as const;

/** Weights and biases of 2–n–n–1. */
const parametersOf = (n: number): number => 2 * n + n + n * n + n + n + 1;

const picturesIn = (say: Say): readonly (readonly [PictureOfClasses, string])[] => [
  ['moons', say('반달 둘', 'two moons')],
  ['circles', say('원', 'circles')],
  ['xor', 'XOR'],
];

function remark(state: NetworkState, loss: number, right: number, say: Say): string {
  const all = right === 1;
  if (stepsOf(state) === 0)
    return say(
      '아직 배우지 않은 network: 처음 parameter는 임의의 값이다.',
      'Not trained yet: the initial parameters are random.',
    );
  if (!Number.isFinite(loss)) return say('α가 너무 커서 발산했다.', 'α is too large: it has diverged.');
  if (stepsOf(state) >= longest) return say(`${longest} step에서 멈춘다.`, `It stops at ${longest} steps.`);
  if (all)
    return say('모든 점을 맞혔다. 경계는 더 가다듬어진다.', 'Every point is right; the boundary still improves.');
  return say(
    'Loss가 줄면서 경계가 두 class 사이로 들어간다.',
    'As L falls, the boundary moves in between the classes.',
  );
}

/** How fast each backend went in the runs so far. */
function speeds({ state, say }: Scene<NetworkState>): unknown {
  const fastest = Math.max(1, ...backendNames.map((name) => state.speed[name]));
  return html`<dl class="speeds" aria-label=${say('초당 step 수', 'steps per second')}>
    ${backendNames.map((name) => {
      const speed = state.speed[name];
      const rounded = Number(speed.toPrecision(2));
      return html`<dt>${backendTitles[name]}</dt><dd data-figure="speed-${name}"><span class="bar" style=${styleMap({ width: `${(250 * speed) / fastest}px` })}></span>${speed ? `${rounded.toLocaleString('en')} step/s` : html`<span class="rest">${say('실행(P)하면 잰다', 'run it (P) to measure')}</span>`}</dd>`;
    })}
  </dl>`;
}

export const smallNetwork = slide<NetworkState>({
  id: 'small-network',
  part: 'appendix',
  title: { ko: '작은 network를 학습시킨다', en: 'Training a small network' },
  clicks: 4,
  minutes: 3,
  start: {
    clock: 0,
    picture: 'moons',
    seed: 1,
    width: 8,
    rates: [[0, 0.6]],
    extra: 0,
    lag: 0,
    running: false,
    own: null,
    adding: 1,
    speed: { typescript: 0, wasm: 0 },
  },
  holds: networkHolds,
  notes: {
    say: {
      ko: '직선의 a와 b 두 개가 105개로 늘었을 뿐, update 식은 그대로이다. 클릭마다 1, 10, 50, 200 step까지 간다. 그다음 실행(P)하고, 도중에 E로 backend를 바꾸어 속도를 비교한다. Neuron을 2개로 줄이면 무엇을 못 배우는지, 점을 경계 너머로 끌면 어떻게 되는지 보인다.',
      en: 'The two numbers a and b of the line have become 105; the update is the same. The clicks go to 1, 10, 50 and 200 steps. Then run (P), and switch the backend (E) on the way to compare speeds. With 2 neurons it fails: show where. Drag a point across the boundary.',
    },
    ask: {
      ko: 'Hidden layer가 없다면 경계는 어떤 모양이 될까?',
      en: 'Without its hidden layers, what shape would the boundary have?',
    },
  },
  controls: ({ state, set, restart, say }) => {
    const rate = rateAt(state.rates, stepsOf(state));
    const anew = { extra: 0, lag: 0, rates: [[0, rate]] } as const;
    return html`
      ${choice(say('점의 모양', 'how the points lie'), picturesIn(say), state.picture, (picture) => restart({ ...anew, picture, own: null }))}
      ${choice(
        say('층마다의 neuron 수', 'neurons in each layer'),
        widths.map((n) => [n, `2–${n}–${n}–1`] as const),
        widths.find((n) => Number(n) === state.width) ?? '8',
        (n) => restart({ ...anew, width: Number(n) }),
      )}
      ${numberField('α', rate, (next) => set({ rates: withRate(state.rates, stepsOf(state), next) }), { step: 0.1, least: 0, greatest: 10, title: 'learning rate α' })}`;
  },
  random: ({ state }) => ({ seed: state.seed + 1, extra: 0, lag: 0, own: null }),
  tick: ({ engine, state }) => advance(engine, state),
  interval: 0,
  undo: ({ extra }) => (extra > 0 ? { extra: 0, lag: 0 } : undefined),
  run: ({ engine, state }) => {
    // One step from the start, which is kept.
    const { data, rates } = recipeOf(engine, state);
    return trainingOn(engine).step(trainedAt(engine, state, 0), data, rateAt(rates, 0));
  },
  view: (scene) => {
    const { state, engine, language, say, set, restart } = scene;
    const steps = stepsOf(state);
    const { data } = recipeOf(engine, state);
    const { loss, network } = trainedAt(engine, state, steps);
    const curve = trajectory.curve(steps, 160);
    const scores = trainingOn(engine).scores(network, data.x, data.y);
    const right = scores.filter((score, i) => score > 0 === (data.label[i] === 1)).length;
    const onPoints = ({ detail }: CustomEvent<Classes>): void =>
      restart({ own: detail, extra: 0, lag: 0, rates: [[0, rateAt(state.rates, steps)]] });
    const figure = (name: string, content: unknown): unknown => html`<span data-figure=${name}>${content}</span>`;
    const adding = (label: number): unknown =>
      html`<button type="button" class="toggle class-${label}" aria-pressed=${state.adding === label ? 'true' : 'false'} @click=${() => set({ adding: label })}><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="7"></circle></svg><span class="label">class ${label}</span></button>`;
    return html`<div class="columns network">
      <decision-field lang=${language} .engine=${engine} .points=${data} .field=${shownField(engine, state)} adding=${state.adding} width="520" @classeschange=${onPoints}></decision-field>
      <div class="words">
        <p>${say(html`${figure('parameters', parametersOf(state.width))}개의 parameter 모두에 같은 식:`, html`One rule for all ${figure('parameters', parametersOf(state.width))} parameters:`)}</p>
        ${formula(`w := w - \\alpha\\,${toned('downstream', '\\frac{\\partial L}{\\partial w}')}`)}
        <p class="network-figures">${figure('step', tex(`k = ${steps}`))}${figure('loss', tex(`L = ${texNumber(format(loss))}`))}${figure('right', say(`맞힌 점 ${right} / ${data.x.length}`, `${right} of ${data.x.length} right`))}</p>
        <training-curve lang=${language} .at=${curve.at} .losses=${curve.loss} width="584" height="150"></training-curve>
        ${speeds(scene)}
        <p class="remark" role="status">${remark(state, loss, right / data.x.length, say)}</p>
        <div class="adding"><span>${say('누르면 추가되는 점', 'Press the picture to add')}</span>${adding(1)}${adding(0)}</div>
      </div>
    </div>`;
  },
});
