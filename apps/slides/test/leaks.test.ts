// What a slide starts, it stops: timers, frames, listeners on the page and canvas contexts.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { go, openTheatre, show, type Theatre } from './deck.ts';
import { around, drawn } from './drawn.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

interface Count {
  /** Listeners on the window and the document, by type. */
  readonly listeners: Record<string, number>;
  readonly intervals: number;
  /** Canvas elements in the page. */
  readonly canvases: number;
}

/** Runs in the page first: keeps account of what is started and stopped. */
function keepAccount(): void {
  const listeners: Record<string, number> = {};
  const intervals = new Set<number>();
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const known = new Map<unknown, Set<string>>();
    target.addEventListener = (type: string, listener: never, options?: never): void => {
      const types = known.get(listener) ?? new Set();
      known.set(listener, types);
      if (!types.has(type)) listeners[type] = (listeners[type] ?? 0) + 1;
      types.add(type);
      addEventListener.call(target, type, listener, options);
    };
    target.removeEventListener = (type: string, listener: never, options?: never): void => {
      if (known.get(listener)?.delete(type)) listeners[type] = (listeners[type] ?? 0) - 1;
      removeEventListener.call(target, type, listener, options);
    };
  }
  const { setInterval, clearInterval } = window;
  window.setInterval = ((...args: Parameters<typeof setInterval>) => {
    const id = setInterval(...args) as unknown as number;
    intervals.add(id);
    return id;
  }) as typeof window.setInterval;
  window.clearInterval = (id) => {
    intervals.delete(Number(id));
    clearInterval(id);
  };
  Object.assign(window, {
    account: (): Count => ({
      listeners: Object.fromEntries(Object.entries(listeners).filter(([, count]) => count > 0)),
      intervals: intervals.size,
      canvases: document.querySelectorAll('canvas').length,
    }),
  });
}

it('After a walk through every slide, with every run started, nothing is left that was not there before.', async () => {
  const { page, complaints } = await show(theatre, { before: keepAccount });
  const account = (): Promise<Count> => page.evaluate(() => (window as typeof window & { account(): Count }).account());
  const visit = async (): Promise<void> => {
    for (const { id, clicks, tick } of slides) {
      await go(page, id);
      for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
      if (tick) await page.keyboard.press('KeyP');
    }
    await go(page, 'title');
    // Pictures of slides far away are there until the page is idle.
    await expect.poll(() => drawn(page), { timeout: 10_000 }).toEqual(around('title'));
  };
  // reveal keeps one of its own.
  const { intervals } = await account();
  await visit();
  const first = await account();
  expect(first.intervals).toBe(intervals);
  await visit();
  expect(await account()).toEqual(first);
  expect(complaints).toEqual([]);
  await page.close();
});
