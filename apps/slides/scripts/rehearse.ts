// Gives the lecture once, from the first slide to the last, in two windows and with the clicker's keys alone, after a
// build: `node scripts/rehearse.ts [folder] [--en] [--dark] [--large]`. At every tenth step it takes a picture of both
// windows, `012-lectern.png` and `012-hall.png`, and at every step it holds the two slides against each other.

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { slides } from '../src/slides/index.ts';
import { place, slideText } from '../test/deck.ts';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    en: { type: 'boolean', default: false },
    dark: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
  },
});
const folder = positionals[0] ?? fileURLToPath(new URL('../rehearsal/', import.meta.url));
const often = 10;
/** Milliseconds after which the audience has to see what the presenter sees. */
const patience = 5000;

async function sees(page: Page): Promise<string> {
  return `${await place(page)} ${await slideText(page)}`;
}

async function sameSlide(lectern: Page, hall: Page): Promise<string | undefined> {
  const until = performance.now() + patience;
  for (;;) {
    const [one, other] = await Promise.all([sees(lectern), sees(hall)]);
    if (one === other) return undefined;
    if (performance.now() > until)
      return `${await place(lectern)} in the presenter’s view, ${await place(hall)} in the audience’s window`;
    await hall.waitForTimeout(30);
  }
}

await mkdir(folder, { recursive: true });
const { address, close } = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0);
const browser = await launchBrowser();
const faults: string[] = [];
try {
  const viewport = values.large ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
  const context = await browser.newContext({ viewport });
  const hall = await context.newPage();
  const listen = (page: Page, name: string): void => {
    page.on('pageerror', (error) => faults.push(`${name}: ${error.message}`));
    page.on('console', (message) => message.type() === 'error' && faults.push(`${name}: ${message.text()}`));
  };
  listen(hall, 'hall');
  await hall.goto(`${address}${values.en ? '?lang=en' : ''}`);
  await hall.waitForSelector('.reveal.ready', { state: 'attached' });
  if (values.dark) await hall.keyboard.press('KeyD');
  const [lectern] = await Promise.all([hall.waitForEvent('popup'), hall.keyboard.press('KeyS')]);
  listen(lectern, 'lectern');
  await lectern.setViewportSize(viewport);
  await lectern.waitForSelector('.lectern-desk .standing');
  const line = slides.filter(({ below, part }) => !below && part !== 'appendix');
  const last = line.reduce((sum, { clicks }) => sum + clicks + 1, -1);
  for (let step = 0; step <= last; step += 1) {
    if (step > 0) await lectern.keyboard.press('PageDown');
    const different = await sameSlide(lectern, hall);
    if (different) faults.push(`step ${step}: ${different}`);
    if (step % often !== 0 && step !== last) continue;
    // Until nothing moves and the next slide is drawn.
    await hall.waitForTimeout(900);
    const name = `${folder}/${String(step).padStart(3, '0')}`;
    await lectern.screenshot({ path: `${name}-lectern.png` });
    await hall.screenshot({ path: `${name}-hall.png` });
  }
  console.log(`${last} steps, to ${await place(hall)}; pictures are in ${folder}`);
} finally {
  await browser.close();
  close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
