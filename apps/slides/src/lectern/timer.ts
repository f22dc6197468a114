// The time of the lecture: started, paused, set back, and held against the plan of the slides' minutes.

import { minutesBefore, type Route } from '../deck/route.ts';
import { type Check, fields, nullable } from '../store/holds.ts';

/** Plain values, so that windows share it: it runs since a moment of the clock on the wall, also through a sleep. */
export interface Timer {
  /** Milliseconds counted before the last start. */
  readonly counted: number;
  /** When it was started, in milliseconds since 1970; null while it stands. */
  readonly since: number | null;
}

export const unstarted: Timer = { counted: 0, since: null };

const amount: Check = (value) => typeof value === 'number' && value >= 0 && value < 1e14;

export const isTimer: Check = fields({ counted: amount, since: nullable(amount) });

/** Milliseconds that it has counted at a moment. */
export function elapsed({ counted, since }: Timer, now: number): number {
  return counted + (since === null ? 0 : Math.max(0, now - since));
}

export function started(timer: Timer, now: number): Timer {
  return timer.since === null ? { ...timer, since: now } : timer;
}

export function paused(timer: Timer, now: number): Timer {
  return { counted: elapsed(timer, now), since: null };
}

/** Minutes and seconds: `7:05`, from an hour on `1:07:05`. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number): string => String(part).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export interface Plan {
  /** Minutes planned before the slide, and to its end. */
  readonly from: number;
  readonly to: number;
  readonly all: number;
}

/** The plan at a slide; below the main line that of the slide it hangs from, in the appendix the end. */
export function planAt(route: Route, index: number): Plan {
  const { slides, minutes: all } = route;
  const slide = slides[index];
  if (!slide || slide.part === 'appendix') return { from: all, to: all, all };
  const main = slides.slice(0, index + 1).findLastIndex(({ below }) => !below);
  const from = minutesBefore(route, main);
  return { from, to: from + (slides[main]?.minutes ?? 0), all };
}

/** Milliseconds behind the plan; negative when ahead of it, 0 while the slide's own minutes last. */
export function behind({ from, to }: Plan, time: number): number {
  const [first, last] = [from * 60_000, to * 60_000];
  return time > last ? time - last : Math.min(0, time - first);
}
