import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../scripts/server.ts';
import { slides } from '../src/slides/index.ts';
import { faultsOf } from './axe.ts';
import { backend, current, figure, go, openTheatre, show, type Theatre, walk } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

describe('a browser without WebAssembly', () => {
  it('computes on TypeScript, says so and why, and shows every slide', async () => {
    const { page, complaints } = await show(theatre, {
      before: () => void Reflect.deleteProperty(globalThis, 'WebAssembly'),
    });
    const notice = page.locator('.notice');
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.textContent()).toContain('TypeScript backend');
    expect((await notice.locator('small').textContent())?.length).toBeGreaterThan(10);
    expect(await backend(page)).toBe('TypeScript');
    await page.keyboard.press('KeyE');
    expect(await backend(page)).toBe('TypeScript');
    expect(await page.locator('.strip .backend button').count()).toBe(0);
    await walk(page, 'PageDown', async () => undefined);
    await go(page, 'model-and-loss');
    for (let click = 0; click < 2; click += 1) await page.keyboard.press('PageDown');
    expect(await figure(page, 'loss')).toBe('L(2,1)=5');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the page', () => {
  it('shows no notice where WebAssembly is there', async () => {
    const { page } = await show(theatre);
    expect(await page.locator('.notice').count()).toBe(0);
    await page.close();
  });

  it.each(['ko', 'en'])(
    'has no text under 20 pixels of the stage, and nothing reaches beyond it or into the strip, in %s',
    async (language) => {
      const { page } = await show(theatre, { at: `?lang=${language}` });
      const look = (): Promise<string[]> =>
        page.evaluate((selector) => {
          const found: string[] = [];
          const strip = document.querySelector('.strip')?.getBoundingClientRect().top ?? 0;
          const slide = [...(document.querySelector(selector)?.querySelectorAll('.slide *') ?? [])];
          for (const part of [...slide, ...document.querySelectorAll('.strip *, .place *')]) {
            const own = [...part.childNodes].some(
              (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
            );
            if (!own || part.closest('.katex, caption, .unseen, option, [aria-hidden="true"] .katex')) continue;
            if (Number.parseFloat(getComputedStyle(part).fontSize) < 20) found.push(`small: ${part.textContent}`);
            const { left, right, top, bottom } = part.getBoundingClientRect();
            if (left < 40 || right > 1240 || top < 20 || bottom > 712) found.push(`beyond: ${part.textContent}`);
            if (part.closest('section') && bottom > strip) found.push(`in the strip: ${part.textContent}`);
          }
          return found;
        }, current);
      const faults: Record<string, string[]> = {};
      for (const { id, clicks } of slides) {
        await go(page, id);
        for (let clock = 0; clock <= clicks; clock += 1) {
          if (clock > 0) await page.keyboard.press('PageDown');
          const found = await look();
          if (found.length) faults[`${id} ${clock}`] = found;
        }
      }
      expect(faults).toEqual({});
      await page.close();
    },
  );

  it.each(['ko', 'en'])('has no fault that axe finds, on any slide, light and dark, in %s', async (language) => {
    const { page } = await show(theatre, { at: `?lang=${language}` });
    // The other slides are not displayed: only the page's own parts are looked through with each.
    const faults: string[] = await faultsOf(page);
    for (const { id, clicks } of slides) {
      await go(page, id);
      for (let click = 0; click < clicks; click += 1) await page.keyboard.press('PageDown');
      for (const theme of ['light', 'dark']) {
        for (const fault of await faultsOf(page, [current, '.strip', '.place']))
          faults.push(`${id}, ${theme}: ${fault}`);
        await page.keyboard.press('KeyD');
      }
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it('is served under a policy without eval, and only from its own folder', async () => {
    const { address } = theatre.served;
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(response.headers.get('content-security-policy')).not.toContain("'unsafe-eval'");
    expect((await fetch(`${address}%2e%2e/package.json`)).status).toBe(404);
    expect((await fetch(`${address}nothing.js`)).status).toBe(404);
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });

  it('is served on the next port where one is taken', async () => {
    const folder = new URL('../dist', import.meta.url).pathname;
    const first = await serve(folder, 0);
    const port = Number(new URL(first.address).port);
    const second = await serve(folder, port);
    expect(Number(new URL(second.address).port)).toBeGreaterThan(port);
    first.close();
    second.close();
  });
});
