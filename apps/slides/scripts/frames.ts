// How long the page works for one frame while something is dragged or runs: `node scripts/frames.ts [id …]
// [--typescript]` after a build. Walks through the lecture in one window, as it is given, and on each slide, after its
// last click, drags every handle, slider and picture, nudges every number by its keys and lets the run go on, at
// 1920 × 1080 under Chromium's tracing. Prints for each of these the median, the 95th percentile and the worst of the
// main thread's milliseconds per frame: by the clock, and by the processor time the thread was given, which leaves out
// the waits for other programs of a busy machine.

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { slides } from '../src/slides/index.ts';
import { backend, current, go } from '../test/deck.ts';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

interface TraceEvent {
  readonly name: string;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

/** Milliseconds of the main thread for one frame. */
interface Frame {
  readonly clock: number;
  readonly processor: number;
}

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { typescript: { type: 'boolean', default: false } },
});
/** What moves the slide. The beginning of each is marked in the trace. */
const motions = ['drag', 'nudge', 'run'] as const;
type Motion = (typeof motions)[number];
const task = 'ThreadControllerImpl::RunTask';
const commit = 'ProxyMain::BeginMainFrame::commit';
/** From one frame of a screen to the next, in microseconds. */
const interval = 1e6 / 60;

/**
 * Each frame's work while it moves: the task that makes the frame, from the pointer's events to the commit, and the
 * tasks before that could hold it up: those since the frame before, but after a rest only those of the last interval.
 */
function frames(events: readonly TraceEvent[], motion: Motion): Frame[] {
  const marks = events.filter(({ name }) => motions.some((other) => name === other));
  const begin = marks.find(({ name }) => name === motion);
  if (!begin) throw new Error(`expected the mark '${motion}' in the trace, found none`);
  const until = Math.min(...marks.map(({ ts }) => ts).filter((ts) => ts > begin.ts));
  const onMain = events
    .filter(({ pid, tid, ts }) => pid === begin.pid && tid === begin.tid && ts > begin.ts && ts < until)
    .sort((one, other) => one.ts - other.ts);
  const end = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;
  const found: Frame[] = [];
  let tasks: TraceEvent[] = [];
  for (const event of onMain) {
    if (event.name === task) tasks.push(event);
    const making = tasks.at(-1);
    if (event.name !== commit || !making) continue;
    const counted = tasks.filter((before) => end(before) > making.ts - interval);
    const sum = (of: (counted: TraceEvent) => number): number =>
      counted.reduce((total, event) => total + of(event), 0) / 1000;
    found.push({ clock: sum(({ dur = 0 }) => dur), processor: sum(({ tdur = 0 }) => tdur) });
    tasks = [];
  }
  return found;
}

async function drag(page: Page, session: CDPSession, x: number, y: number): Promise<void> {
  const send = async (type: 'mouseMoved' | 'mousePressed' | 'mouseReleased', dx = 0, dy = 0): Promise<void> => {
    const held = { button: 'left', buttons: type === 'mouseReleased' ? 0 : 1, clickCount: 1 } as const;
    await session.send('Input.dispatchMouseEvent', { type, x: x + dx, y: y + dy, ...held });
  };
  await page.mouse.move(x, y);
  await send('mousePressed');
  for (let i = 1; i <= 100; i += 1) {
    await send('mouseMoved', 50 * Math.sin(i / 6), 30 * Math.sin(i / 4));
    await page.waitForTimeout(8);
  }
  await send('mouseReleased', 50 * Math.sin(100 / 6), 30 * Math.sin(100 / 4));
}

async function nudge(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.click(x, y);
  for (const key of [...Array(16).fill('ArrowUp'), ...Array(16).fill('ArrowDown')]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(24);
  }
  await page.keyboard.press('Escape');
}

/** The middles of what the selector finds, where they are to begin with: a drag may take some of them away. */
async function places(page: Page, selector: string): Promise<(readonly [x: number, y: number])[]> {
  const boxes = await Promise.all((await page.locator(selector).all()).map((found) => found.boundingBox()));
  return boxes.flatMap((box) => (box ? [[box.x + box.width / 2, box.y + box.height / 2] as const] : []));
}

/** Everything on the slide that moves, moved once. Gives the events of the trace. */
async function exercise(page: Page, run: boolean): Promise<readonly TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const handles = await places(
    page,
    `${current} :is([role="slider"], svg .ground, svg .turntable, input[type="range"]), .strip input[type="range"]`,
  );
  const fields = await places(page, ':is(.strip, .slides section.present) number-field input');
  await browser.startTracing(page, { categories: ['toplevel', 'cc', 'blink.user_timing'] });
  // The tracing's own start is not the slide's work.
  await page.waitForTimeout(500);
  const begin = (motion: Motion): Promise<unknown> => page.evaluate((mark) => performance.mark(mark), motion);
  await begin('drag');
  for (const [x, y] of handles) await drag(page, session, x, y);
  await begin('nudge');
  for (const [x, y] of fields) await nudge(page, x, y);
  if (run) {
    await begin('run');
    await page.keyboard.press('KeyP');
    await page.waitForTimeout(2500);
  }
  return (JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }).traceEvents;
}

function summary(values: readonly number[]): string {
  const sorted = [...values].sort((one, other) => one - other);
  return [0.5, 0.95, 1]
    .map((part) => (sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0).toFixed(1).padStart(7))
    .join('');
}

const { address, close } = await serve(fileURLToPath(new URL('../dist', import.meta.url)), 0);
const browser = await launchBrowser();
try {
  console.log(`${''.padEnd(28)}${'ms by the clock'.padStart(21)}${'ms of processor time'.padStart(23)}`);
  console.log(`${'slide'.padEnd(28)} median   95 %  worst   median   95 %  worst  frames`);
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.goto(address);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  if (options.typescript && (await backend(page)) !== 'TypeScript') await page.keyboard.press('KeyE');
  for (const { id, clicks, tick } of slides) {
    await go(page, id);
    for (let click = 0; click < clicks; click += 1) {
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(60);
    }
    if (wanted.length && !wanted.includes(id)) continue;
    await page.waitForTimeout(1500);
    const events = await exercise(page, tick !== undefined);
    for (const motion of motions) {
      if (motion === 'run' && !tick) continue;
      const found = frames(events, motion);
      if (!found.length) continue;
      const clock = summary(found.map((frame) => frame.clock));
      const processor = summary(found.map((frame) => frame.processor));
      console.log(`${`${id} ${motion}`.padEnd(28)}${clock}  ${processor} ${String(found.length).padStart(7)}`);
    }
  }
} finally {
  await browser.close();
  close();
}
