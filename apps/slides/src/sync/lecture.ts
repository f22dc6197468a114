// One lecture, given in as many windows as one likes. This is what they share, and what each has for itself:
//
//   shared   the deck's state (slide, clock, every slide's values, the data, language, theme, backend)
//            the screen: blank, frozen, the link that is shown · laser · ink · the timer
//   own      size, full screen, overview, open dialogs, what has the focus, which hand tool is taken up, notes' language
//
// The store holds what this window shows: the lecture's state, or the picture that the audience was left with.

import { effect, type Signal, signal } from '@preact/signals-core';
import type { Presenter } from '../deck/presenter.ts';
import { type Drawing, type Ink, inkCheck, isSpot, isStroke, type Spot } from '../ink/stroke.ts';
import { isTimer, type Timer, unstarted } from '../lectern/timer.ts';
import { isAvailable } from '../store/engine.ts';
import { type Check, fields, nullable, oneOf, text } from '../store/holds.ts';
import { type StateReader, stateReader } from '../store/read-state.ts';
import type { DeckState } from '../store/state.ts';
import { Mirror, type Register } from './mirror.ts';

/** What the audience's windows show besides the state. */
export interface Screen {
  /** Nothing at all. */
  readonly blank: boolean;
  /** This picture, while the presenter prepares another; null when they follow. */
  readonly frozen: DeckState | null;
  /** The link that is shown as a code for phones; null when none is. */
  readonly link: string | null;
}

/** What kind of window it is: the presenter's own view, or one for the audience. */
export type Role = 'lectern' | 'hall';

export interface LectureOptions {
  readonly id: string;
  readonly role: Role;
  readonly deck: string;
  /** Sends to the other windows; undefined where none can be reached. */
  readonly post: ((data: unknown) => void) | undefined;
  /** Something of what is shared has changed, here or there. */
  readonly onChange?: () => void;
  /** A window with other slides is in this session. */
  readonly onOther?: () => void;
  /** This window has come to a state of a slide that no other window, and no link, would take. */
  readonly onUnread?: (slide: string) => void;
}

type Shared = 'deck' | 'screen' | 'spot' | 'drawing' | 'ink' | 'timer';

export class Lecture {
  readonly role: Role;
  readonly screen: Signal<Screen> = signal({ blank: false, frozen: null, link: null });
  readonly spot: Signal<Spot> = signal(null);
  readonly drawing: Signal<Drawing | null> = signal(null);
  readonly ink: Signal<Ink> = signal({});
  readonly timer: Signal<Timer> = signal(unstarted);
  /** Whether this window's person acted last: it computes the runs. */
  readonly leading: Signal<boolean> = signal(true);
  /** The other windows: id, role, and when they were last heard. */
  readonly peers: Signal<ReadonlyMap<string, { readonly role: string; readonly at: number }>> = signal(new Map());
  /** When the leader was last heard, in milliseconds of the page's clock. */
  heard = 0;

  private readonly presenter: Presenter;
  private readonly mirror: Mirror<Shared>;
  private readonly post: LectureOptions['post'];
  private readonly onChange: () => void;
  private readonly reader: StateReader;
  private readonly onUnread: (slide: string) => void;
  /** The lecture's state, which the audience's windows don't show while they are frozen. */
  private live: DeckState;
  private by: 'person' | 'run' | 'mirror' = 'mirror';

  constructor(presenter: Presenter, { id, role, deck, post, onChange, onOther, onUnread }: LectureOptions) {
    const { store, route } = presenter;
    const ids = route.slides.map((slide) => slide.id);
    const reader = stateReader(route.slides);
    this.presenter = presenter;
    this.role = role;
    this.post = post;
    this.onChange = onChange ?? (() => undefined);
    this.reader = reader;
    this.onUnread = onUnread ?? (() => undefined);
    this.live = store.state.value;
    const isScreen = fields({
      blank: oneOf([true, false]),
      frozen: (value) => value !== undefined,
      link: nullable(text(4000)),
    });
    const plain = <T>(held: Signal<T>, check: Check): Register<T> => ({
      get: () => held.value,
      read: (value) => (check(value) ? (value as T) : undefined),
      take: (value) => {
        held.value = value;
        this.onChange();
      },
    });
    const deckRegister: Register<DeckState> = {
      get: () => this.live,
      read: (value) => reader.read(value, this.live),
      take: (state) => this.follow(state),
    };
    const screenRegister: Register<Screen> = {
      get: () => this.screen.value,
      read: (value) => {
        if (!isScreen(value)) return undefined;
        const screen = value as Screen;
        const frozen = screen.frozen === null ? null : reader.read(screen.frozen, this.live);
        return frozen === undefined ? undefined : { ...screen, frozen };
      },
      take: (screen) => this.takeScreen(screen),
    };
    const isDrawing = nullable(fields({ slide: oneOf(ids), points: isStroke }));
    this.mirror = new Mirror(
      {
        id,
        role,
        deck,
        post: (data) => this.post?.(data),
        onPeer: (peer, as) => this.onPeer(peer, as),
        ...(onOther ? { onOther } : {}),
      },
      {
        deck: deckRegister,
        screen: screenRegister,
        spot: plain(this.spot, isSpot),
        drawing: plain(this.drawing, isDrawing),
        ink: plain(this.ink, inkCheck(ids)),
        timer: plain(this.timer, isTimer),
      },
    );
    effect(() => this.onState(store.state.value));
  }

