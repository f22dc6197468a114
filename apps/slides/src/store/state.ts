// The state of the deck: plain JSON. Every picture and every number is a pure function of it.

import type { Line, Points } from '../lesson/points.ts';
import { lecturePoints } from '../lesson/points.ts';
import type { BackendName } from './engine.ts';

/** What one slide remembers. */
export interface SlideState {
  /** How many clicks into the slide: the algorithm's clock, driven by reveal's fragments. */
  readonly clock: number;
  /** The line shown, or the line a descent starts from. */
  readonly line: Line;
  /** The learning rate α. */
  readonly rate: number;
  /** Steps that a run added to those of the clock. */
  readonly extra: number;
  readonly running: boolean;
}

export interface DeckState {
  /** Id of the current slide. */
  readonly slide: string;
  readonly backend: BackendName;
  readonly theme: 'light' | 'dark';
  /** The training data, shared by the section. */
  readonly points: Points;
  /** Seed of the next random start. */
  readonly seed: number;
  readonly slides: Readonly<Record<string, SlideState>>;
}

/** Ids and start states of the slides, in order. */
export type Starts = Readonly<Record<string, SlideState>>;

export function startState(starts: Starts, backend: BackendName): DeckState {
  return {
    slide: Object.keys(starts)[0] ?? '',
    backend,
    theme: 'light',
    points: lecturePoints,
    seed: 1,
    slides: starts,
  };
}

/** The same state with some of one slide's values replaced. */
export function withSlide(state: DeckState, id: string, changes: Partial<SlideState>): DeckState {
  const slide = state.slides[id];
  return slide ? { ...state, slides: { ...state.slides, [id]: { ...slide, ...changes } } } : state;
}

/** The same state with point `index` moved. */
export function withPoint(state: DeckState, index: number, x: number, y: number): DeckState {
  const replace = (values: readonly number[], value: number): number[] =>
    values.map((old, i) => (i === index ? value : old));
  return { ...state, points: { x: replace(state.points.x, x), y: replace(state.points.y, y) } };
}
