// The column for phones, by touch: every slide to its end, nothing wider than the screen, handles that follow a finger.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../src/link/link.ts';
import { slides } from '../src/slides/index.ts';
import { startState, withSlide } from '../src/store/state.ts';
import { openTheatre, place, type Theatre } from './deck.ts';

const sizes = [
  { width: 360, height: 640, language: 'ko' },
  { width: 390, height: 844, language: 'en' },
] as const;

let theatre: Theatre;
let context: BrowserContext | undefined;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());
afterEach(async () => {
  await context?.close();
  context = undefined;
});

const complaints: string[] = [];

/** Opens the deck on a phone and waits until every slide is drawn. */
async function hold(at: string, { width, height }: { width: number; height: number } = sizes[0]): Promise<Page> {
  context = await theatre.browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    isMobile: true,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  complaints.length = 0;
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(theatre.served.address + at);
  await page.waitForSelector('body[data-ready]', { state: 'attached' });
  return page;
}

/** Taps a slide's *next* to its end. */
async function finish(page: Page, id: string, clicks: number): Promise<void> {
  const section = page.locator(`#${id}`);
  await section.evaluate((element) => element.scrollIntoView());
  const next = section.locator('.clock-buttons button').last();
  for (let click = 1; click <= clicks; click += 1) {
    await next.tap();
    await section.locator('.clock-buttons span', { hasText: `${click} / ${clicks}` }).waitFor();
  }
}

/** What is wrong with the looks of a slide on a phone. */
async function faults(page: Page, id: string): Promise<string[]> {
  return await page.locator(`#${id}`).evaluate((section) => {
    const found: string[] = [];
    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push('the page scrolls sideways');
    for (const element of section.querySelectorAll('.window')) found.push(`scrolls sideways: ${element.className}`);
    for (const element of section.querySelectorAll('*')) {
      if (!element.checkVisibility({ opacityProperty: true }) || element.closest('.katex-mathml, .unseen, caption'))
        continue;
      const { left, right, width, height } = element.getBoundingClientRect();
      const name = `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent?.trim().slice(0, 20)}`;
      const root = element instanceof HTMLElement || element.localName === 'svg';
      if (root && (left < -0.5 || right > wide + 0.5)) found.push(`wider than the screen: ${name}`);
      const own = [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim());
      if (own && !element.closest('.katex, option')) {
        const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
        const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
        if (size < 15.99) found.push(`small text, ${size.toFixed(1)}: ${name}`);
      }
      // Points of a cloud lie closer than fingers are wide; the field around them takes touches too.
      if (
        element.matches('button, select, input, a[href], [role="slider"], [role="button"]') &&
        !element.closest('decision-field')
      ) {
        // A point alone is drawn on top of what takes hold of it.
        const target = element.matches('.here') ? element.previousElementSibling : element;
        const { width: across, height: high } = target?.getBoundingClientRect() ?? { width, height };
        if (Math.max(across, high) < 43.9 || (element instanceof HTMLElement && high < 43.9))
          found.push(`small to touch, ${across.toFixed()} × ${high.toFixed()}: ${name}`);
      }
    }
    return found;
  });
}

