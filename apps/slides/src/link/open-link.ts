// Opens the states that addresses ask for: the one the page was opened with, and those put into the address bar later.
// The address then says the slide alone, as reveal writes it: the state goes on from there.

import type { Notices } from '../deck/notices.ts';
import type { Presenter } from '../deck/presenter.ts';
import { stateReader } from '../store/read-state.ts';
import { type Address, addressOf, openAddress } from './link.ts';

const unreadable = {
  ko: '이 버전에서 읽을 수 없는 링크여서 슬라이드의 처음 상태를 보여 준다.',
  en: 'This version cannot read that link: here is the slide as it starts.',
} as const;

/** Takes the state out of the page's address before reveal reads it; undefined where there is none. */
function take(): Address | undefined {
  const address = addressOf(location.hash);
  if (address) history.replaceState(history.state, '', `#/${address.slide}`);
  return address;
}

/** To be called before reveal starts; what it gives is to be called after. Resolves to whether a link was opened. */
export function openLinks(presenter: Presenter, notices: Notices): () => Promise<boolean> {
  const { slides } = presenter.route;
  const reader = stateReader(slides);
  const open = async (address: Address): Promise<void> => {
    const opened = await openAddress(address, slides, reader);
    if (opened) presenter.open(opened);
    else {
      presenter.jump(Math.max(0, presenter.route.indexOf(address.slide)));
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
