// A lecture in two windows, for tests: the audience's and the presenter's.

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { place, type Showing, type ShowingOptions, screen, show, slideText, type Theatre } from './deck.ts';

export interface House {
  readonly hall: Page;
  readonly lectern: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Waits until a window of the deck, opened from another one, can be used. */
export async function ready(page: Page): Promise<Page> {
  page.setDefaultTimeout(60_000);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  return page;
}

/** Opens the other window by its key: again where one that is just closing has answered, and nothing was opened. */
export async function openOther(page: Page): Promise<Page> {
  for (let tries = 1; ; tries += 1) {
    const popup = page.waitForEvent('popup', { timeout: 10_000 });
    const [opened] = await Promise.allSettled([popup, page.keyboard.press('KeyS')]);
    if (opened.status === 'fulfilled') return await ready(opened.value);
    if (tries === 4) throw opened.reason;
  }
}

export async function openHouse(theatre: Theatre, options: ShowingOptions = {}): Promise<House> {
  const context = await theatre.browser.newContext(screen);
  const { page: hall, complaints }: Showing = await show(theatre, { ...options, context });
  const lectern = await openOther(hall);
  lectern.on('pageerror', (error) => complaints.push(`lectern: ${error.message}`));
  await lectern.waitForSelector('.lectern-desk .standing');
  await expect.poll(() => lectern.locator('.lectern-desk .standing').textContent()).not.toMatch(/없다|No audience/);
  return {
    hall,
    lectern,
    complaints,
    close: async () => {
      await context.close();
    },
  };
}

/** What a window shows of the slide, laser and ink included. */
export async function picture(page: Page): Promise<string> {
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll('.ink > *')].map(
      (mark) => mark.getAttribute('d') ?? `${mark.getAttribute('cx')} ${mark.getAttribute('cy')}`,
    ),
  );
  return `${await place(page)} ${await slideText(page)} ${marks.join(' ')}`;
}

/** Waits until both windows show the same, and gives what they show. */
export async function alike(one: Page, other: Page): Promise<string> {
  let shown = '';
  await expect
    .poll(
      async () => {
        const [left, right] = await Promise.all([picture(one), picture(other)]);
        shown = left;
        return left === right ? '' : `${left}\n≠\n${right}`;
      },
      { timeout: 120_000, interval: 30 },
    )
    .toBe('');
  return shown;
}
