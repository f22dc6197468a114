// Of the lecture's slides the page holds the one that is shown and those one step away; the overview has them all.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeOf } from '../src/deck/route.ts';
import { slides } from '../src/slides/index.ts';
import { current, go, openTheatre, place, show, slideText, type Theatre } from './deck.ts';
import { around, drawn } from './drawn.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const route = routeOf(slides);

describe('Beside a slide', () => {
  it('are the ends of one step in any direction', () => {
    const beside = (id: string): string[] => route.beside(route.indexOf(id)).map((i) => slides[i]?.id ?? '');
    expect(beside('title')).toEqual(['goals']);
    expect(beside('partial-both')).toContain('partial-knives');
    const below = route.places[route.indexOf('partial-knives')];
    expect(below?.v).toBeGreaterThan(0);
    for (const id of beside('partial-knives')) {
      const place = route.places[route.indexOf(id)];
      expect(place?.v === 0 || place?.h === below?.h).toBe(true);
    }
  });
});

describe('The page', () => {
  it('holds the slide that is shown and those one step away, wherever one jumps', async () => {
    const { page, complaints } = await show(theatre);
    for (const id of ['title', 'regression-graph', 'partial-knives', 'both-backends', 'title']) {
      await go(page, id);
      expect(await drawn(page)).toContain(id);
      await expect.poll(() => drawn(page)).toEqual(around(id));
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows a slide as it was left, though it was gone in between', async () => {
    const { page, complaints } = await show(theatre);
    await go(page, 'chain-example');
    const walkTo = async (key: string, id: string): Promise<void> => {
      while (!(await place(page)).startsWith(`${id} `)) await page.keyboard.press(key);
    };
    await walkTo('PageDown', 'chain-interval');
    await page.keyboard.press('PageUp');
    await page.locator(`${current} [role="slider"]`).first().focus();
    await page.keyboard.press('ArrowRight');
    const left = await slideText(page);
    await walkTo('PageDown', 'one-node');
    await expect.poll(() => drawn(page)).toEqual(around('one-node'));
    expect(around('one-node')).not.toContain('chain-example');
    await walkTo('PageUp', 'chain-example');
    expect(await slideText(page)).toBe(left);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('has every slide in the overview, and those one step away after it', async () => {
    const { page, complaints } = await show(theatre);
    await page.keyboard.press('KeyO');
    await expect.poll(() => drawn(page)).toEqual(slides.map(({ id }) => id));
    await page.waitForTimeout(1000);
    expect(await drawn(page)).toHaveLength(slides.length);
    await page.keyboard.press('KeyO');
    await expect.poll(() => drawn(page)).toEqual(around('title'));
    expect(complaints).toEqual([]);
    await page.close();
  });
});
