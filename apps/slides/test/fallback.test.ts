import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../scripts/server.ts';
import { backend, figure, openTheatre, show, type Theatre, walk } from './deck.ts';

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
    await page.keyboard.press('KeyR');
    expect(await figure(page, 'loss')).toBe('L=5');
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

  it('has no text under 20 pixels of the stage, and nothing reaches beyond the stage or into the strip', async () => {
    const { page } = await show(theatre);
    const faults = await walk(page, 'PageDown', () =>
      page.evaluate(() => {
        const found: string[] = [];
        const strip = document.querySelector('.strip')?.getBoundingClientRect().top ?? 0;
        const parts = document.querySelectorAll('section.present .slide *, .strip *, .place *');
        for (const part of parts) {
          const own = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
          if (!own || part.closest('.katex, caption, [aria-hidden="true"] .katex')) continue;
          if (Number.parseFloat(getComputedStyle(part).fontSize) < 20) found.push(`small: ${part.textContent}`);
          const { left, right, top, bottom } = part.getBoundingClientRect();
          if (left < 40 || right > 1240 || top < 20 || bottom > 712) found.push(`beyond: ${part.textContent}`);
          if (part.closest('section') && bottom > strip) found.push(`in the strip: ${part.textContent}`);
        }
        return found;
      }),
    );
    expect(faults.filter(([, found]) => found.length)).toEqual([]);
    await page.close();
  });

  it('has no fault that axe finds, on any slide, light and dark', async () => {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { page } = await show(theatre);
    await page.evaluate(source);
    const check = (): Promise<string[]> =>
      page.evaluate(async () => {
        const { axe } = globalThis as typeof globalThis & {
          axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
    for (const theme of ['light', 'dark']) {
      const faults: string[] = [];
      for (let index = 0; index < 9; index += 1) {
        await page.evaluate((hash) => document.querySelectorAll('section')[hash]?.id, index);
        faults.push(...(await check()));
        for (let press = 0; press < 9; press += 1) {
          const before = await page.evaluate(() => document.querySelector('section.present')?.id);
          await page.keyboard.press('PageDown');
          if ((await page.evaluate(() => document.querySelector('section.present')?.id)) !== before) break;
        }
      }
      expect([theme, ...new Set(faults)]).toEqual([theme]);
      await page.keyboard.press('KeyD');
      await page.keyboard.press('Home');
    }
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
