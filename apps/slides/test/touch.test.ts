// Fingers: what is dragged follows the finger and the slide stays; a swipe beside it goes on to the next slide.

import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { current, figure, go, openTheatre, place, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

interface Hand {
  readonly page: Page;
  readonly fingers: CDPSession;
}

async function hold(): Promise<Hand> {
  const context = await theatre.browser.newContext({
    viewport: { width: 1280, height: 720 },
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(theatre.served.address);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  return { page, fingers: await context.newCDPSession(page) };
}

async function swipe({ fingers }: Hand, from: readonly [number, number], by: readonly [number, number]): Promise<void> {
  const at = (part: number): { x: number; y: number } => ({ x: from[0] + by[0] * part, y: from[1] + by[1] * part });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let part = 0.1; part <= 1.001; part += 0.1)
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(part)] });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('with a finger', () => {
  it('a data point is dragged, and the slide stays', async () => {
    const hand = await hold();
    const { page } = hand;
    await go(page, 'training-data');
    const box = await page.locator(`${current} .point`).first().boundingBox();
    if (!box) throw new Error('expected to see a point');
    // One unit is 500 / 8.8 pixels here.
    await swipe(hand, [box.x + box.width / 2, box.y + box.height / 2], [114, -114]);
    expect(await place(page)).toBe('training-data 0');
    expect([await figure(page, 'x-1'), await figure(page, 'y-1')]).toEqual(['0', '1']);
    await page.context().close();
  });

  it('the surface is turned, and the slide stays', async () => {
    const hand = await hold();
    const { page } = hand;
    await go(page, 'partial-notation');
    const before = await page.locator(`${current} svg`).first().innerHTML();
    const box = await page.locator(`${current} svg`).first().boundingBox();
    if (!box) throw new Error('expected to see the surface');
    await swipe(hand, [box.x + box.width / 4, box.y + box.height * 0.8], [160, 10]);
    expect(await place(page)).toBe('partial-notation 0');
    expect(await page.locator(`${current} svg`).first().innerHTML()).not.toBe(before);
    await page.context().close();
  });

  it('a swipe over the words leads on and back', async () => {
    const hand = await hold();
    const { page } = hand;
    await go(page, 'goals');
    await swipe(hand, [900, 640], [-300, 0]);
    expect(await place(page)).toBe('goals 1');
    await swipe(hand, [500, 640], [300, 0]);
    expect(await place(page)).toBe('goals 0');
    await page.context().close();
  });
});