async function swipe(
  fingers: CDPSession,
  from: readonly [number, number],
  by: readonly [number, number],
): Promise<void> {
  const at = (part: number): { x: number; y: number } => ({ x: from[0] + by[0] * part, y: from[1] + by[1] * part });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at(0)] });
  for (let part = 0.1; part <= 1.001; part += 0.1)
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [at(part)] });
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe.each(sizes)('a phone of $width × $height, in $language', ({ width, height, language }) => {
  it('shows every slide to its end by touch, within the screen, to be read and to be touched', async () => {
    const page = await hold(`?lang=${language}`, { width, height });
    const found: Record<string, string[]> = {};
    for (const { id, clicks } of slides) {
      const start = await faults(page, id);
      await finish(page, id, clicks);
      const all = [...new Set([...start, ...(await faults(page, id))])];
      if (all.length) found[id] = all;
    }
    expect(found).toEqual({});
    expect(complaints).toEqual([]);
  });

  it('lets a finger drag a handle while the page stays, and scrolls it everywhere else', async () => {
    const page = await hold(`?lang=${language}#/training-data`, { width, height });
    const fingers = await page.context().newCDPSession(page);
    await page.locator('#training-data svg.plot').evaluate((plot) => plot.scrollIntoView({ block: 'center' }));
    const point = page.locator('#training-data .point .dot').first();
    const middle = async (): Promise<[number, number]> => {
      const box = await point.boundingBox();
      if (!box) throw new Error('expected to see a point');
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const from = await middle();
    const scrolled = (): Promise<number> => page.evaluate(() => scrollY);
    const before = await scrolled();
    await swipe(fingers, from, [40, -60]);
    const to = await middle();
    expect(Math.abs(to[0] - from[0] - 40)).toBeLessThan(6);
    expect(Math.abs(to[1] - from[1] + 60)).toBeLessThan(6);
    expect(await scrolled()).toBe(before);
    // Over the plot itself, beside its points.
    const plot = await page.locator('#training-data svg.plot').boundingBox();
    if (!plot) throw new Error('expected to see the plot');
    await swipe(fingers, [plot.x + plot.width - 20, plot.y + plot.height / 2], [0, -200]);
    await expect.poll(scrolled).toBeGreaterThan(before + 100);
    // Over words.
    const there = await scrolled();
    await swipe(fingers, [width / 2, height / 2], [0, 200]);
    await expect.poll(scrolled).toBeLessThan(there - 100);
  });
});

describe('the column', () => {
  it('draws a graph from top to bottom, and its values follow a finger', async () => {
    const page = await hold('#/one-node');
    const fingers = await page.context().newCDPSession(page);
    const node = page.locator('#one-node .pill').first();
    await page.locator('#one-node gradient-node').evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = await node.boundingBox();
    if (!box) throw new Error('expected to see a value');
    const value = (): Promise<string | null> => node.getAttribute('aria-valuenow');
    const before = await value();
    await swipe(fingers, [box.x + box.width / 2, box.y + box.height / 2], [60, 0]);
    expect(await value()).not.toBe(before);
    expect(await page.evaluate(() => scrollX)).toBe(0);
    const heights = await page
      .locator('#forward-backward .graph .outline')
      .evaluateAll((outlines) => outlines.map((outline) => outline.getBoundingClientRect().top));
    expect(heights).toHaveLength(5);
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(heights.at(-1)).toBeGreaterThan((heights[0] ?? 0) + 400);
  });

  it('opens at the slide that its address names, and the address follows the reader', async () => {
    const page = await hold('#/descent');
    const top = (id: string): Promise<number> =>
      page.locator(`#${id}`).evaluate((section) => section.getBoundingClientRect().top);
    expect(Math.abs((await top('descent')) - 46)).toBeLessThan(20);
    await page.locator('#chain-example').evaluate((section) => section.scrollIntoView());
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/chain-example');
  });

  it('has language, theme, backend, notes and every slide in its menu', async () => {
    const page = await hold('#/summary');
    const menu = page.locator('dialog.menu');
    await page.locator('header button').tap();
    await menu.getByRole('button', { name: 'English' }).tap();
    expect(await menu.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expect(await page.locator('#summary h2').textContent()).toBe('Summary');
    await menu.getByRole('button', { name: 'Dark' }).tap();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    const text = (): Promise<string | null> => page.locator('#summary .content').textContent();
    const before = await text();
    await menu.getByRole('button', { name: 'TypeScript' }).tap();
    expect(await text()).toBe(before);
    expect(await menu.getByRole('button', { name: 'TypeScript' }).getAttribute('aria-pressed')).toBe('true');
    await menu.getByRole('button', { name: 'Notes' }).tap();
    const { notes } = slides.find(({ id }) => id === 'summary') ?? {};
    expect(await page.locator('#summary aside').textContent()).toContain(notes?.say.en);
    await menu.getByRole('button', { name: 'Goals' }).tap();
    expect(await menu.evaluate((dialog) => dialog instanceof HTMLDialogElement && dialog.open)).toBe(false);
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/goals');
  });

  it('takes a slide back and gives it its start values again', async () => {
    const page = await hold('#/model-and-loss');
    const section = page.locator('#model-and-loss');
    const text = (): Promise<string | null> => section.textContent();
    const start = await text();
    await finish(page, 'model-and-loss', 2);
    const end = await text();
    expect(end).not.toBe(start);
    await section.getByRole('button', { name: '뒤로' }).tap();
    await section.getByRole('button', { name: '다음' }).tap();
    expect(await text()).toBe(end);
    await section.getByRole('button', { name: '처음 값' }).tap();
    expect(await text()).toBe(start);
  });

  it('lets a slide run as long as it is in view', async () => {
    const page = await hold('#/engine-relay');
    const section = page.locator('#engine-relay');
    const run = section.getByRole('button', { name: '실행' });
    await run.tap();
    await section.getByRole('button', { name: '멈춤' }).waitFor();
    await page.locator('#title').evaluate((element) => element.scrollIntoView());
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('#/title');
    // What is out of view is drawn when it comes back.
    await section.evaluate((element) => element.scrollIntoView());
    await expect.poll(() => run.count()).toBe(1);
  });

  it('is drawn anew when the phone is turned', async () => {
    const page = await hold('#/descent');
    const width = (): Promise<number> =>
      page
        .locator('#descent svg.plot')
        .first()
        .evaluate((plot) => plot.getBoundingClientRect().width);
    expect(await width()).toBe(328);
    await page.setViewportSize({ width: 640, height: 360 });
    await expect.poll(width).toBeGreaterThan(500);
    expect(await faults(page, 'descent')).toEqual([]);
  });

  it('has no fault that axe finds, light and dark, nor has its menu', async () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const page = await hold('');
    for (const { id, clicks } of slides) await finish(page, id, clicks);
    await page.evaluate(source);
    const check = (): Promise<string[]> =>
      page.evaluate(async () => {
        const { axe } = globalThis as typeof globalThis & {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join('\n')}`);
      });
    expect(await check()).toEqual([]);
    await page.locator('header button').tap();
    expect(await check()).toEqual([]);
    await page.locator('dialog.menu').getByRole('button', { name: '어둡게' }).tap();
    expect(await check()).toEqual([]);
    await page.locator('dialog.menu').getByRole('button', { name: '닫기' }).tap();
    expect(await check()).toEqual([]);
  });
});

describe('a link to a state', () => {
  /** A line of its own on the regression graph, at its end. */
  async function hash(): Promise<string> {
    const slide = slides.find(({ id }) => id === 'regression-graph');
    if (!slide) throw new Error('expected the regression graph');
    const starts = Object.fromEntries(slides.map(({ id, start }) => [id, start]));
    const changes = { clock: slide.clicks, line: { a: 3, b: 0.5 } };
    return await hashOf(slide, withSlide({ ...startState(starts, 'wasm', 'en'), slide: slide.id }, slide.id, changes));
  }
  const loss = (page: Page): Promise<string> =>
    page.locator('#regression-graph [data-figure="loss"] .katex-html').textContent().then(String);

  it('opens its picture in the column, at its slide', async () => {
    const page = await hold(await hash());
    expect((await loss(page)).replace(/\s/g, '')).toBe('L=22.75');
    expect(await page.evaluate(() => location.hash)).toBe('#/regression-graph');
    const top = await page.locator('#regression-graph').evaluate((section) => section.getBoundingClientRect().top);
    expect(Math.abs(top - 46)).toBeLessThan(20);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('that cannot be read opens the slide as it starts, with a sentence; so does one that comes later', async () => {
    const page = await hold('#/regression-graph/~9zoo');
    const notice = page.locator('.notices');
    await expect.poll(() => notice.textContent()).toContain('읽을 수 없는 링크');
    expect(await page.locator('#regression-graph .clock-buttons [aria-live]').textContent()).toBe('0 / 11');
    const address = await hash();
    await page.evaluate((to) => {
      location.hash = to;
    }, address);
    await expect.poll(async () => (await loss(page)).replace(/\s/g, '')).toBe('L=22.75');
  });

  it('is copied from the menu', async () => {
    const page = await hold('#/descent');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('#descent .clock-buttons button').last().tap();
    await page.locator('header button').tap();
    await page.getByRole('button', { name: '링크 복사' }).tap();
    await expect.poll(() => page.locator('.notices').textContent()).toContain('복사했다');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/descent\/~1/);
  });

  it('stands in the menu where the browser does not copy, until the menu is closed', async () => {
    const page = await hold('#/descent');
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
      document.execCommand = () => false;
    });
    const address = page.locator('dialog.menu .address');
    await page.locator('header button').tap();
    await page.getByRole('button', { name: '링크 복사' }).tap();
    await expect.poll(() => address.textContent()).toContain('#/descent');
    await page.getByRole('button', { name: '닫기' }).tap();
    await expect.poll(() => address.count()).toBe(0);
  });
});

describe('the other view', () => {
  it('is one touch away in both directions, at the same slide, in the same state', async () => {
    const page = await hold('?lang=en#/training-data');
    for (let i = 0; i < 2; i += 1) await page.locator('#training-data .clock-buttons button').last().tap();
    await page.locator('header button').tap();
    await page.getByRole('link', { name: 'As slides' }).tap();
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await expect.poll(() => place(page)).toBe('training-data 2');
    expect(await page.locator('#training-data h2').textContent()).toContain('data');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('KeyM');
    await page.getByRole('link', { name: 'As a column' }).tap();
    await page.waitForSelector('body[data-ready]', { state: 'attached' });
    expect(new URL(page.url()).hash).toBe('#/training-data');
    expect(await page.locator('#training-data .clock-buttons [aria-live]').textContent()).toMatch(/^3 \//);
  });

  it('is what wide screens show', async () => {
    const page = await theatre.browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.goto(theatre.served.address);
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await page.goto(`${theatre.served.address}?view=reading`);
    await page.waitForSelector('body[data-ready]', { state: 'attached' });
    await page.close();
  });
});
