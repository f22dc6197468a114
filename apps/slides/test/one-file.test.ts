import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figure, openTheatre, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

it('deck.html runs from a disk, alone, without a network.', async () => {
  const context = await theatre.browser.newContext({ offline: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(`file://${fileURLToPath(new URL('../dist/deck.html', import.meta.url))}#/descent`);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  expect(await figure(page, 'loss')).toBe('L=5');
  expect(await page.evaluate(() => document.fonts.check('26px Pretendard', '경사'))).toBe(true);
  expect(complaints).toEqual([]);
  await context.close();
});