  /** Whether this window keeps its picture while the presenter prepares another. */
  get isFrozen(): boolean {
    return this.role === 'hall' && this.screen.value.frozen !== null;
  }

  /** What the audience sees. */
  get seen(): DeckState {
    return this.screen.value.frozen ?? this.live;
  }

  /** Takes in what another window sent. */
  receive(data: unknown): void {
    this.mirror.receive(data);
  }

  /** All that is shared, as a message. */
  snapshot(): unknown {
    return this.mirror.snapshot();
  }

  /** From here on what changes in this window is an act: what reveal did to begin with was none. */
  begin(): void {
    this.live = this.presenter.store.state.value;
    this.by = 'person';
  }

  /** Comes into a lecture that may be going on. */
  join(): void {
    this.mirror.ask();
  }

  call(): void {
    this.mirror.call();
  }

  leave(): void {
    this.mirror.close();
  }

  /** Whether other windows can be reached at all. */
  get connected(): boolean {
    return this.post !== undefined;
  }

  /** What happens within `change` is the tick of a run, and no act of a person. */
  tick(change: () => void): void {
    this.by = 'run';
    change();
    this.by = 'person';
  }

  /** Takes over: from here on this window's state counts, and its runs. */
  lead(): void {
    this.mirror.act('deck');
    this.leading.value = true;
    this.onChange();
  }

  /** The audience keeps its picture, or comes after. */
  toggleFreeze(): void {
    this.setScreen({ frozen: this.screen.value.frozen === null ? this.live : null });
  }

  setScreen(changes: Partial<Screen>): void {
    this.takeScreen({ ...this.screen.value, ...changes });
    this.mirror.act('screen');
  }

  point(spot: Spot): void {
    this.spot.value = spot;
    this.mirror.act('spot');
  }

  draw(drawing: Drawing | null): void {
    this.drawing.value = drawing;
    this.mirror.act('drawing');
  }

  setInk(ink: Ink): void {
    this.ink.value = ink;
    this.mirror.act('ink');
    this.onChange();
  }

  setTimer(timer: Timer): void {
    this.timer.value = timer;
    this.mirror.act('timer');
    this.onChange();
  }

  /** The store has changed: by a person, by a run, or because it follows. */
  private onState(state: DeckState): void {
    if (this.by === 'mirror' || state === this.live) return;
    if (this.isFrozen) {
      // Whoever acts in the window that stands still wants it to move: it catches up, and that is all. reveal, which may
      // be in the middle of a move, is let finish.
      queueMicrotask(() => this.isFrozen && this.setScreen({ frozen: null }));
      return;
    }
    this.live = state;
    if (!this.reader.accepts(state.slide, state.slides[state.slide])) this.onUnread(state.slide);
    if (this.by === 'run') this.mirror.tick('deck');
    else this.mirror.act('deck');
    this.leading.value = true;
    this.onChange();
  }

  private follow(state: DeckState): void {
    this.live = isAvailable(state.backend) ? state : { ...state, backend: this.live.backend };
    this.heard = performance.now();
    this.leading.value = this.mirror.leads('deck');
    if (!this.isFrozen) this.show(this.live);
    this.onChange();
  }

  private takeScreen(screen: Screen): void {
    const wasFrozen = this.isFrozen;
    this.screen.value = screen;
    if (wasFrozen || this.isFrozen) this.show(this.isFrozen ? this.seen : this.live);
    this.onChange();
  }

  private show(state: DeckState): void {
    const { by } = this;
    this.by = 'mirror';
    this.presenter.show(state);
    this.by = by;
  }

  private onPeer(id: string, role: string | undefined): void {
    const peers = new Map(this.peers.value);
    if (role === undefined) peers.delete(id);
    else peers.set(id, { role, at: performance.now() });
    this.peers.value = peers;
    // Whoever ran is gone; a window that is looked at carries on.
    const { running } = this.presenter.store.current;
    const gone = role === undefined && id === this.mirror.stampOf('deck').by;
    if (gone && running && !document.hidden && !this.isFrozen) this.lead();
  }
}
