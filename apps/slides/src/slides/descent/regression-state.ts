// What the slides about regression remember, and what their pictures may change.

import type { TemplateResult } from 'lit';
import type { PointMove } from '../../components/line-plot.ts';
import { type Line, lectureLine, lectureRate, type Points } from '../../lesson/points.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import type { Given, Scene } from '../slide.ts';

export interface LineState extends SlideState {
  /** The line shown, or the line a descent starts from. */
  readonly line: Line;
  /** The learning rate α. */
  readonly rate: number;
}

export interface DescentState extends LineState {
  /** Steps that a run added to those of the clock. */
  readonly extra: number;
  readonly running: boolean;
  /** Seed of the next random start. */
  readonly seed: number;
}

/** The lecture's line and learning rate, nothing clicked yet. */
export const lectureStart: LineState = { clock: 0, line: lectureLine, rate: lectureRate };

export const descentStart: DescentState = { ...lectureStart, extra: 0, running: false, seed: 1 };

export function movePoint({ x, y }: Points, { index, x: newX, y: newY }: PointMove): Points {
  return { x: x.with(index, newX), y: y.with(index, newY) };
}

/** For `@pointmove` of a plot: a point was dragged. */
export const onPoint =
  <S extends SlideState>({ points, movePoints }: Scene<S>) =>
  ({ detail }: CustomEvent<PointMove>): void =>
    movePoints(movePoint(points, detail));

/** For `@linemove` of a picture: the line was moved. */
export const onLine =
  <S extends LineState>({ set }: Scene<S>) =>
  ({ detail }: CustomEvent<Line>): void =>
    set({ line: detail } as Partial<S>);

/** For pictures of a descent: another start, from step 0. */
export const onStart =
  ({ restart }: Scene<DescentState>) =>
  ({ detail }: CustomEvent<Line>): void =>
    restart({ line: detail, extra: 0 });

export function lineFields<S extends LineState>({ state, set, say }: Scene<S>): TemplateResult[] {
  return (['a', 'b'] as const).map((name) =>
    numberField(name, state.line[name], (value) => set({ line: { ...state.line, [name]: value } } as Partial<S>), {
      title: say(`직선의 ${name}`, `${name} of the line`),
    }),
  );
}

export function rateFields<S extends LineState>({ state, set }: Scene<S>): TemplateResult[] {
  const change = (rate: number): void => set({ rate } as Partial<S>);
  return [
    numberField('α', state.rate, change, { step: 0.01, least: 0, greatest: 1000, title: 'learning rate α' }),
    slider('learning rate α', state.rate, change, { least: 0, greatest: 0.3, step: 0.01 }),
  ];
}

/** Loss and gradient of one line: what most of these slides are timed on. */
export type RegressionGiven = Given<LineState>;
