// What the slides about regression remember, and what their pictures may change. A line or a learning rate that nobody has
// touched is not remembered: it is the lecture's, or for other data one that makes sense there.

import { html, type TemplateResult } from 'lit';
import '../../components/data-entry.ts';
import type { Extent } from '../../components/axes.ts';
import type { PointMove } from '../../components/line-plot.ts';
import { type Line, lectureLine, lectureRate, type Points } from '../../lesson/points.ts';
import { extentOf, greatestRate, rateOf, startOf, stepIn, windowOf } from '../../lesson/scales.ts';
import { fields, type Holds, isNumber, optional, whole } from '../../store/holds.ts';
import type { SlideState } from '../../store/state.ts';
import { numberField, slider } from '../controls.ts';
import type { Given, Scene } from '../slide.ts';

export interface RegressionState extends SlideState {
  /** The line shown, or the line a descent starts from, once somebody has moved it. */
  readonly line?: Line;
  /** The learning rate α, once somebody has moved it. */
  readonly rate?: number;
}

/** A state that has its own line and learning rate whatever the data. */
export interface LineState extends RegressionState {
  readonly line: Line;
  readonly rate: number;
}

export interface DescentState extends RegressionState {
  /** Steps that a run added to those of the clock. */
  readonly extra: number;
  readonly running: boolean;
  /** Seed of the next random start. */
  readonly seed: number;
}

/** The lecture's line and learning rate, nothing clicked yet. */
export const lectureStart: LineState = { clock: 0, line: lectureLine, rate: lectureRate };

/** Nothing clicked, nothing moved. */
export const untouched: RegressionState = { clock: 0 };

export const descentStart: DescentState = { clock: 0, extra: 0, running: false, seed: 1 };

/** A run does not go on for ever where the learning rate is tiny. */
export const longest = 500;

export const regressionHolds: Holds<RegressionState> = {
  line: optional(fields({ a: isNumber, b: isNumber })),
  rate: optional((value) => isNumber(value) && Number(value) >= 0),
};

export const descentHolds: Holds<DescentState> = {
  ...regressionHolds,
  extra: whole(0, longest),
  seed: whole(0, 1e6),
};

/** The line and the learning rate of a slide; `lecture` holds those of the lecture where they differ from the usual. */
export function setting<S extends RegressionState>(
  { state, data, engine }: Given<S>,
  lecture: { readonly line?: Line; readonly rate?: number } = {},
): { readonly line: Line; readonly rate: number } {
  return {
    line: state.line ?? startOf(engine, data, lecture.line),
    rate: state.rate ?? rateOf(engine, data, lecture.rate),
  };
}

/** What a plot of this shape shows of the data. */
export function shown<S extends SlideState>({ data }: Scene<S>, lecture: Extent): Extent {
  return extentOf(data, lecture);
}

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
  <S extends RegressionState>({ set }: Scene<S>) =>
  ({ detail }: CustomEvent<Line>): void =>
    set({ line: detail } as Partial<S>);

/** For pictures of a descent: another start, from step 0. */
export const onStart =
  <S extends DescentState>({ restart }: Scene<S>) =>
  ({ detail }: CustomEvent<Line>): void =>
    restart({ line: detail, extra: 0 } as Partial<S>);

export function lineFields<S extends RegressionState>(scene: Scene<S>): TemplateResult[] {
  const { set, say, engine, data } = scene;
  const { line } = setting(scene);
  const window = windowOf(engine, data);
  return (['a', 'b'] as const).map((name) =>
    numberField(name, line[name], (value) => set({ line: { ...line, [name]: value } } as Partial<S>), {
      step: stepIn(window[name]),
      title: say(`직선의 ${name}`, `${name} of the line`),
    }),
  );
}

/** α as a number and on a slider, from 0 to well beyond where a descent diverges. */
export function rateFields<S extends RegressionState>(
  scene: Scene<S>,
  lecture: { readonly rate?: number } = {},
): TemplateResult[] {
  const { set, engine, data } = scene;
  const { rate } = setting(scene, lecture);
  const greatest = greatestRate(engine, data);
  const step = Number((greatest / 30).toPrecision(3));
  const change = (value: number): void => set({ rate: value } as Partial<S>);
  return [
    numberField('α', rate, change, { step, least: 0, greatest: 1000, title: 'learning rate α' }),
    slider('learning rate α', rate, change, { least: 0, greatest, step }),
  ];
}

/** The learner's own data, pasted: the slide begins again, with a line that suits them. */
export function dataField<S extends RegressionState>({
  language,
  points,
  giveData,
  restart,
}: Scene<S>): TemplateResult {
  const give = ({ detail }: CustomEvent<Points>): void => {
    giveData(detail);
    restart({ line: undefined, rate: undefined } as Partial<S>);
  };
  return html`<data-entry lang=${language} .points=${points} @data=${give}></data-entry>`;
}
