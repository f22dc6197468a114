// The four goals, each with a sketch of what it is about, all at the same x.

import { html } from 'lit';
import '../../components/goal-sketch.ts';
import type { Goal } from '../../components/goal-sketch.ts';
import { goalsOn } from '../../lesson/goals.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import { reveal } from '../parts.ts';
import { slide } from '../slide.ts';

interface GoalsState extends SlideState {
  readonly x: number;
}

const range = { least: -1.5, greatest: 1.5, step: 0.1 } as const;

export const goals = slide<GoalsState>({
  id: 'goals',
  part: 'opening',
  title: { ko: '수업 목표', en: 'Goals' },
  clicks: 3,
  minutes: 1.5,
  start: { clock: 0, x: -0.9 },
  notes: {
    say: {
      ko: '네 목표를 하나씩 읽는다. 앞의 셋은 고등학교 미분에서 한 걸음씩 나아간 것이고, 넷째가 오늘의 도착지다. 아래의 x를 움직이면 그림 네 개가 함께 바뀐다.',
      en: 'Read the four goals one by one. The first three are each one step beyond school calculus; the fourth is where we arrive. The x below moves all four sketches.',
    },
    ask: {
      ko: '미분은 무엇을 알려 주는 수인가? 한 문장으로 말해 보자.',
      en: 'What does a derivative tell us? Say it in one sentence.',
    },
  },
  controls: ({ state, set, say }) => {
    const change = (x: number): void => set({ x });
    return html`${numberField('x', state.x, change, { ...range, title: say('그림의 x', 'x of the sketches') })}${slider('x', state.x, change, range)}`;
  },
  run: ({ engine, state }) => {
    const lesson = goalsOn(engine);
    return [lesson.slope(state.x), lesson.descent(state.x), lesson.chain(state.x)];
  },
  view: ({ state, engine, language, say }) => {
    const rows: readonly (readonly [Goal, string])[] = [
      ['slope', say('편미분의 개념을 이해한다.', 'Understand what a partial derivative is.')],
      [
        'descent',
        say('Gradient descent로 딥러닝 모델을 학습시킨다.', 'Train a deep-learning model by gradient descent.'),
      ],
      ['chain', say('합성함수를 chain rule로 미분한다.', 'Differentiate composite functions by the chain rule.')],
      [
        'node',
        say(
          '편미분과 chain rule이 어떻게 backpropagation이 되는지 안다.',
          'See how partial derivatives and the chain rule become backpropagation.',
        ),
      ],
    ];
    return html`<ol class="goals">
      ${rows.map(([goal, words], i) => html`<li>${reveal(state.clock >= i, html`<goal-sketch lang=${language} .engine=${engine} goal=${goal} .x=${state.x}></goal-sketch><p>${words}</p>`)}</li>`)}
    </ol>`;
  },
});
