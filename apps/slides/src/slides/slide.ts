// What a slide is: a record. `index.ts` lists them in order; adding one means one file and one line there.

import type { TemplateResult } from 'lit';
import type { PointMove } from '../components/line-plot.ts';
import type { Window } from '../lesson/grid.ts';
import type { Line, Points } from '../lesson/points.ts';
import { lectureLine, lectureRate } from '../lesson/points.ts';
import type { Regression } from '../lesson/regression.ts';
import type { SlideState } from '../store/state.ts';

/** Everything a slide's picture depends on. */
export interface Scene {
  readonly state: SlideState;
  readonly points: Points;
  /** The lecture's functions on the active backend. */
  readonly lesson: Regression;
  /** What the pictures report back. */
  readonly onPoint: (event: CustomEvent<PointMove>) => void;
  readonly onLine: (event: CustomEvent<Line>) => void;
}

/** A control of the strip that only some slides have. */
export type Control = 'line' | 'rate' | 'run' | 'random';

export interface Slide {
  /** Also the address: `#/id`. */
  readonly id: string;
  readonly title: string;
  /** The title where it holds a formula. */
  readonly heading?: TemplateResult;
  /** The step of the algorithm that heads the slide; the section's name where there is none. */
  readonly step?: 1 | 2 | 3;
  /** The opening slide: its title stands beside the picture. */
  readonly cover?: boolean;
  /** How many times *next* is pressed before the slide is over. */
  readonly clicks: number;
  readonly start: SlideState;
  readonly controls: readonly Control[];
  /** What the time per run is measured on: one gradient, or the batched gradients of a whole grid. */
  readonly run: 'slope' | 'field';
  /** The part of the (a, b) plane a random start falls into. */
  readonly window?: Window;
  /** Choosing a start takes the clock back to 0. */
  readonly restarts?: boolean;
  /** For the presenter: what to say and what to ask. */
  readonly notes: string;
  /** The slide below its title, as a function of the scene alone. */
  readonly view: (scene: Scene) => TemplateResult;
}

/** The lecture's line and learning rate, nothing clicked yet. */
export const lectureStart: SlideState = { clock: 0, line: lectureLine, rate: lectureRate, extra: 0, running: false };
