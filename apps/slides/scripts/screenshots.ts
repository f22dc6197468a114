// Takes a picture of slides at every click, into `screenshots/`, after a build:
// `node scripts/screenshots.ts [id …] [--en] [--dark] [--large] [--ends]`. Without ids, of every slide; `--large` is
// 1920 × 1080 instead of 1280 × 720; `--ends` takes only the first and the last click.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { slides } from '../src/slides/index.ts';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    en: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    ends: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((id) => !slides.some((slide) => slide.id === id));
if (unknown.length) {
  throw new Error(`there is no slide ${unknown.join(', ')}; the slides are ${slides.map(({ id }) => id).join(', ')}`);
}
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
const kind = [values.en && 'en', values.dark && 'dark', values.large && 'large']
  .filter(Boolean)
  .map((one) => `-${one}`);

await mkdir(folder, { recursive: true });
const { address, close } = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0);
const browser = await launchBrowser();
try {
  const viewport = values.large ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => console.error(error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
  await page.goto(`${address}${values.en ? '?lang=en' : ''}`);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  if (values.dark) await page.keyboard.press('KeyD');
  for (const { id, clicks } of slides) {
    if (positionals.length && !positionals.includes(id)) continue;
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${id}`);
    for (let clock = 0; clock <= clicks; clock += 1) {
      if (!values.ends || clock === 0 || clock === clicks) {
        await page.waitForTimeout(clock === 0 ? 700 : 120);
        await page.screenshot({ path: `${folder}${id}-${clock}${kind.join('')}.png` });
      }
      if (clock < clicks) await page.keyboard.press('PageDown');
    }
  }
} finally {
  await browser.close();
  close();
}
console.log(`Screenshots are in ${folder}`);
