// One neuron: forward, backward, one step. The activation's slope is its local gradient, and where it is flat nothing
// comes through.

import { html } from 'lit';
import '../../components/activation-curve.ts';
import '../../components/neuron-graph.ts';
import type { Say } from '../../language/language.ts';
import {
  type Activation,
  activations,
  type Neuron,
  type NeuronAt,
  neuron,
  neuronStep,
  weightsAfter,
} from '../../lesson/neuron.ts';
import { format } from '../../numbers/format.ts';
import { formula, toned } from '../../numbers/formula.ts';
import { texFactor, texNumber } from '../../numbers/tex.ts';
import type { Engine } from '../../store/engine.ts';
import { oneOf, whole } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { choice, numberField } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface NeuronState extends SlideState, NeuronAt {
  readonly rate: number;
  /** Steps that a run has taken from the weights. */
  readonly taken: number;
  readonly running: boolean;
}

const longest = 300;
const choices: readonly (readonly [Activation, string])[] = [
  ['sigmoid', 'sigmoid'],
  ['tanh', 'tanh'],
  ['relu', 'ReLU'],
];
const functions: Readonly<Record<Activation, string>> = { sigmoid: '\\sigma', tanh: '\\tanh', relu: '\\mathrm{ReLU}' };

/** The neuron with the weights it has after the steps taken. */
function now(engine: Engine, state: NeuronState): NeuronAt {
  return { ...state, ...weightsAfter(engine, state, state.rate, state.taken) };
}

function remark(clock: number, at: NeuronAt, found: Neuron, say: Say): string {
  if (clock < 1) return say('값을 옆으로 끌어 바꿀 수 있다.', 'Drag any value sideways.');
  if (clock < 4)
    return say(
      '앞으로: weight를 곱하고, 더하고, 함수 하나를 지난다.',
      'Forward: times the weights, summed, through one function.',
    );
  if (clock < 5)
    return say(
      '뒤로: node마다 upstream에 자기 local을 곱한다.',
      'Backward: each node multiplies what comes in by its own local gradient.',
    );
  if (Math.abs(found.local('s')) < 0.05) {
    return at.activation === 'relu'
      ? say(
          's가 음수라 local gradient가 0이다. 이 neuron은 배우지 못한다.',
          's is negative, the local gradient 0: this neuron learns nothing.',
        )
      : say(
          '곡선이 평평해 local gradient가 거의 0이다. Gradient가 지나가지 못한다.',
          'The curve is flat: a local gradient of almost 0 lets little through.',
        );
  }
  if (clock < 6)
    return say(
      'Activation의 local gradient는 곡선의 기울기이다.',
      'The local gradient of the activation is the slope of its curve.',
    );
  if (clock < 7)
    return say(
      '덧셈은 upstream을 세 갈래에 그대로 보낸다.',
      'The sum passes its upstream gradient on to all three, unchanged.',
    );
  return say(
    'Weight의 gradient는 upstream에 그 입력을 곱한 것이다. b의 입력은 1이다.',
    'A weight’s gradient is upstream times its input; the input of b is 1.',
  );
}

const rule = (of: string, by: string, local: string): string =>
  `${toned('downstream', `\\tfrac{\\partial L}{\\partial ${of}}`)} = ${toned('upstream', `\\tfrac{\\partial L}{\\partial ${by}}`)} \\times ${toned('local', local)}`;

