import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backend, current, figure, openTheatre, place, type Showing, show, slideText, type Theatre } from './deck.ts';

let theatre: Theatre;
let showing: Showing | undefined;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

async function open(at: string): Promise<Page> {
  showing = await show(theatre, { at });
  return showing.page;
}
beforeEach(() => {
  showing = undefined;
});
afterEach(async () => {
  expect(showing?.complaints).toEqual([]);
  await showing?.page.close();
});

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
}

/** Drags by so many pixels of the window. */
async function drag(page: Page, selector: string, dx: number, dy: number): Promise<void> {
  const box = await page.locator(`${current} ${selector}`).boundingBox();
  if (!box) throw new Error(`expected to see ${selector}`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2);
  await page.mouse.move(x + dx, y + dy);
  await page.mouse.up();
}

async function setRate(page: Page, value: string): Promise<void> {
  await page.fill('number-field[label="α"] input', value);
  await page.keyboard.press('Enter');
}

describe('what the presenter can move', () => {
  it('a data point follows the pointer, every number with it, and comes back', async () => {
    const page = await open('#/training-data');
    await press(page, 'PageDown', 4);
    const before = await slideText(page);
    // One unit is 500 / 8.8 pixels here.
    await drag(page, '.point >> nth=0', 0, -114);
    expect(await figure(page, 'y-1')).toBe('1');
    expect(await figure(page, 'residual-1')).toBe('4');
    expect(await figure(page, 'square-total')).toBe('L=17');
    await drag(page, '.point >> nth=0', 0, 114);
    expect(await slideText(page)).toBe(before);
    expect(await place(page)).toBe('training-data 4');
  });

  it.each([
    { width: 1920, height: 1080 },
    { width: 900, height: 700 },
  ])('the pointer stays on the point at $width × $height', async (size) => {
    const page = await open('#/training-data');
    await page.setViewportSize(size);
    const scale = Math.min(size.width / 1280, size.height / 720);
    await press(page, 'PageDown', 4);
    await drag(page, '.point >> nth=0', 114 * scale, -114 * scale);
    expect([await figure(page, 'x-1'), await figure(page, 'y-1')]).toEqual(['0', '1']);
  });

  it('the line is lifted by one handle and turned by the other', async () => {
    const page = await open('#/training-data');
    await press(page, 'PageDown', 4);
    await drag(page, '.handle .ring >> nth=0', 0, -57);
    expect(await page.inputValue('number-field[label="b"] input')).toBe('2');
    expect(await page.inputValue('number-field[label="a"] input')).toBe('2');
    await drag(page, '.handle .ring >> nth=1', 0, -57);
    expect(await page.inputValue('number-field[label="b"] input')).toBe('2');
    // The handle is at the lower left end: lifting it makes the line less steep.
    expect(Number(await page.inputValue('number-field[label="a"] input'))).toBeLessThan(2);
  });

  it('a and b can be typed, and what is not a number changes nothing', async () => {
    const page = await open('#/training-data');
    await press(page, 'PageDown', 4);
    const field = page.locator('number-field[label="a"] input');
    for (const text of ['', 'x', '1e999']) {
      await field.fill(text);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(await figure(page, 'square-total')).toBe('L=5');
    }
    await field.press('Enter');
    expect(await field.inputValue()).toBe('2');
    await field.fill('−1');
    await page.fill('number-field[label="b"] input', '1');
    expect(await figure(page, 'prediction-1')).toBe('3');
  });

  it('reset gives the lecture’s values back, from the first click', async () => {
    const page = await open('#/one-step');
    const before = await slideText(page);
    await press(page, 'PageDown', 4);
    await setRate(page, '0.05');
    expect(await figure(page, 'next-a')).toBe('=1.5');
    await page.keyboard.press('KeyR');
    expect(await place(page)).toBe('one-step 0');
    expect(await slideText(page)).toBe(before);
  });
});

