// The built deck as a host of static pages has it: under any sub-path, under its policy, with or without headers.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../scripts/browser.ts';
import { slides } from '../src/slides/index.ts';
import { backend, go } from './deck.ts';
import { openSite, type Site } from './site.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), openSite()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

async function open(address: string, complaints: string[], served: string[] = []): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' });
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    if (!response.url().startsWith('data:')) served.push(response.url());
  });
  await page.goto(address);
  return page;
}

describe('under /a/b/', () => {
  it('every slide works, on both backends, and asks for nothing outside of its folder', async () => {
    const complaints: string[] = [];
    const served: string[] = [];
    const page = await open(site.address, complaints, served);
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    for (const { id } of slides) await go(page, id);
    expect(await backend(page)).toBe('WebAssembly');
    await page.keyboard.press('KeyE');
    expect(await backend(page)).toBe('TypeScript');
    expect(served.filter((url) => !url.startsWith(site.address))).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['gallery.html', 'line-plot svg'],
    ['deck.html', '.reveal.ready'],
    ['?paper=handout', 'body[data-ready]'],
    ['?paper=notes', 'body[data-ready]'],
    ['?presenter', '.lectern-desk .standing'],
  ])('%s works too', async (at, sign) => {
    const complaints: string[] = [];
    const page = await open(site.address + at, complaints);
    await page.waitForSelector(sign, { state: 'attached' });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('lets a browser keep what never changes, and ask again for the rest', async () => {
    const asset = /assets\/index-[\w-]+\.js/.exec(readFileSync(join(site.folder, 'index.html'), 'utf8'))?.[0];
    const cached = async (name: string): Promise<string | null> =>
      (await fetch(site.address + name)).headers.get('cache-control');
    expect(await cached(`${asset}`)).toBe('max-age=31536000, immutable');
    for (const name of ['', 'sw.js', 'deck.html', 'pictures.js']) expect(await cached(name)).toBe('no-cache');
  });
});

describe('a host that sets no headers', () => {
  it('shows the deck under the policy that the page states itself', async () => {
    const types: Readonly<Record<string, string>> = {
      '.html': 'text/html',
      '.js': 'text/javascript',
      '.css': 'text/css',
      '.woff2': 'font/woff2',
    };
    const plain = createServer(({ url = '/' }, response) => {
      const path = new URL(url, 'http://localhost').pathname.replace(/\/$/, '/index.html');
      response.setHeader('Content-Type', types[extname(path)] ?? '');
      response.end(readFileSync(join(site.folder, path)));
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const complaints: string[] = [];
    const page = await open(`http://localhost:${port}/`, complaints);
    await page.waitForSelector('.reveal.ready', { state: 'attached' });
    expect(await backend(page)).toBe('WebAssembly');
    expect(complaints).toEqual([]);
    // Neither text as code, nor anything from elsewhere.
    const refused = await page.evaluate(async () => {
      const directives: string[] = [];
      const both = new Promise<void>((resolve) => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
          if (directives.push(violatedDirective) === 2) resolve();
        });
      });
      const script = document.createElement('script');
      script.textContent = 'document.title = "changed"';
      document.head.append(script);
      await fetch('http://127.0.0.1:9/').catch(() => undefined);
      await both;
      return [...directives, document.title];
    });
    expect(refused.toSorted()).toEqual([slides[0]?.title.ko, 'connect-src', 'script-src-elem'].toSorted());
    await page.close();
    plain.close();
  });
});
