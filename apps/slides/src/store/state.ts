// The state of the deck: plain JSON. Every picture and every number is a pure function of it.

import type { Language } from '../language/language.ts';
import { lecturePoints, type Points } from '../lesson/points.ts';
import type { BackendName } from './engine.ts';

/** What one slide remembers: its clock, and whatever else its picture depends on, as plain JSON. */
export interface SlideState {
  /** How many clicks into the slide: the algorithm's clock, driven by reveal's fragments. */
  readonly clock: number;
  /** Whether a run is going on; only on slides that have one. */
  readonly running?: boolean;
}

export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

export interface DeckState {
  /** Id of the current slide. */
  readonly slide: string;
  readonly backend: BackendName;
  readonly theme: Theme;
  readonly language: Language;
  /** The training data as they are now, shared by the slides about regression. */
  readonly points: Points;
  /** What a reset gives back: the lecture's data, or the presenter's own. */
  readonly given: Points;
  readonly slides: Readonly<Record<string, SlideState>>;
}

/** Ids and start states of the slides, in order. */
export type Starts = Readonly<Record<string, SlideState>>;

export function startState(starts: Starts, backend: BackendName, language: Language): DeckState {
  return {
    slide: Object.keys(starts)[0] ?? '',
    backend,
    theme: 'light',
    language,
    points: lecturePoints,
    given: lecturePoints,
    slides: starts,
  };
}

/** The same state with some of one slide's values replaced. */
export function withSlide(state: DeckState, id: string, changes: object): DeckState {
  const slide = state.slides[id];
  return slide ? { ...state, slides: { ...state.slides, [id]: { ...slide, ...changes } } } : state;
}