describe('the live descent', () => {
  it('takes one step a click: the first is the lecture’s', async () => {
    const page = await open('#/descent');
    expect(await figure(page, 'loss')).toBe('L=5');
    await page.keyboard.press('PageDown');
    expect(await figure(page, 'loss')).toBe('L=0.12');
    expect([await figure(page, 'a'), await figure(page, 'b')]).toEqual(['a=1.0', 'b=1.2']);
    await page.keyboard.press('PageUp');
    expect(await figure(page, 'loss')).toBe('L=5');
  });

  it('a click on the contours starts there, a drag of the start takes the path along', async () => {
    const page = await open('#/descent');
    await press(page, 'PageDown', 3);
    const ground = await page.locator(`${current} .ground`).boundingBox();
    if (!ground) throw new Error('expected to see the contours');
    await page.mouse.click(ground.x + 40, ground.y + 40);
    expect(await place(page)).toBe('descent 0');
    expect(await figure(page, 'step')).toBe('k=0');
    expect(await figure(page, 'loss')).not.toBe('L=5');
  });

  it('random starts are different from each other and the same in every lecture', async () => {
    const starts: string[][] = [[], []];
    for (const found of starts) {
      const page = await open('#/descent');
      for (let i = 0; i < 3; i += 1) {
        await page.keyboard.press('KeyN');
        found.push(`${await figure(page, 'a')} ${await figure(page, 'b')}`);
      }
      await page.close();
    }
    expect(new Set(starts[0]).size).toBe(3);
    expect(starts[0]).toEqual(starts[1]);
  });

  it('runs by itself, pauses, and one click back takes back what the run added', async () => {
    const page = await open('#/descent');
    await page.keyboard.press('PageDown');
    await page.getByRole('button', { name: '실행' }).click();
    await expect.poll(() => figure(page, 'step')).toBe('k=4');
    await page.keyboard.press('KeyP');
    const paused = await figure(page, 'step');
    await page.waitForTimeout(700);
    expect(await figure(page, 'step')).toBe(paused);
    await page.keyboard.press('PageUp');
    expect(await figure(page, 'step')).toBe('k=1');
  });

  it('a run ends by itself at the minimum', async () => {
    const page = await open('#/descent');
    await page.keyboard.press('KeyP');
    await page.getByText('최솟값에 도착했다').waitFor();
    await page.getByRole('button', { name: '실행' }).waitFor();
  });

  it('α too large diverges: it says so, the numbers stay readable, and nothing freezes', async () => {
    const page = await open('#/descent');
    await setRate(page, '0.21');
    await page.keyboard.press('KeyP');
    await page.getByText('발산한다').waitFor();
    await page.getByText('그림 밖으로').waitFor();
    await page.getByRole('button', { name: '실행' }).waitFor();
    expect(await figure(page, 'loss')).toMatch(/^L=\d(\.\d)?×10\d+$/);
    const curve = await page.locator(`${current} loss-curve svg`).boundingBox();
    expect((curve?.x ?? 0) + (curve?.width ?? 0)).toBeLessThanOrEqual(1224.5);
    await page.keyboard.press('KeyR');
    expect(await figure(page, 'loss')).toBe('L=5');
  });

  it('switching the backend in the middle keeps everything but its name', async () => {
    const page = await open('#/descent');
    await press(page, 'PageDown', 3);
    const before = await slideText(page);
    const name = await backend(page);
    await page.locator('.strip .backend button').click();
    const other = await backend(page);
    expect([name, other].sort()).toEqual(['TypeScript', 'WebAssembly']);
    expect(await slideText(page)).toBe(before);
    await page.keyboard.press('KeyE');
    expect(await backend(page)).toBe(name);
    await expect.poll(() => page.locator('.strip .time').textContent()).toMatch(/^1회 [\d.]+ (μs|ms)$/);
    await expect.poll(() => page.locator('.strip .bits').textContent()).toBe('비트까지 같음');
  });
});
