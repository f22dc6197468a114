import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { backend, current, figure, place, slideText } from './deck.ts';
import { stage } from './stage.ts';

const { open } = stage();

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

  it('a formula keeps its tree while its numbers change, and is read aloud with the last of them', async () => {
    const page = await open('#/training-data');
    await press(page, 'PageDown', 4);
    const formula = page.locator(`${current} [data-figure="square-total"] .katex`);
    const tree = await formula.locator('.katex-html').elementHandle();
    await drag(page, '.point >> nth=0', 0, -114);
    expect(await figure(page, 'square-total')).toBe('L=17');
    expect(await formula.evaluate((now, before) => now.lastElementChild === before, tree)).toBe(true);
    await expect.poll(() => formula.locator('mn').textContent()).toBe('17');
    await expect.poll(() => formula.locator('annotation').textContent()).toBe('L = 17');
  });

  it('a formula that is set anew, too, and then as if it had always stood there', async () => {
    const page = await open('#/chain-example');
    await press(page, 'PageDown', 3);
    const formula = page.locator(`${current} [data-figure="product"] .katex`);
    const fractions = await formula.innerHTML();
    expect(fractions).toContain('<mfrac>');
    await page.locator(`${current} .point >> nth=0`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await figure(page, 'product')).toBe('=31 ⋅0.9677=0.3226');
    await expect.poll(() => formula.locator('annotation').textContent()).toContain('0.9677');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => formula.innerHTML()).toBe(fractions);
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

describe('data of one’s own', () => {
  async function paste(page: Page, text: string): Promise<void> {
    await page.getByRole('button', { name: '데이터 입력' }).click();
    await page.fill('textarea', text);
    await page.getByRole('button', { name: '이 데이터로' }).click();
  }

  it('wrong text gets a sentence for each bad row, and nothing changes', async () => {
    const page = await open('#/training-data');
    await press(page, 'PageDown', 4);
    const before = await slideText(page);
    await paste(page, 'x,y\n1,2\n2,two\n3');
    expect(await page.locator('.data-entry .faults li').allTextContents()).toEqual([
      '3행: y 자리에 수가 와야 한다. 받은 것: “two”',
      '4행: x와 y 두 값이 있어야 하는데 1개가 왔다.',
    ]);
    expect(await page.getAttribute('textarea', 'aria-invalid')).toBe('true');
    // The sentences go as soon as the text is right.
    await page.fill('textarea', '1,2\n2,3');
    expect(await page.locator('.data-entry .faults li').count()).toBe(0);
    await page.fill('textarea', '1,2\n2,two');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.data-entry').isVisible()).toBe(false);
    expect(await slideText(page)).toBe(before);
    expect(await place(page)).toBe('training-data 4');
  });

  it('right text changes every slide of the part, sums included; reset keeps it, and resetting all gives the lecture’s back', async () => {
    const page = await open('#/training-data');
    const rows = Array.from({ length: 30 }, (_, i) => `${i};${(3 * i).toFixed(1).replace('.', ',')}`);
    await paste(page, ['t;v', ...rows].join('\n'));
    expect(await place(page)).toBe('training-data 0');
    await press(page, 'PageDown', 4);
    expect([await figure(page, 'x-1'), await figure(page, 'x-3'), await figure(page, 'x-4')]).toEqual(['0', '2', '⋮']);
    for (const [name, value] of [
      ['a', '3'],
      ['b', '2'],
    ] as const)
      await page.fill(`number-field[label="${name}"] input`, value);
    // Thirty points, each 2 off: only three of them are seen.
    expect(await figure(page, 'square-total')).toBe('L=120');
    expect(await page.locator(`${current} .point`).count()).toBe(30);
    await page.keyboard.press('Enter');
    await page.keyboard.press('KeyR');
    expect(await figure(page, 'x-2')).toBe('1');
    for (let click = 0; (await place(page)) !== 'derivative-a 4' && click < 40; click += 1)
      await page.keyboard.press('PageDown');
    expect(await figure(page, 'term-a-4')).toBe('⋮');
    for (let click = 0; (await place(page)) !== 'regression-graph 11' && click < 120; click += 1)
      await page.keyboard.press('PageDown');
    expect(await page.locator(`${current} .drawn-points`).textContent()).toBe('점 30개 가운데 처음 세 점');
    await page.keyboard.press('Shift+KeyR');
    await page.evaluate(() => {
      location.hash = '#/regression-graph';
    });
    expect(await page.locator(`${current} .drawn-points`).count()).toBe(0);
    await page.evaluate(() => {
      location.hash = '#/training-data';
    });
    expect(await figure(page, 'x-1')).toBe('−2');
  });

  it('the dialog keeps its keys, and the clicker closes it', async () => {
    const page = await open('#/training-data');
    await page.getByRole('button', { name: '데이터 입력' }).click();
    await page.fill('textarea', '');
    await page.keyboard.type('1,2 n e r');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('KeyE');
    await page.keyboard.press('ArrowRight');
    expect(await page.inputValue('textarea')).toBe('1,2 n e r');
    expect(await place(page)).toBe('training-data 0');
    expect(await page.locator('dialog.data-entry').isVisible()).toBe(true);
    await page.keyboard.press('PageDown');
    expect(await page.locator('dialog.data-entry').isVisible()).toBe(false);
    expect(await place(page)).toBe('training-data 1');
  });
});

describe('ways to go down', () => {
  it('momentum and Adam take other steps from the same start, and previous takes them back', async () => {
    const page = await open('#/descent');
    await press(page, 'PageDown', 3);
    const plain = await figure(page, 'loss');
    for (const name of ['momentum', 'adam']) {
      await page.selectOption('select.choice', name);
      expect([await place(page), await figure(page, 'loss')]).toEqual(['descent 0', 'L=5']);
      await press(page, 'PageDown', 2);
      const two = await slideText(page);
      await page.keyboard.press('PageDown');
      expect(await figure(page, 'loss')).not.toBe(plain);
      await page.keyboard.press('PageUp');
      expect(await slideText(page)).toBe(two);
    }
  });

  it('the surface shows the same path, is turned by a drag and by keys, and takes another start', async () => {
    const page = await open('#/descent');
    await press(page, 'PageDown', 2);
    await page.getByRole('button', { name: '곡면' }).click();
    expect(await page.locator(`${current} function-surface .walk circle`).count()).toBe(3);
    const before = await slideText(page);
    await page.locator(`${current} .turntable`).focus();
    await page.keyboard.press('ArrowRight');
    expect(await slideText(page)).not.toBe(before);
    expect(await figure(page, 'step')).toBe('k=2');
    await drag(page, '.surface .point', -40, 20);
    expect(await figure(page, 'step')).toBe('k=0');
    expect(await place(page)).toBe('descent 0');
  });
});

describe('three valleys', () => {
  it('add up to the lecture’s gradient, and follow (a, b)', async () => {
    const page = await open('#/three-valleys');
    await press(page, 'PageDown', 4);
    const found = async (): Promise<string[]> =>
      await Promise.all(['gradient-1', 'gradient-2', 'gradient-3', 'gradient'].map((name) => figure(page, name)));
    expect((await found()).map((text) => text.split('=')[1])).toEqual(['(8,−4)', '(0,0)', '(2,2)', '(10,−2)']);
    await page.locator(`${current} .point`).focus();
    await press(page, 'ArrowLeft', 10);
    // At (1, 1) every point is met.
    expect((await found()).map((text) => text.split('=')[1])).toEqual(['(0,0)', '(0,0)', '(0,0)', '(0,0)']);
  });
});

describe('the learning-rate cliff', () => {
  it('is gone over by dragging α, by keys, and by next alone', async () => {
    const page = await open('#/learning-rate-cliff');
    await press(page, 'PageDown', 1);
    expect(await figure(page, 'limit')).toContain('0.1847');
    expect(await figure(page, 'walk')).toMatch(/^α=0.1: \d+ step 만에 도착한다/);
    await press(page, 'PageDown', 2);
    expect(await figure(page, 'walk')).toBe('α=0.19: step마다 멀어진다.');
    await page.locator(`${current} rate-cliff .point`).focus();
    await press(page, 'ArrowLeft', 6);
    expect(await figure(page, 'walk')).toContain('α=0.184:');
    await drag(page, 'rate-cliff .dot', 60, 0);
    expect(await figure(page, 'walk')).toContain('멀어진다');
  });

  it('draws its thousands of descents', async () => {
    const page = await open('#/learning-rate-cliff');
    await page.keyboard.press('PageDown');
    const inked = (): Promise<number> =>
      page.locator(`${current} canvas`).evaluate((canvas) => {
        if (!(canvas instanceof HTMLCanvasElement)) return 0;
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        // The column of the greatest learning rate is the last to come.
        let found = 0;
        for (let i = 3; i < data.length; i += 4)
          if (data[i] && ((i - 3) / 4) % canvas.width > canvas.width - 60) found += 1;
        return found;
      });
    await expect.poll(inked, { timeout: 20_000 }).toBeGreaterThan(20);
  });
});