export const oneNeuron = slide<NeuronState>({
  id: 'one-neuron',
  part: 'appendix',
  title: { ko: 'Neuron 하나', en: 'One neuron' },
  clicks: 8,
  minutes: 3,
  start: {
    clock: 0,
    x1: 1,
    x2: 2,
    w1: 0.6,
    w2: -0.4,
    b: 0.5,
    target: 1,
    activation: 'sigmoid',
    rate: 1,
    taken: 0,
    running: false,
  },
  holds: { activation: oneOf(activations), taken: whole(0, longest) },
  notes: {
    say: {
      ko: '앞의 그래프와 다를 것이 없다: 곱하고, 더하고, 함수를 하나 지난다. 세 번의 클릭으로 앞으로, 네 번의 클릭으로 뒤로 간다. Activation의 local gradient는 곡선의 기울기이다. w1을 5까지 끌어 곡선의 평평한 곳으로 보내고 gradient가 어떻게 되는지 보인다. 그다음 실행(P)한다.',
      en: 'Nothing new against the graphs before: products, a sum, and one function. Three clicks forward, four back. The local gradient of the activation is the slope of its curve: drag w1 to 5, where the curve is flat, and watch the gradient. Then run (P).',
    },
    ask: {
      ko: 'Activation이 없다면 neuron을 여러 층 쌓아도 직선 하나와 같은 까닭은 무엇일까?',
      en: 'Without an activation, why would many layers of neurons be no more than one line?',
    },
  },
  controls: ({ state, set, say }) => html`
    ${choice('activation', choices, state.activation, (activation) => set({ activation, taken: 0 }))}
    ${(['w1', 'w2', 'b'] as const).map((name) =>
      numberField({ w1: 'w₁', w2: 'w₂', b: 'b' }[name], state[name], (value) => set({ [name]: value, taken: 0 }), {
        least: -5,
        greatest: 5,
        title: say(`처음의 ${name}`, `${name} at the start`),
      }),
    )}`,
  tick: ({ engine, state }) => {
    const found = neuron(engine, now(engine, state));
    const still = (['w1', 'w2', 'b'] as const).every((name) => Math.abs(found.gradient(name)) < 1e-3);
    return still || state.taken >= longest ? undefined : { taken: state.taken + 1 };
  },
  interval: 120,
  undo: ({ taken }) => (taken > 0 ? { taken: 0 } : undefined),
  run: ({ engine, state }) => neuronStep(engine)(state, state, state.rate),
  view: (scene) => {
    const { state, engine, say, set, language } = scene;
    const { clock, rate } = state;
    const at = now(engine, state);
    const found = neuron(engine, at);
    const next = { ...at, ...neuronStep(engine)(at, at, rate) };
    const change = ({ detail }: CustomEvent<Partial<NeuronAt>>): void => set({ ...detail, taken: 0 });
    return html`<div class="neuron">
      <neuron-graph lang=${language} .engine=${engine} x1=${at.x1} x2=${at.x2} w1=${at.w1} w2=${at.w2} b=${at.b} target=${at.target}
        activation=${at.activation} open=${Math.min(7, clock)} @neuronchange=${change}></neuron-graph>
      <activation-curve lang=${language} .engine=${engine} activation=${at.activation} at=${found.value('s')} open=${clock >= 5 ? 2 : clock >= 2 ? 1 : 0}
        width="380" height="186"></activation-curve>
      <div class="neuron-words">
        <p class="remark" role="status">${remark(clock, at, found, say)}</p>
        <div class="neuron-line">
          ${reveal(clock >= 1, formula('s = w_1 x_1 + w_2 x_2 + b'))}
          ${reveal(clock >= 2, formula(`y = ${functions[at.activation]}(s)`))}
          ${reveal(clock >= 3, formula('L = (y - t)^2'))}
        </div>
        <div class="neuron-line">
          ${reveal(clock >= 5, formula(rule('s', 'y', `${functions[at.activation]}'(s)`)))}
          ${reveal(clock >= 7, formula(rule('w_1', 's', 'x_1')))}
        </div>
        ${reveal(
          clock >= 8,
          html`<div class="neuron-line"><div data-figure="step">${formula(
            `w_1 := ${texNumber(format(at.w1))} - ${texNumber(format(rate))} \\times ${toned('downstream', texFactor(format(found.gradient('w1'))))} = ${texNumber(format(next.w1))}`,
          )}</div>
          <div data-figure="after">${formula(`L:\\; ${texNumber(format(found.value('L')))} \\to ${texNumber(format(neuron(engine, next).value('L')))}`)}</div></div>`,
        )}
      </div>
    </div>`;
  },
});
