// What the presenter can do, for keys, clicker, buttons and pictures alike: the store's actions plus reveal's steps.

import type { RevealApi } from 'reveal.js';
import { type Opened, showing } from '../link/link.ts';
import type { Given, Slide } from '../slides/slide.ts';
import type { DeckState } from '../store/state.ts';
import type { Store } from '../store/store.ts';
import type { Route } from './route.ts';

/** How the next slide is entered: on the way forward, back to where one was, anew, or as another window shows it. */
export type Entrance = 'forward' | 'back' | 'jump' | 'mirrored';

export class Presenter {
  readonly store: Store;
  readonly deck: RevealApi;
  readonly route: Route;
  /** How the slide that reveal is told to show is to be entered; undefined while reveal moves by itself. */
  entrance: Entrance | undefined;

  constructor(store: Store, deck: RevealApi, route: Route) {
    this.store = store;
    this.deck = deck;
    this.route = route;
  }

  get slide(): Slide {
    const slide = this.route.slides[this.index];
    if (!slide) throw new RangeError('expected a current slide, found none');
    return slide;
  }

  get index(): number {
    return this.route.indexOf(this.store.slide.value);
  }

  /** What the current slide's numbers are computed from. */
  get given(): Given<never> {
    const { points, given: data } = this.store.state.value;
    return { state: this.store.current as never, points, data, engine: this.store.engine.value };
  }

  /** The slide that *next* leads to after the last click; −1 at the end. */
  get following(): number {
    return this.along(1);
  }

  /** One click on; after the last click to the next slide of the main line, or of the appendix. */
  next(): void {
    if (this.store.current.clock < this.slide.clicks) this.deck.nextFragment();
    else this.go(this.following, 'forward');
  }

  /** First takes back, in one go, what a run added; then walks back click by click, and to the slide before. */
  previous(): void {
    const undone = this.slide.undo?.(this.store.current);
    if (undone) this.store.edit({ ...undone, running: false });
    else if (this.store.current.clock > 0) this.deck.prevFragment();
    else this.go(this.slide.below ? this.index - 1 : this.along(-1), 'back');
  }

  /** To the next slide below. */
  down(): void {
    if (this.route.slides[this.index + 1]?.below) this.go(this.index + 1, 'forward');
  }

  /** Back up, to the state that was left. */
  up(): void {
    if (this.slide.below) this.go(this.index - 1, 'back');
  }

  /** Jumps to a slide's start state. */
  jump(index: number): void {
    this.go(Math.max(0, Math.min(this.route.slides.length - 1, index)), 'jump');
  }

  visit(id: string): void {
    const index = this.route.indexOf(id);
    if (index >= 0) this.jump(index);
  }

  /** The last slide of the main line. */
  get last(): number {
    return this.route.slides.findLastIndex(({ below, part }) => !below && part !== 'appendix');
  }

  /** Shows what a link opens. */
  open(opened: Opened): void {
    this.show(showing(opened, this.store.state.value));
  }

  /** Shows a slide as it starts, the first one where there is none of that name. */
  begin(slide: string): void {
    this.jump(this.route.indexOf(slide));
  }

  /** Shows this state, whatever was shown before. */
  show(state: DeckState): void {
    const place = this.route.places[this.route.indexOf(state.slide)];
    if (!place) return;
    const last = (state.slides[state.slide]?.clock ?? 0) - 1;
    const { h, v, f = -1 } = this.deck.getIndices();
    if (h !== place.h || v !== place.v || f !== last) {
      this.entrance = 'mirrored';
      this.deck.slide(place.h, place.v, last);
      this.entrance = undefined;
    }
    this.store.state.value = state;
  }

  restart(changes: object): void {
    this.rewind();
    this.store.edit(changes);
  }

  randomStart(): void {
    const { random } = this.slide;
    if (random) this.restart(random(this.given));
  }

  toggleRun(): void {
    if (this.slide.tick) this.store.edit({ running: !this.store.current.running });
  }

  reset(): void {
    this.rewind();
    this.store.reset();
  }

  resetAll(): void {
    this.rewind();
    this.store.resetAll();
  }

  /** The main slide to the left or right, in the same line: nothing beyond its ends. */
  private along(direction: 1 | -1): number {
    const { slides } = this.route;
    const here = this.slide.part === 'appendix';
    for (let i = this.index + direction; i >= 0 && i < slides.length; i += direction) {
      const other = slides[i];
      if (other?.below) continue;
      const appendix = other?.part === 'appendix';
      return appendix === here || direction === -1 ? i : -1;
    }
    return -1;
  }

  private go(index: number, entrance: Entrance): void {
    const place = this.route.places[index];
    const slide = this.route.slides[index];
    if (!place || !slide) return;
    const clock = entrance === 'back' ? (this.store.state.value.slides[slide.id]?.clock ?? 0) : 0;
    this.entrance = entrance;
    this.deck.slide(place.h, place.v, clock - 1);
    this.entrance = undefined;
  }

  private rewind(): void {
    if (this.store.current.clock > 0) this.deck.navigateFragment(-1);
  }
}
