import { expect, it } from 'vitest';
import { median, Stopwatch, timePerRun } from '../src/store/timing.ts';

it('The median is the middle value, or the mean of the two in the middle.', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([])).toBeNaN();
});

it('A run far shorter than a tick of the clock is repeated until the clock can tell.', () => {
  let now = 0;
  let runs = 0;
  const tick = 0.1;
  const seconds = timePerRun(
    () => {
      runs += 1;
      now += 0.0004;
    },
    () => Math.floor(now / tick) * tick,
  );
  expect(seconds).toBeGreaterThan(3e-7);
  expect(seconds).toBeLessThan(5e-7);
  expect(runs).toBeLessThan(20_000);
});

it('A clock that stands still does not hang the page.', () => {
  expect(
    timePerRun(
      () => undefined,
      () => 0,
    ),
  ).toBe(0);
});

it('A stopwatch forgets what is long past.', () => {
  const watch = new Stopwatch();
  expect(watch.time).toBeUndefined();
  for (let i = 0; i < 20; i += 1) watch.record(i);
  expect(watch.time).toBe(15);
  watch.clear();
  expect(watch.time).toBeUndefined();
});
