// Every key of the deck, once: what is listened to, and what the help says.

import type { Desk } from '../deck/desk.ts';
import type { Presenter } from '../deck/presenter.ts';
import type { Bilingual } from '../language/language.ts';

/** What the keys reach: the presenter, and what lies over the slide. */
export interface Console {
  readonly presenter: Presenter;
  readonly desk: Desk;
  readonly toggleMenu: () => void;
  readonly toggleHelp: () => void;
}

export interface KeyEntry {
  /** `event.code` values, which stay the same under every layout and input method. */
  readonly codes: readonly string[];
  /** As printed on the keyboard. */
  readonly keys: readonly string[];
  readonly does: Bilingual;
  /** Sent by presentation clickers, so they go to the deck even from within a field or a slider. */
  readonly clicker?: boolean;
  readonly shift?: boolean;
  readonly act: (console: Console) => void;
}

function toggleFullscreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // A browser may refuse; the deck goes on in its window.
  change.catch(() => undefined);
}

const next = ({ presenter }: Console): void => presenter.next();
const previous = ({ presenter }: Console): void => presenter.previous();
const forward: Bilingual = { ko: '다음', en: 'Next' };
const back: Bilingual = { ko: '이전', en: 'Previous' };

export const keyTable: readonly KeyEntry[] = [
  {
    codes: ['PageDown'],
    keys: ['PageDown'],
    does: { ko: '다음 (clicker)', en: 'Next (clicker)' },
    clicker: true,
    act: next,
  },
  {
    codes: ['PageUp'],
    keys: ['PageUp'],
    does: { ko: '이전 (clicker)', en: 'Previous (clicker)' },
    clicker: true,
    act: previous,
  },
  { codes: ['Space'], keys: ['Shift', 'Space'], does: back, shift: true, act: previous },
  { codes: ['ArrowRight', 'Space'], keys: ['→', 'Space'], does: forward, act: next },
  { codes: ['ArrowLeft'], keys: ['←'], does: back, act: previous },
  {
    codes: ['ArrowDown'],
    keys: ['↓'],
    does: { ko: '아래 슬라이드 (더 보기)', en: 'The slide below' },
    act: ({ presenter }) => presenter.down(),
  },
  {
    codes: ['ArrowUp'],
    keys: ['↑'],
    does: { ko: '위 슬라이드', en: 'Back up' },
    act: ({ presenter }) => presenter.up(),
  },
  {
    codes: ['Home'],
    keys: ['Home'],
    does: { ko: '첫 슬라이드', en: 'First slide' },
    act: ({ presenter }) => presenter.jump(0),
  },
  {
    codes: ['End'],
    keys: ['End'],
    does: { ko: '요약', en: 'Summary' },
    act: ({ presenter }) => presenter.jump(presenter.last),
  },
  {
    codes: ['KeyP'],
    keys: ['P'],
    does: { ko: '실행과 멈춤', en: 'Run and pause' },
    act: ({ presenter }) => presenter.toggleRun(),
  },
  {
    codes: ['KeyN'],
    keys: ['N'],
    does: { ko: '임의의 시작점, 다른 버그', en: 'Random start, another bug' },
    act: ({ presenter }) => presenter.randomStart(),
  },
  {
    codes: ['KeyR'],
    keys: ['Shift', 'R'],
    does: { ko: '모든 슬라이드를 처음으로', en: 'Reset all slides' },
    shift: true,
    act: ({ presenter }) => presenter.resetAll(),
  },
  {
    codes: ['KeyR'],
    keys: ['R'],
    does: { ko: '이 슬라이드를 처음으로', en: 'Reset this slide' },
    act: ({ presenter }) => presenter.reset(),
  },
  {
    codes: ['KeyE'],
    keys: ['E'],
    does: { ko: 'Backend 전환', en: 'Switch the backend' },
    act: ({ presenter }) => presenter.store.switchBackend(),
  },
  {
    codes: ['KeyL'],
    keys: ['L'],
    does: { ko: 'English', en: '한국어' },
    act: ({ presenter: { store } }) => store.useLanguage(store.language.value === 'ko' ? 'en' : 'ko'),
  },
  {
    codes: ['KeyD'],
    keys: ['D'],
    does: { ko: '밝은 화면과 어두운 화면', en: 'Light and dark' },
    act: ({ presenter }) => presenter.store.switchTheme(),
  },
  { codes: ['KeyM'], keys: ['M'], does: { ko: '메뉴', en: 'Menu' }, act: ({ toggleMenu }) => toggleMenu() },
  {
    codes: ['KeyO', 'Escape'],
    keys: ['O', 'Esc'],
    does: { ko: '전체 보기', en: 'Overview' },
    act: ({ presenter }) => presenter.deck.toggleOverview(),
  },
  {
    codes: ['KeyS'],
    keys: ['S'],
    does: { ko: '발표자 화면, 청중 창', en: 'Presenter view, audience window' },
    act: ({ desk }) => void desk.openOther(),
  },
  { codes: ['KeyF'], keys: ['F'], does: { ko: '전체 화면', en: 'Full screen' }, act: toggleFullscreen },
  {
    codes: ['KeyB', 'Period'],
    keys: ['B', '.'],
    does: { ko: '화면 끄기', en: 'Blank the screen' },
    act: ({ desk }) => desk.toggleBlank(),
  },
  {
    codes: ['KeyZ'],
    keys: ['Z'],
    does: { ko: '청중 화면 멈추어 두기', en: 'Freeze the audience’s picture' },
    act: ({ desk }) => desk.toggleFreeze(),
  },
  {
    codes: ['KeyI'],
    keys: ['I'],
    does: { ko: '레이저', en: 'Laser pointer' },
    act: ({ desk }) => desk.toggleHand('laser'),
  },
  { codes: ['KeyW'], keys: ['W'], does: { ko: '펜', en: 'Pen' }, act: ({ desk }) => desk.toggleHand('pen') },
  {
    codes: ['KeyX'],
    keys: ['Shift', 'X'],
    does: { ko: '그린 것 모두 지우기', en: 'Erase the drawing' },
    shift: true,
    act: ({ desk }) => desk.erase(true),
  },
  {
    codes: ['KeyX'],
    keys: ['X'],
    does: { ko: '한 획 지우기', en: 'Undo a stroke' },
    act: ({ desk }) => desk.erase(false),
  },
  {
    codes: ['KeyC'],
    keys: ['C'],
    does: { ko: '이 상태의 링크 복사', en: 'Copy the link to this state' },
    act: ({ desk }) => void desk.copyLink(),
  },
  {
    codes: ['KeyQ'],
    keys: ['Q'],
    does: { ko: '링크의 QR code', en: 'QR code of the link' },
    act: ({ desk }) => void desk.toggleLink(),
  },
  {
    codes: ['KeyT'],
    keys: ['Shift', 'T'],
    does: { ko: '시계를 0으로', en: 'Reset the timer' },
    shift: true,
    act: ({ desk }) => desk.resetTimer(),
  },
  {
    codes: ['KeyT'],
    keys: ['T'],
    does: { ko: '시계 시작과 멈춤', en: 'Start and pause the timer' },
    act: ({ desk }) => desk.toggleTimer(),
  },
  {
    codes: ['KeyH', 'Slash'],
    keys: ['H', '?'],
    does: { ko: '이 목록', en: 'This list' },
    act: ({ toggleHelp }) => toggleHelp(),
  },
];
