// The one store: a signal that holds the deck's state, and the few things a presenter can do to it.

import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Language } from '../language/language.ts';
import { lecturePoints, type Points } from '../lesson/points.ts';
import { type BackendName, type Engine, isAvailable, preferred } from './engine.ts';
import { type DeckState, type SlideState, type Starts, startState, type Theme, withSlide } from './state.ts';

export class Store {
  readonly state: Signal<DeckState>;
  readonly engines: Readonly<Record<BackendName, Engine>>;
  /** The engine of the active backend. */
  readonly engine: ReadonlySignal<Engine>;
  /** Parts of the state that rest during a drag: what reads one of these is not done again at every move. */
  readonly slide: ReadonlySignal<string>;
  readonly clock: ReadonlySignal<number>;
  readonly backend: ReadonlySignal<BackendName>;
  readonly language: ReadonlySignal<Language>;
  readonly theme: ReadonlySignal<Theme>;
  readonly starts: Starts;

  constructor(engines: Readonly<Record<BackendName, Engine>>, starts: Starts, language: Language = 'ko') {
    this.starts = starts;
    this.engines = engines;
    this.state = signal(startState(starts, preferred, language));
    this.slide = computed(() => this.state.value.slide);
    this.clock = computed(() => this.current.clock);
    this.backend = computed(() => this.state.value.backend);
    this.language = computed(() => this.state.value.language);
    this.theme = computed(() => this.state.value.theme);
    this.engine = computed(() => engines[this.backend.value]);
  }

  /** The current slide's state. */
  get current(): SlideState {
    const { slides, slide } = this.state.value;
    const found = slides[slide];
    if (!found) throw new RangeError(`expected the id of a slide, got '${slide}'`);
    return found;
  }

  edit(changes: object, id: string = this.state.value.slide): void {
    this.state.value = withSlide(this.state.value, id, changes);
  }

  /** Other values of the same data: a point was dragged. */
  movePoints(points: Points): void {
    this.state.value = { ...this.state.value, points };
  }

  /** Other data: a reset comes back to these. */
  giveData(points: Points): void {
    this.state.value = { ...this.state.value, points, given: points };
  }

  /** Gives a slide its start values again, and the data theirs. The caller moves reveal's fragments. */
  reset(id: string = this.state.value.slide): void {
    const { given } = this.state.value;
    this.state.value = this.withStart({ ...this.state.value, points: given }, id);
  }

  /** Gives a slide its start values again and leaves the data as they are. */
  restart(id: string): void {
    this.state.value = this.withStart(this.state.value, id);
  }

  /** Gives every slide its start values again, and the lecture its data. */
  resetAll(): void {
    this.state.value = { ...this.state.value, slides: this.starts, points: lecturePoints, given: lecturePoints };
  }

  /** Whether anything the presenter can change on this slide differs from its start value. */
  get isChanged(): boolean {
    return this.isSlideChanged(this.state.value.slide);
  }

  /** The same for any slide. */
  isSlideChanged(id: string): boolean {
    const { slides, points, given } = this.state.value;
    return points !== given || JSON.stringify(slides[id]) !== JSON.stringify(this.starts[id]);
  }

  /** Switches to the other backend where it is available; everything else stays as it is. */
  switchBackend(): void {
    this.useBackend(this.state.value.backend === 'wasm' ? 'typescript' : 'wasm');
  }

  useBackend(backend: BackendName): void {
    if (isAvailable(backend)) this.state.value = { ...this.state.value, backend };
  }

  switchTheme(): void {
    this.state.value = { ...this.state.value, theme: this.state.value.theme === 'light' ? 'dark' : 'light' };
  }

  useLanguage(language: Language): void {
    this.state.value = { ...this.state.value, language };
  }

  /** Follows reveal: the slide it shows and how many fragments are visible. A run ends where its slide is left. */
  follow(slide: string, clock: number): void {
    const { value } = this.state;
    const left =
      value.slide === slide || !this.current.running ? value : withSlide(value, value.slide, { running: false });
    this.state.value = withSlide({ ...left, slide }, slide, { clock });
  }

  private withStart(state: DeckState, id: string): DeckState {
    const start = this.starts[id];
    return start ? { ...state, slides: { ...state.slides, [id]: start } } : state;
  }
}
