import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { backend, figure, go, openTheatre, place, show, type Theatre } from './deck.ts';
import { alike, openHouse, openOther, picture, ready } from './hall.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const line = slides.filter(({ below, part }) => !below && part !== 'appendix');
const clicks = line.reduce((sum, slide) => sum + slide.clicks + 1, -1);

async function steps(page: Page): Promise<number> {
  return Number((await figure(page, 'step')).replace(/\D/g, ''));
}

/** Waits until a run has gone on. */
async function goesOn(page: Page): Promise<void> {
  const from = await steps(page);
  await expect.poll(() => steps(page), { timeout: 20_000 }).toBeGreaterThan(from);
}

describe('two windows', () => {
  it('show the same at every click of the lecture, moved from either', async () => {
    const house = await openHouse(theatre);
    const { hall, lectern } = house;
    for (let click = 1; click <= clicks; click += 1) {
      // The clicker's focus may be in either window.
      const from = click % 5 === 0 ? hall : lectern;
      await from.keyboard.press('PageDown');
      const shown = await alike(lectern, hall);
      if (click === clicks) expect(shown).toMatch(/^summary /);
    }
    await hall.keyboard.press('PageUp');
    await alike(hall, lectern);
    expect(house.complaints).toEqual([]);
    await house.close();
  });

  it('share values, data, language, theme and backend, whoever changes them', async () => {
    const house = await openHouse(theatre, { at: '#/training-data' });
    const { hall, lectern } = house;
    await lectern.fill('number-field[label="a"] input', '0.5');
    await lectern.keyboard.press('Enter');
    await alike(lectern, hall);
    await hall.locator('section.present .point').first().focus();
    await hall.keyboard.press('ArrowUp');
    const moved = await alike(hall, lectern);
    expect(moved).toContain('0.9');
    for (const key of ['KeyL', 'KeyD', 'KeyE']) await lectern.keyboard.press(key);
    await expect.poll(() => hall.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await hall.locator('html').getAttribute('lang')).toBe('en');
    expect(await backend(hall)).toBe(await backend(lectern));
    await alike(lectern, hall);
    await lectern.keyboard.press('KeyR');
    expect(await alike(lectern, hall)).not.toBe(moved);
    expect(house.complaints).toEqual([]);
    await house.close();
  });

  it('let a late window come to the same picture, below the main line too', async () => {
    const house = await openHouse(theatre, { at: '#/learning-rate-cliff' });
    const { hall, lectern } = house;
    await lectern.keyboard.press('PageDown');
    await lectern.close();
    const late = await openOther(hall);
    await alike(hall, late);
    // A third one joins from the address alone.
    const third = await hall.context().newPage();
    await third.goto(hall.url().replace(/#.*/, ''));
    await ready(third);
    await alike(hall, third);
    await third.keyboard.press('PageUp');
    await alike(third, hall);
    await alike(third, late);
    await house.close();
  });

  it('come back to the same picture after a reload, and after being closed', async () => {
    const house = await openHouse(theatre, { at: '#/training-data' });
    const { hall, lectern } = house;
    await lectern.fill('number-field[label="a"] input', '0.5');
    await lectern.keyboard.press('Enter');
    await lectern.keyboard.press('PageDown');
    const shown = await alike(lectern, hall);
    await hall.reload();
    await ready(hall);
    await expect.poll(() => picture(hall)).toBe(shown);
    // The audience's window is closed; the presenter opens another.
    await hall.close();
    await expect
      .poll(() => lectern.locator('.lectern-desk .standing').textContent(), { timeout: 20_000 })
      .toContain('없다');
    const again = await openOther(lectern);
    await expect.poll(() => picture(again)).toBe(shown);
    await lectern.keyboard.press('PageDown');
    await alike(lectern, again);
    await house.close();
  });

  it('that are reloaded all at once come back too', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    await page.fill('number-field[label="a"] input', '0.5');
    for (const key of ['Enter', 'PageDown', 'PageDown', 'KeyL']) await page.keyboard.press(key);
    const shown = await picture(page);
    await page.reload();
    await ready(page);
    await expect.poll(() => picture(page)).toBe(shown);
    // An address that is opened anew is a lecture of its own.
    await page.goto('about:blank');
    await page.goto(`${theatre.served.address}#/training-data`);
    await ready(page);
    expect(await place(page)).toBe('training-data 0');
    await page.close();
  });
});

describe('a run', () => {
  it('is computed by whoever started it and seen by the other, and whoever acts last leads', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await lectern.fill('number-field[label="α"] input', '0.01');
    await lectern.keyboard.press('Enter');
    await lectern.keyboard.press('KeyP');
    await goesOn(hall);
    // The other window takes over in the middle of it: nothing jumps, and nothing is lost.
    const before = await steps(hall);
    await hall.fill('number-field[label="α"] input', '0.02');
    await hall.keyboard.press('Enter');
    await goesOn(lectern);
    expect(await steps(lectern)).toBeGreaterThanOrEqual(before);
    expect(await lectern.locator('number-field[label="α"] input').inputValue()).toBe('0.02');
    await lectern.keyboard.press('KeyP');
    await alike(hall, lectern);
    await expect.poll(() => hall.getByRole('button', { name: '실행' }).count()).toBe(1);
    const stopped = await steps(hall);
    await hall.waitForTimeout(700);
    expect(await steps(hall)).toBe(stopped);
    expect(house.complaints).toEqual([]);
    await house.close();
  });

  it('goes on in the other window when the leader’s crashes, and the window that comes back follows', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await lectern.fill('number-field[label="α"] input', '0.01');
    await lectern.keyboard.press('Enter');
    await lectern.keyboard.press('KeyP');
    await goesOn(hall);
    // Each window has a process of its own.
    const session = await lectern.context().newCDPSession(lectern);
    const crashed = lectern.waitForEvent('crash');
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    const left = await steps(hall);
    await expect.poll(() => steps(hall), { timeout: 30_000 }).toBeGreaterThan(left + 2);
    await lectern.close();
    const again = await openOther(hall);
    await goesOn(again);
    await again.keyboard.press('KeyP');
    await alike(again, hall);
    await house.close();
  });

  it('goes on at once when the leader’s window is closed', async () => {
    const house = await openHouse(theatre, { at: '#/small-network' });
    const { hall, lectern } = house;
    await lectern.keyboard.press('KeyP');
    await goesOn(hall);
    await lectern.close({ runBeforeUnload: true });
    await goesOn(hall);
    await hall.keyboard.press('KeyP');
    await house.close();
  });

  it('is left by whoever leaves the slide', async () => {
    const house = await openHouse(theatre, { at: '#/engine-relay' });
    const { hall, lectern } = house;
    await hall.keyboard.press('KeyP');
    await goesOn(lectern);
    await lectern.keyboard.press('PageUp');
    await lectern.keyboard.press('Home');
    await expect.poll(() => place(hall)).toBe('title 0');
    await hall.waitForTimeout(500);
    expect(await place(lectern)).toBe('title 0');
    await house.close();
  });
});

