import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyTable } from '../src/keys/table.ts';
import { slides } from '../src/slides/index.ts';
import { faultsOf } from './axe.ts';
import { go, openTheatre, place, show, type Theatre } from './deck.ts';
import { openHouse, openOther, picture } from './hall.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

async function lecternAlone(at: string): Promise<{ page: Page; complaints: string[] }> {
  const { page, complaints } = await show(theatre, { at: `?presenter${at}` });
  await page.waitForSelector('.lectern-desk .standing');
  return { page, complaints };
}

describe('the presenter’s view', () => {
  it('shows notes, plan and the next slide, and goes with the slides', async () => {
    const { page, complaints } = await lecternAlone('#/training-data');
    expect(await page.locator('.lectern-notes h1').textContent()).toBe('Training data로 loss 계산하기');
    await page.getByText('클릭 0 / 4').waitFor();
    await page.keyboard.press('PageDown');
    await page.getByText('클릭 1 / 4').waitFor();
    expect(await page.locator('.lectern-clock .plan').textContent()).toMatch(/계획 [\d.]+–[\d.]+ \/ 50분/);
    expect(await page.locator('.lectern-next > p b').textContent()).toBe('Gradient descent 알고리즘');
    await expect.poll(() => page.locator('.lectern-preview h2').textContent()).toBe('Gradient descent 알고리즘');
    // The still picture can be looked at and nothing more.
    expect(
      await page.locator('.lectern-preview > .reveal').evaluate((still) => still instanceof HTMLElement && still.inert),
    ).toBe(true);
    const still = await page.locator('.lectern-preview > .reveal').boundingBox();
    const frame = await page.locator('.lectern-preview').boundingBox();
    expect(still?.width).toBeCloseTo(frame?.width ?? 0, 0);
    await page.keyboard.press('KeyL');
    await page.getByText('click 1 / 4').waitFor();
    expect(await page.locator('.lectern-notes h1').textContent()).toBe('Computing the loss on the training data');
    await expect.poll(() => page.locator('.lectern-preview h2').textContent()).toBe('The gradient descent algorithm');
    // The notes may be in another language than the slides.
    await page.locator('.lectern-notes').getByRole('button', { name: '한국어' }).click();
    expect(await page.locator('.lectern-notes h1').textContent()).toBe('Training data로 loss 계산하기');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await go(page, 'summary');
    expect(await page.locator('.lectern-next > p').textContent()).toContain('the end');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('starts its timer with the first step, pauses it, sets it back, and keeps it in a window opened anew', async () => {
    const house = await openHouse(theatre, { at: '#/goals' });
    const { hall, lectern } = house;
    const time = (page: Page) => page.locator('.elapsed').textContent();
    expect(await time(lectern)).toBe('0:00');
    await hall.keyboard.press('PageDown');
    await expect.poll(() => time(lectern), { timeout: 10_000 }).not.toBe('0:00');
    await lectern.keyboard.press('KeyT');
    await lectern.getByRole('button', { name: '시계 시작' }).waitFor();
    const stopped = await time(lectern);
    await lectern.close();
    const again = await openOther(hall);
    await expect.poll(() => time(again)).toBe(stopped);
    await again.keyboard.press('Shift+KeyT');
    await expect.poll(() => time(again)).toBe('0:00');
    await again.getByRole('button', { name: '시계 시작' }).click();
    await again.getByRole('button', { name: '시계 멈춤' }).waitFor();
    await house.close();
  });

  it('says how it stands against the plan', async () => {
    const { page } = await show(theatre, {
      at: '?presenter#/title',
      before: () => {
        // A clock that the test can turn on.
        const { now } = Date;
        Object.assign(globalThis, { later: 0 });
        Date.now = () => now() + (globalThis as typeof globalThis & { later: number }).later * 60_000;
      },
    });
    await page.waitForSelector('.lectern-desk .standing');
    const plan = page.locator('.lectern-clock .plan span').first();
    expect(await plan.textContent()).toBe('아직 시작하지 않음');
    await page.keyboard.press('KeyT');
    await expect.poll(() => plan.textContent()).toBe('계획대로');
    await page.evaluate(() => Object.assign(globalThis, { later: 5 }));
    await expect.poll(() => plan.textContent()).toBe('4분 늦음');
    await go(page, 'training-data');
    await expect.poll(() => plan.textContent()).toBe('8분 빠름');
    await page.close();
  });

  it('is opened by its key and from the menu, and twice only where the first has gone', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await hall.keyboard.press('KeyS');
    await hall.getByText('그 창은 이미 열려 있다.').waitFor();
    expect(hall.context().pages()).toHaveLength(2);
    await lectern.close();
    await hall.keyboard.press('KeyM');
    const [opened] = await Promise.all([
      hall.waitForEvent('popup'),
      hall.getByRole('dialog').getByRole('button', { name: '발표자 화면' }).click(),
    ]);
    await opened.waitForSelector('.lectern-desk .standing');
    await house.close();
  });

  it('has the slide live: dragged, typed in and run as in any window', async () => {
    const { page } = await lecternAlone('#/descent');
    const before = await picture(page);
    const ground = await page.locator('section.present .ground').boundingBox();
    if (!ground) throw new Error('expected to see the contours');
    await page.mouse.click(ground.x + ground.width / 3, ground.y + ground.height / 3);
    await expect.poll(() => picture(page)).not.toBe(before);
    await page.getByRole('button', { name: '다음', exact: true }).click();
    expect(await place(page)).toBe('descent 1');
    // After a press with the pointer the clicker and the space bar move the slides.
    await page.locator('.lectern-desk').getByRole('button', { name: '빈 화면' }).click();
    await page.keyboard.press('Space');
    expect(await place(page)).toBe('descent 2');
    await page.close();
  });

  it.each(['ko', 'en'])('has no fault that axe finds, light and dark, in %s', async (language) => {
    const { page, complaints } = await show(theatre, { at: `?presenter&lang=${language}#/descent` });
    await page.waitForSelector('.lectern-desk .standing');
    await expect.poll(() => page.locator('.lectern-preview h2').count()).toBe(1);
    const faults: string[] = [];
    for (const theme of ['light', 'dark']) {
      for (const fault of await faultsOf(page)) faults.push(`${theme}: ${fault}`);
      // Of the other slides what is the view's own: the deck's tests look at the slides themselves.
      for (const { id } of slides) {
        await go(page, id);
        for (const fault of await faultsOf(page, ['.lectern-notes', '.lectern-side', '.lectern-desk']))
          faults.push(`${theme} ${id}: ${fault}`);
      }
      await page.keyboard.press('KeyQ');
      await page.locator('dialog.link .code').waitFor();
      for (const fault of await faultsOf(page, ['dialog.link'])) faults.push(`${theme} link: ${fault}`);
      await page.keyboard.press('KeyQ');
      await page.keyboard.press('KeyD');
    }
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    [1280, 720],
    [1920, 1080],
    [1024, 768],
  ])('fits a window of %i × %i, every slide of it', async (width, height) => {
    const { page } = await lecternAlone('#/title');
    await page.setViewportSize({ width, height });
    const beyond = (): Promise<string[]> =>
      page.evaluate(() => {
        const found: string[] = [];
        for (const part of document.querySelectorAll(
          '.lectern > *, .lectern-side > *, .lectern-side button, .lectern-notes button',
        )) {
          const { right, bottom } = part.getBoundingClientRect();
          if (right > innerWidth + 1 || bottom > innerHeight + 1)
            found.push(part.className || (part.textContent ?? ''));
        }
        return found;
      });
    for (const id of ['title', 'training-data', 'one-neuron', 'summary']) {
      await go(page, id);
      expect(await beyond(), id).toEqual([]);
    }
    await page.close();
  });
});

describe('the keys', () => {
  it('are each told of in the list, in both languages, and none does two things', async () => {
    const { page } = await lecternAlone('#/title');
    await page.keyboard.press('KeyH');
    for (const language of ['ko', 'en'] as const) {
      const listed = await page.locator('dialog.help dd').allTextContents();
      expect(listed).toEqual(keyTable.map(({ does }) => does[language]));
      // All of it is seen without scrolling.
      const fits = await page
        .locator('dialog.help')
        .evaluate((dialog) => dialog.scrollHeight <= dialog.clientHeight + 1);
      expect(fits).toBe(true);
      await page.keyboard.press('KeyL');
    }
    const codes = keyTable.flatMap(({ codes: own, shift }) => own.map((code) => `${shift ? 'Shift ' : ''}${code}`));
    expect(new Set(codes).size).toBe(codes.length);
    await page.close();
  });

  it('work under a Korean input method too', async () => {
    const { page } = await lecternAlone('#/descent');
    const press = (code: string): Promise<void> =>
      page.evaluate((pressed) => {
        const event = { key: 'Process', code: pressed, keyCode: 229, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', event));
      }, code);
    await press('KeyW');
    expect(await page.locator('.ink').getAttribute('data-hand')).toBe('pen');
    await press('KeyI');
    expect(await page.locator('.ink').getAttribute('data-hand')).toBe('laser');
    await page.keyboard.press('Escape');
    expect(await page.locator('.ink').getAttribute('data-hand')).toBe('free');
    expect(await page.locator('.reveal.overview').count()).toBe(0);
    await press('KeyZ');
    expect(await page.getByRole('button', { name: '멈추어 두기' }).getAttribute('aria-pressed')).toBe('true');
    await page.close();
  });
});
