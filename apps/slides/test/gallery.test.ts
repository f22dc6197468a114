import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../scripts/browser.ts';
import { type Served, serve } from '../scripts/server.ts';

const built = fileURLToPath(new URL('../dist/', import.meta.url));
const require = createRequire(import.meta.url);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function open(served: Served, path: string): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  await page.goto(served.address + path);
  return { page, complaints };
}

/** Elements that the sources define. */
function defined(): string[] {
  const folder = fileURLToPath(new URL('../src/components/', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/customElements\.define\('([\w-]+)'/g)])
    .map(([, tag = '']) => tag)
    .sort();
}

describe('the gallery', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(built, 0);
  });
  afterAll(() => served.close());

  it('shows every picture, drawn from its HTML alone, with its attributes', async () => {
    const { page, complaints } = await open(served, 'gallery.html');
    await page.waitForSelector('main section svg, main section canvas', { state: 'attached' });
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('main section')].map((section) => {
        const picture = section.querySelector(`.still ${section.id}`);
        const drawing = picture?.querySelector('svg, canvas, input, button')?.getBoundingClientRect();
        const documented = [...section.querySelectorAll('tbody th code')].map((code) => code.textContent ?? '');
        const used = picture ? picture.getAttributeNames().filter((name) => !/^(lang|aria-)/.test(name)) : [];
        return {
          tag: section.id,
          drawn: (drawing?.width ?? 0) > 40 && (drawing?.height ?? 0) > 20,
          undocumented: used.filter((name) => !documented.includes(name)),
        };
      }),
    );
    expect(shown.map(({ tag }) => tag).toSorted()).toEqual(defined());
    expect(shown.filter(({ drawn, undocumented }) => !drawn || undocumented.length > 0)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('has no fault that axe finds, in both languages and themes', async () => {
    const { page } = await open(served, 'gallery.html');
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const check = (): Promise<string[]> =>
      page.evaluate(async () => {
        const { axe } = globalThis as typeof globalThis & {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    expect(await check()).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    expect(await check()).toEqual([]);
    await page.close();
  });
});

describe('a deck of somebody else', () => {
  let folder: string;
  let served: Served;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chainrule-deck-'));
    cpSync(built, folder, { recursive: true });
    const reveal = dirname(require.resolve('reveal.js'));
    mkdirSync(join(folder, 'reveal'));
    copyFileSync(join(reveal, 'reveal.mjs'), join(folder, 'reveal', 'reveal.js'));
    copyFileSync(join(reveal, 'reveal.css'), join(folder, 'reveal', 'reveal.css'));
    writeFileSync(
      join(folder, 'own.js'),
      `import Reveal from './reveal/reveal.js';
       import './pictures.js';
       await new Reveal({ hash: false }).initialize();
       document.querySelector('line-plot').addEventListener('linemove', ({ detail }) => {
         document.querySelector('output').textContent = JSON.stringify(detail);
       });`,
    );
    writeFileSync(
      join(folder, 'own.html'),
      `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>own</title>
       <link rel="icon" href="data:," /><link rel="stylesheet" href="reveal/reveal.css" />
       <link rel="stylesheet" href="pictures.css" /></head>
       <body><div class="reveal"><div class="slides"><section>
         <line-plot points='{"x":[0,1,2],"y":[1,3,4]}' line='{"a":1,"b":1}' layers='{"residuals":true,"handles":true}'></line-plot>
         <output></output>
       </section></div></div><script type="module" src="own.js"></script></body></html>`,
    );
    served = await serve(folder, 0);
  });
  afterAll(() => {
    served.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('uses a picture by loading one module and one stylesheet, and hears what is moved', async () => {
    const { page, complaints } = await open(served, 'own.html');
    await expect.poll(() => page.locator('.reveal.ready').count()).toBe(1);
    expect(await page.locator('line-plot .point').count()).toBe(3);
    expect(await page.locator('line-plot .residual').count()).toBe(3);
    await page.locator('line-plot .handle').first().focus();
    await page.keyboard.press('ArrowUp');
    expect(JSON.parse((await page.locator('output').textContent()) ?? '')).toEqual({ a: 1, b: 1.1 });
    expect(complaints).toEqual([]);
    await page.close();
  });
});
