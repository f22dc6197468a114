// Takes a picture of every slide at its start and at its end, at 1280 × 720 and 1920 × 1080, into `screenshots/`.
// `node scripts/screenshots.ts [dark]` after a build.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/browser.ts';
import { serve } from './server.ts';

const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const built = fileURLToPath(new URL('../dist', import.meta.url));
const dark = process.argv.includes('dark');
const sizes = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

await mkdir(folder, { recursive: true });
const { address, close } = await serve(built, 0);
const browser = await launchBrowser();
try {
  for (const size of sizes) {
    const page = await browser.newPage({ viewport: size });
    await page.goto(address);
    await page.waitForSelector('.reveal.ready');
    if (dark) await page.keyboard.press('KeyD');
    const name = (index: number, id: string, state: string): string =>
      `${folder}${dark ? 'dark-' : ''}${size.height}-${index}-${id}-${state}.png`;
    let [index, id] = [-1, ''];
    for (let press = 0; press < 200; press += 1) {
      const now = await page.evaluate(() => document.querySelector('section.present')?.id ?? '');
      if (now !== id) {
        [index, id] = [index + 1, now];
        await page.waitForTimeout(1300);
        await page.screenshot({ path: name(index, id, 'start') });
      }
      const before = await page.evaluate(
        () => location.hash + document.querySelectorAll('.present .fragment.visible').length,
      );
      const last = await page.evaluate(() => !document.querySelector('.present .fragment:not(.visible)'));
      if (last && press) {
        await page.waitForTimeout(500);
        await page.screenshot({ path: name(index, id, 'end') });
      }
      await page.keyboard.press('PageDown');
      const after = await page.evaluate(
        () => location.hash + document.querySelectorAll('.present .fragment.visible').length,
      );
      if (after === before) break;
    }
    await page.close();
  }
} finally {
  await browser.close();
  close();
}
console.log(`Screenshots are in ${folder}`);
