// How long the page works for one frame while something is dragged or runs: `node scripts/frames.ts [id …]` after a
// build. Drags every handle, slider and picture of a slide and lets its run go on, under Chromium's tracing, and prints
// for each slide the median, the 95th percentile and the worst of the main thread's milliseconds between two frames.

import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { slides } from '../src/slides/index.ts';
import { current, go } from '../test/deck.ts';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

const wanted = process.argv.slice(2);

/** Main-thread milliseconds of each frame: all tasks that began since the frame before. */
function frames(events: readonly TraceEvent[]): number[] {
  const mains = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const onMain = events.filter(({ pid, tid }) => mains.has(`${pid} ${tid}`)).sort((one, other) => one.ts - other.ts);
  const found: number[] = [];
  let work = 0;
  for (const { name, dur = 0 } of onMain) {
    if (name === 'Commit') {
      found.push(work / 1000);
      work = 0;
    } else if (name === 'RunTask') work += dur;
  }
  return found.slice(1);
}

async function drag(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 40; i += 1) {
    await page.mouse.move(x + 50 * Math.sin(i / 6), y + 30 * Math.sin(i / 4));
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
}

async function exercise(page: Page, run: boolean): Promise<void> {
  const handles = page.locator(`${current} [role="slider"], ${current} svg .ground, .strip input[type="range"]`);
  // Where they are to begin with: a drag may take some of them away.
  const boxes = await Promise.all((await handles.all()).map((handle) => handle.boundingBox()));
  for (const box of boxes) if (box) await drag(page, box.x + box.width / 2, box.y + box.height / 2);
  if (!run) return;
  await page.keyboard.press('KeyP');
  await page.waitForTimeout(2500);
}

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1).padStart(7);

const { address, close } = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0);
const browser = await launchBrowser();
try {
  console.log(`${'slide'.padEnd(24)} median    95 %  worst  frames`);
  for (const { id, clicks, tick } of slides) {
    if (wanted.length && !wanted.includes(id)) continue;
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    await page.goto(address);
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await go(page, id);
    for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
    await page.waitForTimeout(1500);
    await browser.startTracing(page, {
      categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    await exercise(page, tick !== undefined);
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
    const sorted = frames(traceEvents).sort((one, other) => one - other);
    console.log(`${id.padEnd(24)}${at(sorted, 0.5)} ${at(sorted, 0.95)} ${at(sorted, 1)} ${sorted.length}`);
    await page.close();
  }
} finally {
  await browser.close();
  close();
}
