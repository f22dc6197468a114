// The built deck in a real browser, for tests: served under its own policy, every complaint of the page noted.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/browser.ts';
import { type Served, serve } from '../scripts/server.ts';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** A served deck and a browser to look at it with. */
export interface Theatre {
  readonly browser: Browser;
  readonly served: Served;
  close(): Promise<void>;
}

export async function openTheatre(): Promise<Theatre> {
  if (!existsSync(built)) throw new Error(`expected the built deck in ${built}; run \`pnpm build\` first`);
  const served = await serve(built, 0);
  const browser = await launchBrowser();
  return {
    browser,
    served,
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}

export interface Showing {
  readonly page: Page;
  /** Console errors, page errors, policy violations, and requests to any other origin. */
  readonly complaints: string[];
}

export interface ShowingOptions {
  /** Address within the deck, such as `#/descent`. */
  readonly at?: string;
  /** Where other windows of the deck are; by default the page has nobody. */
  readonly context?: BrowserContext;
  /** Runs in the page before anything of the deck does. */
  readonly before?: () => void;
}

/** How the deck is shown to a test. */
export const screen = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const;

/** Opens the deck and waits until it is ready. */
export async function show(
  { browser, served }: Theatre,
  { at = '', before, context }: ShowingOptions = {},
): Promise<Showing> {
  const page = await (context ? context.newPage() : browser.newPage(screen));
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== new URL(served.address).origin)
      complaints.push(`request: ${url.href}`);
  });
  await page.exposeFunction('noteViolation', (directive: string) => complaints.push(`policy: ${directive}`));
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => noteViolation(event.violatedDirective))`,
  );
  if (before) await page.addInitScript(before);
  await page.goto(served.address + at);
  await page.waitForSelector('.reveal.ready', { state: 'attached' });
  return { page, complaints };
}

/** The slide that is seen, also where it stands in a column. */
export const current = ':is(.slides > section.present:not(.stack), .slides > section.stack.present > section.present)';

/** Jumps to a slide, as a link in a browser's history does. */
export async function go(page: Page, id: string): Promise<void> {
  await page.waitForFunction(
    ([selector, wanted]) => {
      // Until it is there: reveal writes the address up to a second after a move, over what has been written meanwhile.
      const hash = `#/${wanted}`;
      if (location.hash !== hash) location.hash = hash;
      return document.querySelector(selector)?.id === wanted;
    },
    [current, id] as const,
  );
}

/** Text of the first match on the current slide; a formula counts as it is read, not twice. */
export async function figure(page: Page, name: string): Promise<string> {
  const found = page.locator(current).locator(`[data-figure="${name}"]`).first();
  return await found.evaluate((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('.katex-mathml')) hidden.remove();
    return (copy.textContent ?? '').replace(/[\s\u200b]+/g, ' ').trim();
  });
}

/** The current slide's id and how many clicks into it we are. */
export async function place(page: Page): Promise<string> {
  return await page.evaluate((selector) => {
    const section = document.querySelector(selector);
    return `${section?.id} ${section?.querySelectorAll('.fragment.visible').length}`;
  }, current);
}

/** Everything the audience can read on the current slide, figures of the drawings included. */
export async function slideText(page: Page): Promise<string> {
  return await page.evaluate((selector) => {
    const copy = document.querySelector(selector)?.querySelector('.slide')?.cloneNode(true);
    if (!(copy instanceof Element)) return '';
    for (const waiting of copy.querySelectorAll('.waiting, .katex-mathml')) waiting.remove();
    const drawn = [...copy.querySelectorAll('svg path, svg line, svg circle, svg polyline')].map((shape) =>
      ['d', 'points', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy'].map((name) => shape.getAttribute(name) ?? '').join(' '),
    );
    return `${copy.textContent?.replace(/\s+/g, ' ')} ${drawn.join(' ')}`;
  }, current);
}

/** Presses a key until the place in the deck no longer changes; gives every place passed, with what `look` saw there. */
export async function walk<T>(page: Page, key: string, look: (at: string) => Promise<T>): Promise<[string, T][]> {
  const seen: [string, T][] = [];
  for (let press = 0; press < 400; press += 1) {
    const at = await place(page);
    if (seen.at(-1)?.[0] === at) return seen;
    seen.push([at, await look(at)]);
    await page.keyboard.press(key);
  }
  throw new Error('expected the deck to end within 400 clicks');
}

/** The backend named in the strip. */
export async function backend(page: Page): Promise<string> {
  return (await page.locator('.strip .backend .label').textContent()) ?? '';
}
