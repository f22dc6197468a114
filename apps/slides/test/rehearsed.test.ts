// Failures of the day, rehearsed: each takes something away and leaves the lecture.

import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { current, figure, go, openTheatre, place, show, slideText, type Theatre } from './deck.ts';
import { alike, openHouse, openOther, picture, ready } from './hall.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

async function steps(page: Page): Promise<number> {
  return Number((await figure(page, 'step')).replace(/\D/g, ''));
}

async function runSlowly(page: Page): Promise<void> {
  await page.fill('number-field[label="α"] input', '0.01');
  await page.keyboard.press('Enter');
  await page.keyboard.press('KeyP');
  await expect.poll(() => steps(page)).toBeGreaterThan(1);
}

async function cdp(page: Page): Promise<CDPSession> {
  return await page.context().newCDPSession(page);
}

describe('without BroadcastChannel', () => {
  it('each window goes by itself, and the presenter’s says so', async () => {
    const context = await theatre.browser.newContext();
    await context.addInitScript(() => void Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    const { page: hall, complaints } = await show(theatre, { at: '#/descent', context });
    await hall.keyboard.press('PageDown');
    const lectern = await openOther(hall);
    await expect.poll(() => lectern.locator('.lectern-desk .standing').textContent()).toContain('BroadcastChannel');
    await lectern.locator('.notices').getByText('BroadcastChannel').waitFor();
    await lectern.keyboard.press('PageDown');
    expect([await place(hall), await place(lectern)]).toEqual(['descent 1', 'descent 1']);
    await hall.keyboard.press('KeyB');
    await hall.locator('.reveal.paused').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('a state that other windows would refuse', () => {
  it('is said, in the window that came to it', async () => {
    const { page, complaints } = await show(theatre, { at: '#/one-node' });
    const field = page.locator('.strip number-field').first();
    await field.evaluate((element) => element.dispatchEvent(new CustomEvent('value', { detail: 1e9 })));
    await page.locator('.notices').getByText('다른 창과 링크로 옮겨지지 않는다').waitFor();
    expect(complaints.join()).toContain("expected a state that the slide 'one-node' holds");
    await page.keyboard.press('KeyR');
    expect(complaints).toHaveLength(1);
    await page.close();
  });
});

describe('with storage blocked', () => {
  it('everything goes on but coming back, which it says', async () => {
    const before = (): void => {
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
    };
    const house = await openHouse(theatre, { at: '#/descent', before });
    const { hall, lectern } = house;
    await hall.getByText('브라우저가 저장을 막아').waitFor();
    await hall.keyboard.press('PageDown');
    await alike(hall, lectern);
    // As long as another window is there, a reload comes back all the same.
    await hall.reload();
    await ready(hall);
    await alike(lectern, hall);
    expect(await place(hall)).toBe('descent 1');
    expect(house.complaints).toEqual([]);
    await house.close();
  });
});

describe('without WebGL', () => {
  it('nothing is missing: no picture asks for it', async () => {
    const { page, complaints } = await show(theatre, {
      before: () => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: never[]) {
          if (kind !== '2d') {
            console.error(`asked for ${kind}`);
            return null;
          }
          return getContext.call(this, kind as '2d', ...rest);
        } as typeof getContext;
        for (const name of ['WebGLRenderingContext', 'WebGL2RenderingContext', 'GPU'])
          Reflect.deleteProperty(globalThis, name);
      },
    });
    for (const id of ['learning-rate-cliff', 'partial-both', 'small-network', 'three-valleys']) {
      await go(page, id);
      await page.keyboard.press('PageDown');
      expect((await slideText(page)).length).toBeGreaterThan(200);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('without packing and without a clipboard', () => {
  it('links are longer and are shown', async () => {
    const { page } = await show(theatre, {
      at: '#/descent',
      before: () => {
        for (const name of ['CompressionStream', 'DecompressionStream']) Reflect.deleteProperty(globalThis, name);
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.execCommand = () => false;
      },
    });
    for (let click = 0; click < 3; click += 1) await page.keyboard.press('PageDown');
    await page.keyboard.press('KeyC');
    const link = (await page.locator('dialog.link .address').textContent()) ?? '';
    expect(link).toMatch(/#\/descent\/~1j/);
    const { page: other } = await show(theatre, { at: link.slice(theatre.served.address.length) });
    await expect.poll(() => place(other)).toBe('descent 3');
    await other.close();
    await page.close();
  });
});

describe('with reduced motion', () => {
  it('a click shows its picture at once', async () => {
    const { page } = await show(theatre, { at: '#/chain-example' });
    for (let click = 0; click < 5; click += 1) {
      await page.keyboard.press('PageDown');
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const at = await slideText(page);
      await page.waitForTimeout(400);
      expect(await slideText(page)).toBe(at);
    }
    await page.close();
  });

  it('and without it the windows still come to the same picture, however fast the clicker is', async () => {
    const context = await theatre.browser.newContext({ reducedMotion: 'no-preference' });
    const { page: hall } = await show(theatre, { at: '#/chain-example', context });
    const lectern = await openOther(hall);
    for (let click = 0; click < 12; click += 1) await lectern.keyboard.press('PageDown');
    await alike(lectern, hall);
    await context.close();
  });
});

describe('another resolution', () => {
  it('in the middle of a run and of a stroke changes the size alone', async () => {
    const { page, complaints } = await show(theatre, { at: '#/descent' });
    await runSlowly(page);
    for (const [width, height] of [
      [1920, 1080],
      [800, 600],
      [1024, 768],
      [1280, 720],
    ] as const) {
      const before = await steps(page);
      await page.setViewportSize({ width, height });
      await expect.poll(() => steps(page)).toBeGreaterThan(before);
      const stage = await page.locator('.slides').boundingBox();
      expect(stage?.width).toBeLessThanOrEqual(1.01 * width);
      expect(stage?.height).toBeLessThanOrEqual(1.01 * height);
      expect(Math.max((stage?.width ?? 0) / width, (stage?.height ?? 0) / height)).toBeGreaterThan(0.98);
      // Text in the drawings keeps its size against the drawing.
      const ratio = await page.evaluate((slide) => {
        const text = document.querySelector(`${slide} svg text`)?.getBoundingClientRect().height ?? 0;
        const svg = document.querySelector(`${slide} svg`)?.getBoundingClientRect().height ?? 1;
        return text / svg;
      }, current);
      expect(ratio).toBeCloseTo(24 / 500, 1);
    }
    await page.keyboard.press('KeyW');
    await page.mouse.move(400, 300);
    await page.mouse.down();
    await page.mouse.move(450, 320, { steps: 3 });
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.mouse.move(900, 500, { steps: 3 });
    await page.mouse.up();
    expect(await page.locator('.ink .stroke').count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('sleep', () => {
  it('stops a run, and waking neither jumps nor runs after the time that has passed', async () => {
    const { page } = await show(theatre, { at: '#/descent' });
    await runSlowly(page);
    const session = await cdp(page);
    // Nothing of the page goes on, neither timers nor frames.
    await session.send('Debugger.enable');
    const asleep = new Promise((resolve) => session.once('Debugger.paused', resolve));
    const before = await steps(page);
    await session.send('Debugger.pause');
    await asleep;
    // Twenty ticks' time.
    await new Promise((wake) => setTimeout(wake, 6000));
    await session.send('Debugger.resume');
    const after = await steps(page);
    expect(after - before).toBeLessThan(10);
    await expect.poll(() => steps(page), { timeout: 10_000 }).toBeGreaterThan(after);
    await page.close();
  });

  it('of the clock for hours adds one tick, and the timer has gone on', async () => {
    const { page } = await show(theatre, {
      at: '?presenter#/small-network',
      before: () => {
        const jump = globalThis as { slept?: number };
        jump.slept = 0;
        const [now, date] = [performance.now.bind(performance), Date.now];
        performance.now = () => now() + (jump.slept ?? 0);
        Date.now = () => date() + (jump.slept ?? 0);
      },
    });
    await page.waitForSelector('.lectern-desk .standing');
    await page.keyboard.press('KeyT');
    await page.keyboard.press('KeyP');
    await expect.poll(() => steps(page)).toBeGreaterThan(20);
    const before = await steps(page);
    await page.evaluate(() => Object.assign(globalThis, { slept: 8 * 3_600_000 }));
    const after = await steps(page);
    // A tick is at most 12 steps; a frame or two go by between the looks.
    expect(after - before).toBeLessThan(300);
    await expect.poll(() => page.locator('.elapsed').textContent()).toMatch(/^8:00:/);
    await expect.poll(() => steps(page)).toBeGreaterThan(after);
    await page.close();
  });
});

describe('a slow machine', () => {
  it('drops frames and never the state, on either side', async () => {
    const house = await openHouse(theatre, { at: '#/small-network' });
    const { hall, lectern } = house;
    await (await cdp(hall)).send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await lectern.keyboard.press('KeyP');
    await expect.poll(() => steps(lectern), { timeout: 120_000 }).toBeGreaterThan(100);
    await lectern.keyboard.press('KeyP');
    await alike(lectern, hall);
    // Clicks that come faster than it can draw.
    for (const key of ['PageUp', 'PageDown', 'PageDown', 'PageDown', 'PageUp', 'KeyR'])
      await lectern.keyboard.press(key);
    await alike(lectern, hall);
    await hall.keyboard.press('KeyP');
    await expect.poll(() => steps(lectern), { timeout: 120_000 }).toBeGreaterThan(10);
    await hall.keyboard.press('KeyP');
    await alike(hall, lectern);
    expect(house.complaints).toEqual([]);
    await house.close();
  });
});

describe('a window with another version of the slides', () => {
  it('is not followed, and it is said that both have to be reloaded', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    const session = new URL(hall.url()).searchParams.get('session');
    const shown = await picture(hall);
    await lectern.evaluate((name) => {
      const channel = new BroadcastChannel(name);
      channel.postMessage({ version: 1, deck: 'older', message: { kind: 'state', from: 'x', registers: {} } });
    }, `chainrule ${session}`);
    await hall.getByText('다른 판의 슬라이드를 연 창이 있다.').waitFor();
    expect(await picture(hall)).toBe(shown);
    await house.close();
  });
});
