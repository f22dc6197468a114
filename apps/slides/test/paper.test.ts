// What is printed: the same words as on the page, in both languages, as text that can be found and copied.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { print } from '../scripts/paper.ts';
import { slides } from '../src/slides/index.ts';
import { openTheatre, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

/** KaTeX sets zero-width spaces; where lines break is the printer's choice. */
const dense = (text: string): string => text.replace(/[\s\u200b]/g, '');
const characters = (text: string): string => [...dense(text)].toSorted().join('');

/** The text of each page, in the order in which it was printed. */
async function textOf(pdf: Uint8Array): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: file.numPages }, async (_, i) => {
    const page = await file.getPage(i + 1);
    const { items } = await page.getTextContent({ disableNormalization: true });
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  });
  return await Promise.all(pages);
}

/** Each run of text that can be seen in the elements that match, as it stands in the page; a list's counters too. */
async function seen(page: Page, selector: string): Promise<string[][]> {
  return await page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const counted = [...element.querySelectorAll('li, li p')].filter((one) =>
        getComputedStyle(one, '::before').content.startsWith('counter('),
      );
      const runs = counted.map((one) => {
        const item = one.closest('li');
        return String(item ? [...(item.parentElement?.children ?? [])].indexOf(item) + 1 : 0);
      });
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { currentNode: node } = walker;
        const shown = node.parentElement?.checkVisibility({ visibilityProperty: true }) ?? false;
        if (shown && !node.parentElement?.closest('title, option')) runs.push(node.nodeValue ?? '');
      }
      return runs;
    }),
  );
}

async function open(query: string): Promise<Page> {
  const page = await theatre.browser.newPage();
  await page.goto(theatre.served.address + query);
  await page.waitForSelector('body[data-ready]');
  return page;
}

describe.each(['ko', 'en'] as const)('the handout in %s', (lang) => {
  const query = `?paper=handout&lang=${lang}`;
  let pdf: Uint8Array;
  let printed: string[];
  beforeAll(async () => {
    pdf = await print(query);
    printed = await textOf(pdf);
  });

  it('has a page for every slide, with exactly the text that its slide shows, each piece in one', async () => {
    const page = await open(query);
    const shown = await seen(page, '.pane');
    await page.close();
    expect(printed).toHaveLength(slides.length);
    expect(printed.map(characters)).toEqual(shown.map((runs) => characters(runs.join(''))));
    const lost = shown.flatMap((runs, i) => runs.filter((run) => !dense(printed[i] ?? '').includes(dense(run))));
    expect(lost).toEqual([]);
  });

  it('shows the finished state: what waited for a click is there', async () => {
    const page = await theatre.browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
    await page.goto(`${theatre.served.address}?lang=${lang}`);
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    await page.evaluate(() => {
      location.hash = '#/forward-backward';
    });
    const { clicks = 0 } = slides.find(({ id }) => id === 'forward-backward') ?? {};
    for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
    const runs = (await seen(page, '#forward-backward .slide .words'))[0] ?? [];
    await page.close();
    const text = dense(printed[slides.findIndex(({ id }) => id === 'forward-backward')] ?? '');
    const visible = runs.map(dense).filter((run) => run.length > 1 && /[가-힣]{2}|[a-z]{4}/.test(run));
    expect(visible.length).toBeGreaterThan(2);
    expect(visible.filter((run) => !text.includes(run))).toEqual([]);
  });

  it('embeds every font, all of them the deck’s own', () => {
    const source = Buffer.from(pdf).toString('latin1');
    expect(source).not.toContain('/Type3');
    const names = [...source.matchAll(/\/FontName \/\w+\+([\w-]+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(4);
    expect(names.filter((name) => !/^(Pretendard|KaTeX)/.test(name ?? ''))).toEqual([]);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(names.length);
    // The map from glyphs back to characters.
    expect(source.match(/\/Subtype \/Type0/g)).toHaveLength(source.match(/\/ToUnicode /g)?.length ?? 0);
  });
});

describe('several slides on a page', () => {
  let whole: string[];
  beforeAll(async () => {
    whole = await textOf(await print('?paper=handout&lang=ko&theme=dark'));
  });

  it.each([
    [2, 17],
    [4, 9],
    [6, 6],
  ])('%i of them make %i pages that have the same text', async (perPage, pages) => {
    const several = await textOf(await print(`?paper=handout&lang=ko&theme=dark&per-page=${perPage}`));
    expect(several).toHaveLength(pages);
    expect(several.map(characters)).toEqual(
      several.map((_, i) => characters(whole.slice(i * perPage, (i + 1) * perPage).join(''))),
    );
  });
});

describe.each(['ko', 'en'] as const)('the speaker’s notes in %s', (lang) => {
  it('have what to say and what to ask for every slide, beside its picture', async () => {
    const query = `?paper=notes&lang=${lang}`;
    const text = dense((await textOf(await print(query))).join(''));
    for (const { notes, title } of slides) {
      for (const part of [title[lang], notes.say[lang], notes.ask[lang]]) expect(text).toContain(dense(part));
    }
    const page = await open(query);
    const shown = await seen(page, 'body');
    expect(await page.locator('.pane svg').count()).toBeGreaterThan(slides.length - 1);
    await page.close();
    expect(characters(text)).toBe(characters(shown.flat().join('')));
  });
});

describe('the command', () => {
  const run = (script: string, ...args: string[]): { status: number | null; stderr: string; stdout: string } =>
    spawnSync(process.execPath, [fileURLToPath(new URL(`../scripts/${script}.ts`, import.meta.url)), ...args], {
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: folder },
    });
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'chainrule-paper-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['handout', ['--per-page', '3'], "--per-page is 1, 2, 4, 6; not '3'"],
    ['handout', ['--lang', 'de'], "--lang is ko, en; not 'de'"],
    ['handout', ['--theme', 'blue'], "--theme is light, dark; not 'blue'"],
    ['notes', ['--per-page', '2'], "Unknown option '--per-page'"],
    ['notes', ['all'], "Unexpected argument 'all'"],
  ] as const)('%s %j says what is wrong, and how it is used', (script, args, message) => {
    const { status, stderr } = run(script, ...args);
    expect(status).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).toContain(`pnpm --filter slides ${script}`);
    expect(stderr).not.toContain('    at ');
  });

  it('writes the file that it names, where it was called', () => {
    const { status, stdout } = run('handout', '--lang', 'en', '--per-page', '6', '--out', 'new/slides.pdf');
    expect(status).toBe(0);
    expect(stdout.trim()).toBe(join(folder, 'new', 'slides.pdf'));
    expect(readFileSync(stdout.trim()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(run('notes').status).toBe(0);
    expect(existsSync(join(folder, 'notes-ko.pdf'))).toBe(true);
  });
});
