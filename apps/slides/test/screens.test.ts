// Pictures of the slides, animations off: the same on either backend, and the same when one comes back.

import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { backend, current, go, openTheatre, show, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

/** The slide without the strip, whose times differ. */
async function picture(page: Page): Promise<Buffer> {
  return await page.screenshot({ animations: 'disabled', clip: { x: 0, y: 0, width: 1280, height: 656 } });
}

/** Every slide in its finished state. */
async function pictures(page: Page): Promise<Map<string, Buffer>> {
  const taken = new Map<string, Buffer>();
  for (const { id, clicks } of slides) {
    await go(page, id);
    for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
    // Some pictures are computed over several frames.
    await page.waitForFunction((slide) => !document.querySelector(slide)?.querySelector('[aria-busy="true"]'), current);
    taken.set(id, await picture(page));
  }
  return taken;
}

/** How many pixels two pictures differ in; how edges are smoothed does not count. */
function difference(one: Buffer, other: Buffer | undefined): number {
  if (!other) return Number.POSITIVE_INFINITY;
  const [left, right] = [PNG.sync.read(one), PNG.sync.read(other)];
  return pixelmatch(left.data, right.data, undefined, left.width, left.height, { threshold: 0.2 });
}

/** A browser draws the edge of a clipped line in more than one way. */
const tolerated = 40;

it('Every slide looks the same, on both backends, and again when it is visited again.', async () => {
  const { page } = await show(theatre);
  const first = await pictures(page);
  const name = await backend(page);
  await go(page, 'title');
  await page.keyboard.press('KeyE');
  expect(await backend(page)).not.toBe(name);
  const second = await pictures(page);
  const different = [...first].filter(([id, image]) => difference(image, second.get(id)) > tolerated);
  expect(different.map(([id]) => id)).toEqual([]);
  // The comparison sees differences: no slide looks like the one before it.
  const images = [...first.values()];
  expect(images.slice(1).every((image, i) => difference(image, images[i]) > 10 * tolerated)).toBe(true);
  await page.close();
});
