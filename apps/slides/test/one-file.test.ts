// `deck.html`: the whole deck in one file, opened from a disk.

import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../scripts/browser.ts';
import { slides } from '../src/slides/index.ts';
import { backend, figure, go } from './deck.ts';

const file = fileURLToPath(new URL('../dist/deck.html', import.meta.url));

let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;
const complaints: string[] = [];
const requests: string[] = [];
beforeAll(async () => {
  // Alone in a folder with a Korean name and a space, as on somebody's desk.
  folder = mkdtempSync(join(tmpdir(), '강의 자료 '));
  copyFileSync(file, join(folder, 'deck.html'));
  browser = await launchBrowser();
  context = await browser.newContext({
    offline: true,
    viewport: { width: 1280, height: 720 },
    reducedMotion: 'reduce',
  });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', (request) => request.url().startsWith('data:') || requests.push(request.url()));
  await page.goto(`${pathToFileURL(join(folder, 'deck.html'))}#/descent`);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('deck.html', () => {
  it('is at most 4 MB', () => {
    expect(statSync(file).size).toBeLessThanOrEqual(4_000_000);
  });

  it('carries its fonts: every face loads', async () => {
    const faces = await page.evaluate(() =>
      Promise.all([...document.fonts].map(async (face) => `${(await face.load()).status} ${face.family}`)),
    );
    expect(faces.filter((face) => !face.startsWith('loaded'))).toEqual([]);
    expect(faces.filter((face) => face.includes('Pretendard'))).toHaveLength(2);
  });

  it('shows every slide to its end, on both backends, and asks for nothing but itself', async () => {
    expect(await figure(page, 'loss')).toBe('L=5');
    for (const name of ['WebAssembly', 'TypeScript']) {
      expect(await backend(page)).toBe(name);
      for (const { id, clicks } of slides) {
        await go(page, id);
        for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
      }
      await page.keyboard.press('KeyE');
    }
    expect(complaints).toEqual([]);
    expect(requests.map((url) => url.split('#')[0])).toEqual([String(pathToFileURL(join(folder, 'deck.html')))]);
  });

  it('times both backends in a worker that it carries, and says that TypeScript was interpreted', {
    timeout: 240_000,
  }, async () => {
    await go(page, 'both-backends');
    await page.keyboard.press('KeyP');
    const remark = page.locator('.slides section.present .both-backends .remark');
    await expect.poll(() => remark.textContent(), { timeout: 200_000 }).toContain('해석하며');
    expect(complaints).toEqual([]);
  });
});
