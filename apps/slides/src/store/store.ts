// The one store: a signal that holds the deck's state, and the few things a presenter can do to it.

import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Window } from '../lesson/grid.ts';
import type { Line } from '../lesson/points.ts';
import { lecturePoints } from '../lesson/points.ts';
import { randomLine } from '../lesson/random.ts';
import { type Regression, regression } from '../lesson/regression.ts';
import { type BackendName, type Engine, isAvailable } from './engine.ts';
import { type DeckState, type SlideState, type Starts, startState, withPoint, withSlide } from './state.ts';

export class Store {
  readonly state: Signal<DeckState>;
  readonly lessons: Readonly<Record<BackendName, Regression>>;
  /** The lecture's functions on the active backend. */
  readonly lesson: ReadonlySignal<Regression>;
  readonly starts: Starts;

  constructor(engines: Readonly<Record<BackendName, Engine>>, starts: Starts) {
    this.starts = starts;
    const typescript = regression(engines.typescript);
    this.lessons = { typescript, wasm: engines.wasm.backend.available ? regression(engines.wasm) : typescript };
    this.state = signal(startState(starts, isAvailable('wasm') ? 'wasm' : 'typescript'));
    this.lesson = computed(() => this.lessons[this.state.value.backend]);
  }

  /** The current slide's state. */
  get current(): SlideState {
    const { slides, slide } = this.state.value;
    const found = slides[slide];
    if (!found) throw new RangeError(`expected the id of a slide, got '${slide}'`);
    return found;
  }

  edit(changes: Partial<SlideState>): void {
    this.state.value = withSlide(this.state.value, this.state.value.slide, changes);
  }

  moveLine(line: Line): void {
    this.edit({ line, extra: 0 });
  }

  movePoint(index: number, x: number, y: number): void {
    this.state.value = withPoint(this.state.value, index, x, y);
  }

  /** Gives the slide, and the data, their start values again. The caller moves reveal's fragments. */
  reset(id: string = this.state.value.slide): void {
    this.state.value = withSlide({ ...this.state.value, points: lecturePoints }, id, this.starts[id] ?? {});
  }

  /** Gives the slide its start values again and leaves the data as they are. */
  restart(id: string): void {
    this.state.value = withSlide(this.state.value, id, this.starts[id] ?? {});
  }

  /** Whether anything the presenter can change differs from its start value. */
  get isChanged(): boolean {
    const start = this.starts[this.state.value.slide];
    const { line, rate, extra, clock } = this.current;
    if (this.state.value.points !== lecturePoints || !start) return true;
    return clock !== 0 || extra !== 0 || rate !== start.rate || line.a !== start.line.a || line.b !== start.line.b;
  }

  randomStart(window: Window): void {
    const { seed } = this.state.value;
    this.state.value = { ...this.state.value, seed: seed + 1 };
    this.edit({ line: randomLine(seed, window), extra: 0 });
  }

  setRunning(running: boolean): void {
    this.edit({ running });
  }

  /** Switches to the other backend where it is available; everything else stays as it is. */
  switchBackend(): void {
    const other: BackendName = this.state.value.backend === 'wasm' ? 'typescript' : 'wasm';
    if (isAvailable(other)) this.state.value = { ...this.state.value, backend: other };
  }

  switchTheme(): void {
    this.state.value = { ...this.state.value, theme: this.state.value.theme === 'light' ? 'dark' : 'light' };
  }

  /** Follows reveal: the slide it shows and how many fragments are visible. */
  follow(slide: string, clock: number): void {
    const { state } = this;
    const left =
      state.value.slide === slide ? state.value : withSlide(state.value, state.value.slide, { running: false });
    state.value = withSlide({ ...left, slide }, slide, { clock });
  }
}
