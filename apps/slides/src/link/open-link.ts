// Opens the states that addresses ask for: the one the page was opened with, and those put into the address bar later.
// The address then says the slide alone: the state goes on from there.

import type { Notices } from '../deck/notices.ts';
import type { Slide } from '../slides/slide.ts';
import { stateReader } from '../store/read-state.ts';
import { type Address, addressOf, type Opened, openAddress } from './link.ts';

/** Who shows what an address asks for. */
export interface Opener {
  open(opened: Opened): void;
  /** Shows a slide as it starts, the first one where there is none of that name. */
  begin(slide: string): void;
}

const unreadable = {
  ko: '이 버전에서 읽을 수 없는 링크여서 슬라이드의 처음 상태를 보여 준다.',
  en: 'This version cannot read that link: here is the slide as it starts.',
} as const;

/** Takes the state out of the page's address before anyone else reads it; undefined where there is none. */
function take(): Address | undefined {
  const address = addressOf(location.hash);
  if (address) history.replaceState(history.state, '', `#/${address.slide}`);
  return address;
}

/** To be called before the slides are shown; what it gives is to be called after. Resolves to whether a link was opened. */
export function openLinks(slides: readonly Slide[], opener: Opener, notices: Notices): () => Promise<boolean> {
  const reader = stateReader(slides);
  const open = async (address: Address): Promise<void> => {
    const opened = await openAddress(address, slides, reader);
    if (opened) opener.open(opened);
    else {
      opener.begin(address.slide);
      notices.say(unreadable);
    }
  };
  const first = take();
  // Before reveal's own listener, which then finds the plain address.
  window.addEventListener('hashchange', () => {
    const address = take();
    if (address) void open(address);
  });
  return async () => {
    if (first) await open(first);
    return first !== undefined;
  };
}
