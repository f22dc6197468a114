// What a slide is: a record. `index.ts` lists them in order; adding one means one file and one line there.

import type { TemplateResult } from 'lit';
import type { Bilingual, Language, Say } from '../language/language.ts';
import type { Points } from '../lesson/points.ts';
import type { Engine } from '../store/engine.ts';
import type { Holds } from '../store/holds.ts';
import type { SlideState } from '../store/state.ts';
import type { Part } from './lecture.ts';

/** What a slide's numbers are computed from. */
export interface Given<S extends SlideState> {
  readonly state: S;
  /** The training data, shared by the slides about regression. */
  readonly points: Points;
  /** The same data before any point was moved: what scales are made for, so that they rest while a point is dragged. */
  readonly data: Points;
  /** The active backend. */
  readonly engine: Engine;
}

/** Everything a slide's picture depends on, and what the presenter may do to it. */
export interface Scene<S extends SlideState = SlideState> extends Given<S> {
  readonly language: Language;
  readonly say: Say;
  /** Changes values of the slide's state. */
  readonly set: (changes: Partial<S>) => void;
  /** The same, and takes the clock back to 0. */
  readonly restart: (changes: Partial<S>) => void;
  /** Moves the training data. */
  readonly movePoints: (points: Points) => void;
  /** Replaces the training data: a reset comes back to these. */
  readonly giveData: (points: Points) => void;
  /** Jumps to the start state of another slide, by its id. */
  readonly visit: (id: string) => void;
}

export interface Slide<S extends SlideState = SlideState> {
  /** Also the address: `#/id`. */
  readonly id: string;
  readonly part: Part;
  readonly title: Bilingual;
  /** The title where it holds a formula. */
  readonly heading?: (say: Say) => TemplateResult;
  /** What stands above the title instead of the part's name. */
  readonly eyebrow?: (say: Say) => TemplateResult;
  /** Hangs below the main slide before it: beyond the main line, for questions. */
  readonly below?: true;
  /** The opening slide: its title stands beside the picture. */
  readonly cover?: true;
  /** How many times *next* is pressed before the slide is over. */
  readonly clicks: number;
  /** The state it starts with, `clock: 0`. */
  readonly start: S;
  /** What a state from another window or from a link may hold, where the start values alone say too little. */
  readonly holds?: Holds<S>;
  /** For the presenter: what to say, and what to ask the students. */
  readonly notes: { readonly say: Bilingual; readonly ask: Bilingual };
  /** Minutes it is planned to take; below the main line, minutes it takes if it is shown. */
  readonly minutes: number;
  /** The slide below its title, as a function of the scene alone. */
  readonly view: (scene: Scene<S>) => TemplateResult;
  /** Its own controls in the strip: see `controls.ts`. */
  readonly controls?: (scene: Scene<S>) => unknown;
  /** What the random-start key changes; the seed belongs to the state. */
  readonly random?: (given: Given<S>) => Partial<S>;
  /** What its button says where it is no random start. */
  readonly randomLabel?: Bilingual;
  /** A run: what changes from tick to tick, nothing when it is over. The state then has `running`. */
  readonly tick?: (given: Given<S>) => Partial<S> | undefined;
  /** Milliseconds between ticks; 300 unless given, 0 for every frame. */
  readonly interval?: number;
  /** What *previous* takes back in one go before it walks back click by click: what a run added. */
  readonly undo?: (state: S) => Partial<S> | undefined;
  /** One run on an engine: what the strip times, and whose bits it compares between the backends. */
  readonly run: (given: Given<S>) => unknown;
}

/** Checks a record against the type of its own state, and forgets that type: the deck hands each slide its own state. */
export function slide<S extends SlideState>(record: Slide<S>): Slide {
  return record as unknown as Slide;
}
