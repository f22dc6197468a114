// What the presenter can do, for keys, clicker, buttons and pictures alike: the store's actions plus reveal's steps.

import type { RevealApi } from 'reveal.js';
import type { Line } from '../lesson/points.ts';
import type { Slide } from '../slides/slide.ts';
import type { Store } from '../store/store.ts';

export class Presenter {
  readonly store: Store;
  readonly deck: RevealApi;
  private readonly slides: readonly Slide[];

  constructor(store: Store, deck: RevealApi, slides: readonly Slide[]) {
    this.store = store;
    this.deck = deck;
    this.slides = slides;
  }

  get slide(): Slide {
    const slide = this.slides[this.index];
    if (!slide) throw new RangeError('expected a current slide, found none');
    return slide;
  }

  get index(): number {
    return this.slides.findIndex(({ id }) => id === this.store.state.value.slide);
  }

  get count(): number {
    return this.slides.length;
  }

  next(): void {
    this.deck.next();
  }

  /** First takes back, in one go, what a run added; then walks back click by click. */
  previous(): void {
    if (this.store.current.extra > 0) this.store.edit({ extra: 0, running: false });
    else this.deck.prev();
  }

  /** Jumps to a slide's start state. */
  jump(index: number): void {
    const target = Math.max(0, Math.min(this.slides.length - 1, index));
    const id = this.slides[target]?.id;
    this.deck.slide(target, 0, -1);
    this.store.reset(id);
  }

  moveLine(line: Line): void {
    this.restartClock();
    this.store.moveLine(line);
  }

  randomStart(): void {
    const { window, controls } = this.slide;
    if (!window || !controls.includes('random')) return;
    this.restartClock();
    this.store.randomStart(window);
  }

  toggleRun(): void {
    if (this.slide.controls.includes('run')) this.store.setRunning(!this.store.current.running);
  }

  reset(): void {
    this.rewind();
    this.store.reset();
  }

  switchBackend(): void {
    this.store.switchBackend();
  }

  private restartClock(): void {
    if (this.slide.restarts) this.rewind();
  }

  private rewind(): void {
    if (this.store.current.clock > 0) this.deck.navigateFragment(-1);
  }
}