describe('the audience’s screen', () => {
  it('keeps its picture while the presenter prepares, also in a window that comes then, and follows afterwards', async () => {
    const house = await openHouse(theatre, { at: '#/training-data' });
    const { hall, lectern } = house;
    const frozen = await picture(hall);
    await lectern.keyboard.press('KeyZ');
    for (const key of ['PageDown', 'PageDown', 'KeyL']) await lectern.keyboard.press(key);
    await expect.poll(() => lectern.locator('.lectern-desk .standing').textContent()).toMatch(/not seen/);
    const third = await hall.context().newPage();
    await third.goto(hall.url().replace(/#.*/, ''));
    await ready(third);
    await expect.poll(() => picture(third)).toBe(frozen);
    expect(await picture(hall)).toBe(frozen);
    await lectern.keyboard.press('KeyZ');
    await alike(lectern, hall);
    await alike(lectern, third);
    // An act in the window that stands still lets it catch up, and does no more.
    await lectern.keyboard.press('KeyZ');
    await lectern.keyboard.press('PageDown');
    const prepared = await picture(lectern);
    await hall.keyboard.press('PageDown');
    await expect.poll(() => picture(hall)).toBe(prepared);
    expect(await picture(lectern)).toBe(prepared);
    expect(house.complaints).toEqual([]);
    await house.close();
  });

  it('goes blank and comes back, from either window, with the keys that clickers send', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    const blank = hall.locator('.reveal.paused');
    await lectern.keyboard.press('KeyB');
    await expect.poll(() => blank.count()).toBe(1);
    expect(await lectern.locator('.reveal.paused').count()).toBe(0);
    await expect.poll(() => lectern.locator('.lectern-desk .standing').textContent()).toContain('빈 화면');
    await lectern.keyboard.press('Period');
    await expect.poll(() => blank.count()).toBe(0);
    await hall.keyboard.press('Period');
    await expect.poll(() => blank.count()).toBe(1);
    await expect.poll(() => lectern.getByRole('button', { name: '빈 화면' }).getAttribute('aria-pressed')).toBe('true');
    await hall.keyboard.press('KeyB');
    await expect.poll(() => blank.count()).toBe(0);
    await house.close();
  });

  it('shows laser and pen where the presenter’s hand is, in windows of other sizes', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await hall.setViewportSize({ width: 1000, height: 700 });
    await lectern.setViewportSize({ width: 1440, height: 900 });
    const box = await lectern.locator('.slides').boundingBox();
    if (!box) throw new Error('expected to see the stage');
    const at = (x: number, y: number): [number, number] => [
      box.x + (x / 1280) * box.width,
      box.y + (y / 720) * box.height,
    ];
    await lectern.keyboard.press('KeyI');
    const laser = hall.locator('.ink .laser');
    // Moved again and again: the first move may come before the laser is taken up.
    await expect
      .poll(async () => {
        await lectern.mouse.move(...at(641, 361));
        await lectern.mouse.move(...at(640, 360));
        return laser.count();
      })
      .toBe(1);
    expect(Number(await laser.getAttribute('cx'))).toBeCloseTo(640, -1);
    const dot = await laser.boundingBox();
    const stage = await hall.locator('.slides').boundingBox();
    expect(((dot?.x ?? 0) + (dot?.width ?? 0) / 2 - (stage?.x ?? 0)) / (stage?.width ?? 1)).toBeCloseTo(0.5, 2);
    await lectern.keyboard.press('KeyI');
    await expect.poll(() => laser.count()).toBe(0);

    await lectern.keyboard.press('KeyW');
    await lectern.mouse.move(...at(300, 300));
    await lectern.mouse.down();
    await lectern.mouse.move(...at(400, 350), { steps: 5 });
    await expect.poll(() => hall.locator('.ink .stroke').count()).toBe(1);
    await lectern.mouse.up();
    await lectern.mouse.move(...at(500, 300));
    await lectern.mouse.down();
    await lectern.mouse.move(...at(550, 420), { steps: 5 });
    await lectern.mouse.up();
    await alike(lectern, hall);
    expect(await hall.locator('.ink .stroke').count()).toBe(2);
    // Ink belongs to its slide, and a window that comes late sees it.
    await lectern.keyboard.press('Escape');
    await lectern.keyboard.press('Home');
    await expect.poll(() => hall.locator('.ink .stroke').count()).toBe(0);
    await go(lectern, 'descent');
    await alike(lectern, hall);
    await lectern.close();
    const late = await openOther(hall);
    await expect.poll(() => late.locator('.ink .stroke').count()).toBe(2);
    await late.keyboard.press('KeyX');
    await expect.poll(() => hall.locator('.ink .stroke').count()).toBe(1);
    await hall.keyboard.press('Shift+KeyX');
    await expect.poll(() => late.locator('.ink .stroke').count()).toBe(0);
    await house.close();
  });
});

