// Ties this window to the others of its session, and to what the browser kept of it.

import type { Notices } from '../deck/notices.ts';
import type { Presenter } from '../deck/presenter.ts';
import { openChannel } from './channel.ts';
import { fingerprintOf } from './fingerprint.ts';
import { canKeep, keep, kept } from './kept.ts';
import { Lecture } from './lecture.ts';
import { isLectern, namedSession, newId } from './session.ts';

/** Milliseconds between a change and keeping it. */
const pause = 300;

const said = {
  alone: {
    ko: '이 브라우저는 두 창을 잇지 못한다 (BroadcastChannel 없음). 창마다 따로 넘긴다.',
    en: 'This browser cannot connect windows (no BroadcastChannel): each is moved by itself.',
  },
  forgetful: {
    ko: '브라우저가 저장을 막아, 새로 고치면 슬라이드의 처음 상태로 돌아간다.',
    en: 'The browser lets nothing be kept: a reload goes back to the slide’s start.',
  },
  unread: {
    ko: '이 슬라이드의 지금 상태는 다른 창과 링크로 옮겨지지 않는다. R을 누르면 처음 상태로 돌아간다.',
    en: 'This state of the slide reaches neither other windows nor links. R brings its start state back.',
  },
  other: {
    ko: '다른 판의 슬라이드를 연 창이 있다. 두 창을 모두 새로 고쳐야 이어진다.',
    en: 'Another window shows another version of the slides: reload both.',
  },
} as const;

export interface Attendance {
  readonly lecture: Lecture;
  readonly session: string;
  /** Why they cannot. */
  readonly alone: typeof said.alone;
  /** To be called once the deck shows something: comes back to what was kept, and joins the others. */
  readonly arrive: (back: boolean) => void;
}

export function attend(presenter: Presenter, notices: Notices): Attendance {
  const before = kept();
  const session = namedSession ?? before?.session ?? newId();
  let timer = 0;
  let otherHeard = false;
  const save = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    keep(session, lecture.snapshot());
  };
  const channel = openChannel(session, (data) => lecture.receive(data));
  const lecture: Lecture = new Lecture(presenter, {
    id: newId(),
    role: isLectern ? 'lectern' : 'hall',
    deck: fingerprintOf(presenter.route.slides),
    post: channel?.post,
    onChange: () => {
      if (canKeep && timer === 0) timer = window.setTimeout(save, pause);
    },
    onOther: () => {
      // It goes on speaking; once is enough.
      if (!otherHeard) notices.say(said.other);
      otherHeard = true;
    },
    onUnread: (slide) => {
      notices.say(said.unread);
      // The slide's `holds` are wrong: what it can come to, they must take.
      console.error(`expected a state that the slide '${slide}' holds, got`, presenter.store.state.value.slides[slide]);
    },
  });
  return {
    lecture,
    session,
    alone: said.alone,
    arrive: (back) => {
      if (back && before?.session === session) lecture.receive(before.snapshot);
      lecture.join();
      if (!channel && (isLectern || namedSession)) notices.say(said.alone);
      if (!canKeep) notices.say(said.forgetful);
      window.addEventListener('pagehide', () => {
        if (timer) save();
        lecture.leave();
      });
      // A page that comes back out of the browser's cache has missed what was said.
      window.addEventListener('pageshow', ({ persisted }) => persisted && lecture.join());
    },
  };
}
