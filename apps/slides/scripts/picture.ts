// Makes the README's picture of the deck, `.github/deck.png`: a descent on its way, 1280 × 720.
// `node scripts/picture.ts` after a build.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

const folder = fileURLToPath(new URL('../../../.github/', import.meta.url));
const { address, close } = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  await page.goto(`${address}#/descent`);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  await page.fill('number-field[label="α"] input', '0.04');
  await page.keyboard.press('Enter');
  const plot = await page.locator('section.present .ground').boundingBox();
  if (!plot) throw new Error('expected to see the contours');
  await page.mouse.click(plot.x + 90, plot.y + 60);
  for (let click = 0; click < 3; click += 1) await page.keyboard.press('PageDown');
  await page.mouse.move(0, 0);
  await page.waitForTimeout(1500);
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: `${folder}deck.png` });
} finally {
  await browser.close();
  close();
}
console.log(`${folder}deck.png is made`);
