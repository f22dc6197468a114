// Without a network: the service worker, under a sub-path, and what it does about a new version.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../scripts/browser.ts';
import { backend, figure, go } from './deck.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let context: BrowserContext;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await openSite();
  context = await browser.newContext({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
});
afterEach(async () => {
  await context.close();
  site.close();
});

async function open(at = ''): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(site.address + at);
  return { page, complaints };
}

/** The deck has been shown once, and its worker has everything. */
async function firstVisit(): Promise<Page> {
  const { page, complaints } = await open();
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
  expect(complaints).toEqual([]);
  return page;
}

/** Puts another version of the deck on the server. */
function deploy(title: string): void {
  const page = join(site.folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('<body>', `<body data-version="${title}">`));
  const worker = join(site.folder, 'sw.js');
  const text = readFileSync(worker, 'utf8');
  const entry = /(["'`]?url["'`]?:["'`]index\.html["'`],["'`]?revision["'`]?:["'`])[^"'`]*/;
  expect(text).toMatch(entry);
  writeFileSync(worker, text.replace(entry, `$1${title}`));
}

const version = (page: Page): Promise<string | undefined> => page.evaluate(() => document.body.dataset.version);

describe('after one visit', () => {
  it('the deck opens without a network, with every query, both backends and all fonts, and so does the gallery', async () => {
    const first = await firstVisit();
    await context.setOffline(true);
    await first.reload();
    await first.waitForSelector('.reveal.ready', { state: 'attached' });
    // The network is gone indeed: what the worker does not keep is not to be had.
    expect(
      await first.evaluate(() =>
        fetch('deck.html').then(
          () => 'there',
          () => 'gone',
        ),
      ),
    ).toBe('gone');
    await first.close();

    const { page, complaints } = await open('?lang=en#/descent');
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    expect(await figure(page, 'loss')).toBe('L=5');
    expect(await backend(page)).toBe('WebAssembly');
    await page.keyboard.press('KeyE');
    expect(await backend(page)).toBe('TypeScript');
    for (const id of ['forward-backward', 'chain-interval', 'small-network']) await go(page, id);
    const fonts = await page.evaluate(async () => {
      const faces = await Promise.all([...document.fonts].map((face) => face.load()));
      return faces.every(({ status }) => status === 'loaded');
    });
    expect(fonts).toBe(true);
    expect(complaints).toEqual([]);

    const gallery = await open('gallery.html');
    await gallery.page.waitForSelector('line-plot svg');
    expect(gallery.complaints).toEqual([]);
  });

  it('a window that is still open gets its later fonts without a network', async () => {
    const page = await firstVisit();
    await context.setOffline(true);
    const loaded = await page.evaluate(async () => {
      const faces = await Promise.all([...document.fonts].map((face) => face.load()));
      return faces.every(({ status }) => status === 'loaded');
    });
    expect(loaded).toBe(true);
  });
});

describe('a new version', () => {
  it('is offered, waits for the choice of a window, and changes that window alone', async () => {
    const page = await firstVisit();
    expect(await page.locator('.offer').count()).toBe(0);
    deploy('second');
    await go(page, 'descent');
    await page.reload();
    const other = (await open('#/goals')).page;
    for (const window of [page, other]) {
      await window.locator('.offer').waitFor();
      expect(await version(window)).toBeUndefined();
    }
    expect(await page.locator('.offer').textContent()).toContain('새 판이 있습니다');
    await other.evaluate(() => {
      document.body.dataset.version = 'as it was';
    });

    await page.getByRole('button', { name: '지금 바꾸기' }).click();
    await page.waitForFunction(() => document.body.dataset.version === 'second');
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    expect(new URL(page.url()).hash).toBe('#/descent');
    expect(await page.locator('.offer').count()).toBe(0);

    // The other window changes when somebody says so there.
    expect(await version(other)).toBe('as it was');
    await other.getByRole('button', { name: '지금 바꾸기' }).click();
    await other.waitForFunction(() => document.body.dataset.version === 'second');
  });

  it('can wait for the next time', async () => {
    const page = await firstVisit();
    deploy('second');
    await page.reload();
    await page.getByRole('button', { name: '나중에' }).click();
    expect(await page.locator('.offer').count()).toBe(0);
    expect(await version(page)).toBeUndefined();
    await page.reload();
    await page.locator('.offer').waitFor();
    expect(await version(page)).toBeUndefined();
  });
});
