// Takes the picture that the README shows: the live descent after a few steps. `node scripts/readme-picture.ts` after a build.

import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../test/browser.ts';
import { serve } from './server.ts';

const target = fileURLToPath(new URL('../../../.github/deck.png', import.meta.url));
const built = fileURLToPath(new URL('../dist', import.meta.url));

const { address, close } = await serve(built, 0);
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  await page.waitForSelector('.reveal.ready');
  await page.evaluate(() => {
    location.hash = '#/descent';
  });
  await page.waitForTimeout(1000);
  for (let step = 0; step < 6; step++) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(400);
  }
  await page.waitForTimeout(1300);
  await page.screenshot({ path: target });
} finally {
  await browser.close();
  close();
}
console.log('The picture is .github/deck.png');
