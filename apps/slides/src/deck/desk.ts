// What the presenter can do besides moving the slides, for keys, menu and buttons alike: the other window, the audience's
// screen, links, laser and pen, the timer.

import { type Signal, signal } from '@preact/signals-core';
import { withoutAll, withoutLast } from '../ink/stroke.ts';
import type { Bilingual } from '../language/language.ts';
import { paused, started, unstarted } from '../lectern/timer.ts';
import { copied, copy } from '../link/copy.ts';
import { linkTo } from '../link/link.ts';
import type { DeckState } from '../store/state.ts';
import type { Lecture, Role } from '../sync/lecture.ts';
import { addressIn, nameSession } from '../sync/session.ts';
import type { Notices } from './notices.ts';
import type { Presenter } from './presenter.ts';

/** What the pointer does over the slide in this window. */
export type Hand = 'free' | 'laser' | 'pen';

const said = {
  notCopied: {
    ko: '브라우저가 복사를 허락하지 않아 링크를 화면에 보여 준다.',
    en: 'The browser does not let the deck copy; here is the link.',
  },
  blocked: {
    ko: '새 창이 대답하지 않는다. 창이 열리지 않았으면 이 페이지의 팝업을 허용해야 한다.',
    en: 'The new window does not answer. If none has opened, allow pop-ups for this page.',
  },
  there: { ko: '그 창은 이미 열려 있다.', en: 'That window is open already.' },
} as const satisfies Readonly<Record<string, Bilingual>>;

export class Desk {
  readonly hand: Signal<Hand> = signal<Hand>('free');
  readonly lecture: Lecture;
  private readonly presenter: Presenter;
  private readonly notices: Notices;
  private readonly session: string;

  constructor(presenter: Presenter, lecture: Lecture, notices: Notices, session: string) {
    this.presenter = presenter;
    this.lecture = lecture;
    this.notices = notices;
    this.session = session;
  }

  /**
   * The presenter's own view from the audience's window, and the other way round. The new window knows nothing of this
   * one but the session, so that each has a process of its own: a slow or a crashed one leaves the other alone.
   */
  async openOther(): Promise<void> {
    const { lecture, session, notices } = this;
    const wanted = lecture.role === 'hall' ? 'lectern' : 'hall';
    if (await this.answers(wanted, 150)) {
      notices.say(said.there);
      return;
    }
    nameSession(session);
    // The window that comes takes this one's state, even if nobody has done anything yet.
    lecture.lead();
    window.open(
      addressIn(session, wanted === 'lectern') + location.hash,
      '_blank',
      'noopener,popup,width=1280,height=760',
    );
    if (lecture.connected && !(await this.answers(wanted, 8000))) notices.say(said.blocked);
  }

  toggleBlank(): void {
    this.lecture.setScreen({ blank: !this.lecture.screen.value.blank });
  }

  toggleFreeze(): void {
    this.lecture.toggleFreeze();
  }

  /** Shows the link to what the audience sees, as a code for phones, or takes it away. */
  async toggleLink(): Promise<void> {
    const { lecture } = this;
    if (lecture.screen.value.link !== null) this.hideLink();
    else lecture.setScreen({ link: await this.linkTo(lecture.seen) });
  }

  hideLink(): void {
    if (this.lecture.screen.value.link !== null) this.lecture.setScreen({ link: null });
  }

  /** Copies the link to what this window shows. */
  async copyLink(): Promise<void> {
    const link = await this.linkTo(this.presenter.store.state.value);
    if (await copy(link)) this.notices.say(copied);
    else {
      this.notices.say(said.notCopied);
      this.lecture.setScreen({ link });
    }
  }

  /** Takes the tool up, or lays it down. */
  toggleHand(hand: 'laser' | 'pen'): void {
    const { value } = this.hand;
    this.layDown();
    if (value !== hand) this.hand.value = hand;
  }

  layDown(): void {
    if (this.hand.value === 'laser') this.lecture.point(null);
    this.hand.value = 'free';
  }

  /** Takes the last stroke on this slide back, or all of them. */
  erase(all: boolean): void {
    const { lecture, presenter } = this;
    const { slide } = presenter.store.state.value;
    if (lecture.ink.value[slide]?.length) lecture.setInk((all ? withoutAll : withoutLast)(lecture.ink.value, slide));
  }

  toggleTimer(): void {
    const { timer } = this.lecture;
    const change = timer.value.since === null ? started : paused;
    this.lecture.setTimer(change(timer.value, Date.now()));
  }

  resetTimer(): void {
    this.lecture.setTimer(unstarted);
  }

  /** Whether a window of this kind answers a call within so many milliseconds. */
  private async answers(role: Role, patience: number): Promise<boolean> {
    const { lecture } = this;
    const asked = performance.now();
    const often = Math.min(patience, 500);
    for (let waited = 0; waited < patience; waited += often) {
      lecture.call();
      await new Promise((resolve) => window.setTimeout(resolve, often));
      if ([...lecture.peers.value.values()].some((peer) => peer.role === role && peer.at >= asked)) return true;
    }
    return false;
  }

  private async linkTo(state: DeckState): Promise<string> {
    const slide = this.presenter.route.slides[this.presenter.route.indexOf(state.slide)];
    if (!slide) throw new RangeError(`expected the id of a slide, got '${state.slide}'`);
    return await linkTo(slide, state);
  }
}
