// Every key of the deck, once: what is listened to, and what the help says.

import { openNotes } from '../deck/notes-channel.ts';
import type { Presenter } from '../deck/presenter.ts';

export interface KeyEntry {
  /** `event.code` values, which stay the same under every layout and input method. */
  readonly codes: readonly string[];
  /** As printed on the keyboard. */
  readonly keys: readonly string[];
  readonly does: string;
  /** Sent by presentation clickers, so they go to the deck even from within a field or a slider. */
  readonly clicker?: boolean;
  readonly shift?: boolean;
  readonly act: (presenter: Presenter) => void;
}

function toggleFullscreen(): void {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  // A browser may refuse; the deck goes on in its window.
  change.catch(() => undefined);
}

export const keyTable: readonly KeyEntry[] = [
  { codes: ['PageDown'], keys: ['PageDown'], does: '다음 (clicker)', clicker: true, act: (p) => p.next() },
  { codes: ['PageUp'], keys: ['PageUp'], does: '이전 (clicker)', clicker: true, act: (p) => p.previous() },
  { codes: ['Space'], keys: ['Shift', 'Space'], does: '이전', shift: true, act: (p) => p.previous() },
  { codes: ['ArrowRight', 'ArrowDown', 'Space'], keys: ['→', '↓', 'Space'], does: '다음', act: (p) => p.next() },
  { codes: ['ArrowLeft', 'ArrowUp'], keys: ['←', '↑'], does: '이전', act: (p) => p.previous() },
  { codes: ['Home'], keys: ['Home'], does: '첫 슬라이드', act: (p) => p.jump(0) },
  { codes: ['End'], keys: ['End'], does: '마지막 슬라이드', act: (p) => p.jump(p.count - 1) },
  { codes: ['KeyE'], keys: ['E'], does: 'Backend 전환', act: (p) => p.switchBackend() },
  { codes: ['KeyP'], keys: ['P'], does: '실행과 멈춤', act: (p) => p.toggleRun() },
  { codes: ['KeyN'], keys: ['N'], does: '임의의 시작점', act: (p) => p.randomStart() },
  { codes: ['KeyR'], keys: ['R'], does: '처음 값으로', act: (p) => p.reset() },
  { codes: ['KeyD'], keys: ['D'], does: '어두운 화면', act: (p) => p.store.switchTheme() },
  { codes: ['KeyO', 'Escape'], keys: ['O', 'Esc'], does: '전체 보기', act: (p) => p.deck.toggleOverview() },
  { codes: ['KeyS'], keys: ['S'], does: '발표자 노트', act: openNotes },
  { codes: ['KeyF'], keys: ['F'], does: '전체 화면', act: toggleFullscreen },
  { codes: ['KeyB', 'Period'], keys: ['B', '.'], does: '화면 끄기', act: (p) => p.deck.togglePause() },
];