describe('what is no message', () => {
  it('changes nothing in either window, and nobody complains', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await lectern.keyboard.press('PageDown');
    const shown = await alike(lectern, hall);
    const session = new URL(hall.url()).searchParams.get('session');
    // What the windows say to each other, as a window that listens hears it.
    const heard = await hall.evaluate((name) => {
      const channel = new BroadcastChannel(name);
      return new Promise<string>((resolve) => {
        channel.onmessage = ({ data }) => {
          if (data.message.kind !== 'state') return;
          channel.close();
          resolve(JSON.stringify(data));
        };
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyT', bubbles: true }));
      });
    }, `chainrule ${session}`);
    const envelope = JSON.parse(heard) as { deck: string; message: unknown };
    const values: unknown[] = fc.sample(fc.oneof(fc.jsonValue(), fc.string({ minLength: 1e5, maxLength: 1e5 })), {
      numRuns: 60,
      seed: 3,
    });
    await hall.evaluate(
      ({ name, deck, message, sent }) => {
        const channel = new BroadcastChannel(name);
        const stamp = { acts: 1e6, by: 'zzzz', ticks: 0 };
        for (const text of sent) {
          const value = JSON.parse(text);
          channel.postMessage(value);
          channel.postMessage({ version: 1, deck, message: value });
          // null is how nothing is pointed at, and an empty drawing is none.
          if (value === null || text === '{}') continue;
          for (const register of ['deck', 'screen', 'spot', 'drawing', 'ink', 'timer']) {
            const registers = { [register]: { stamp, value } };
            channel.postMessage({ version: 1, deck, message: { kind: 'state', from: 'x', registers } });
          }
        }
        for (const version of [0, 2, '1', null]) channel.postMessage({ version, deck, message });
        channel.postMessage(Array(1e6).fill(0));
      },
      {
        name: `chainrule ${session}`,
        deck: envelope.deck,
        message: envelope.message,
        sent: values.map((value) => JSON.stringify(value)),
      },
    );
    await hall.waitForTimeout(300);
    expect(await picture(hall)).toBe(shown);
    expect(await picture(lectern)).toBe(shown);
    await lectern.keyboard.press('PageDown');
    await alike(lectern, hall);
    expect(await place(hall)).toBe('descent 2');
    expect(house.complaints).toEqual([]);
    await house.close();
  });
});

describe('two lectures in one browser', () => {
  it('do not move each other, and a copied address belongs to neither', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    const other = await hall.context().newPage();
    await other.goto(`${theatre.served.address}#/training-data`);
    await ready(other);
    const second = await openOther(other);
    await second.keyboard.press('PageDown');
    await alike(second, other);
    expect(await place(hall)).toBe('descent 0');
    await lectern.keyboard.press('PageDown');
    await alike(lectern, hall);
    expect(await place(other)).toBe('training-data 1');
    await house.close();
  });
});
