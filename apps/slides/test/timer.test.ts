import { describe, expect, it } from 'vitest';
import { routeOf } from '../src/deck/route.ts';
import { behind, clockText, elapsed, isTimer, paused, planAt, started, unstarted } from '../src/lectern/timer.ts';
import { slides } from '../src/slides/index.ts';

describe('the timer', () => {
  it('counts while it runs, keeps its time while it stands, and goes on through a sleep', () => {
    const running = started(unstarted, 1000);
    expect(elapsed(running, 61_000)).toBe(60_000);
    const standing = paused(running, 61_000);
    expect(elapsed(standing, 1e9)).toBe(60_000);
    const again = started(standing, 100_000);
    expect(elapsed(again, 100_500)).toBe(60_500);
    expect(started(again, 200_000)).toBe(again);
    // A clock that was set back does not run backwards.
    expect(elapsed(again, 0)).toBe(60_000);
  });

  it('is refused where it is no timer', () => {
    expect([unstarted, { counted: 5, since: 7 }].every(isTimer)).toBe(true);
    for (const wrong of [null, {}, { counted: -1, since: null }, { counted: 0, since: Number.NaN }, { counted: 0 }])
      expect(isTimer(wrong)).toBe(false);
  });

  it('is read as minutes and seconds', () => {
    expect([0, 59_999, 425_000, 3_600_000, 4_025_000].map(clockText)).toEqual([
      '0:00',
      '0:59',
      '7:05',
      '1:00:00',
      '1:07:05',
    ]);
  });

  it('is held against the plan of the slides', () => {
    const route = routeOf(slides);
    const at = (id: string): ReturnType<typeof planAt> => planAt(route, route.indexOf(id));
    expect(at('title')).toEqual({ from: 0, to: 1, all: 50 });
    expect(at('summary').to).toBe(50);
    expect(at('small-network')).toEqual({ from: 50, to: 50, all: 50 });
    // Below a slide one is where that slide is.
    expect(at('learning-rate-cliff')).toEqual(at('descent'));
    const plan = { from: 10, to: 12, all: 50 };
    expect([9, 10, 11, 12, 15].map((minutes) => behind(plan, minutes * 60_000) / 60_000)).toEqual([-1, 0, 0, 0, 3]);
  });
});
