import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { backend, figure, openTheatre, place, show, slideText, type Theatre, walk } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const clicks = slides.reduce((sum, slide) => sum + slide.clicks + 1, 0);

async function use(page: Page, name: string): Promise<void> {
  if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
  expect(await backend(page)).toBe(name);
}

describe('the deck, walked with the clicker', () => {
  const texts: Record<string, [string, string][]> = {};

  it.each(['TypeScript', 'WebAssembly'])('goes to its end and back on %s, without a complaint', async (name) => {
    const { page, complaints } = await show(theatre);
    await use(page, name);
    const forward = await walk(page, 'PageDown', () => slideText(page));
    expect(forward).toHaveLength(clicks);
    expect(forward.at(-1)?.[0]).toBe(`descent ${slides.at(-1)?.clicks}`);
    const backward = await walk(page, 'PageUp', () => slideText(page));
    expect(backward.map(([at]) => at)).toEqual(forward.map(([at]) => at).reverse());
    // Walking back shows what walking on showed: every picture is a function of the state alone.
    expect(backward.reverse()).toEqual(forward);
    expect(await backend(page)).toBe(name);
    expect(complaints).toEqual([]);
    texts[name] = forward;
    await page.close();
  });

  it('shows the same text and the same drawings on both backends, on every slide, at every click', () => {
    expect(texts.TypeScript).toHaveLength(clicks);
    expect(texts.TypeScript).toEqual(texts.WebAssembly);
  });

  it.each(['TypeScript', 'WebAssembly'])('shows the lecture’s figures on %s', async (name) => {
    const { page } = await show(theatre);
    await use(page, name);
    const end: Record<string, Record<string, string>> = {};
    const wanted: Record<string, readonly string[]> = {
      'model-and-loss': ['loss'],
      'training-data': [
        'prediction-1',
        'prediction-2',
        'prediction-3',
        'residual-1',
        'residual-3',
        'square-1',
        'square-total',
      ],
      'derivative-a': ['term-a-1', 'term-a-2', 'term-a-3', 'term-a-total', 'square-total'],
      'derivative-b': ['term-b-1', 'term-b-2', 'term-b-3', 'term-b-total', 'square-total'],
      'one-step': ['next-a', 'next-b'],
      'before-and-after': ['loss-before', 'loss-after'],
    };
    await walk(page, 'PageDown', async (at) => {
      const [id = ''] = at.split(' ');
      const names = wanted[id];
      if (names)
        end[id] = Object.fromEntries(await Promise.all(names.map(async (one) => [one, await figure(page, one)])));
    });
    expect(end).toMatchInlineSnapshot(`
      {
        "before-and-after": {
          "loss-after": "L=0.12",
          "loss-before": "L=5",
        },
        "derivative-a": {
          "square-total": "L=5",
          "term-a-1": "8",
          "term-a-2": "0",
          "term-a-3": "2",
          "term-a-total": "∂a∂L =10",
        },
        "derivative-b": {
          "square-total": "L=5",
          "term-b-1": "−4",
          "term-b-2": "0",
          "term-b-3": "2",
          "term-b-total": "∂b∂L =−2",
        },
        "model-and-loss": {
          "loss": "L(2,1)=5",
        },
        "one-step": {
          "next-a": "=1.0",
          "next-b": "=1.2",
        },
        "training-data": {
          "prediction-1": "−3",
          "prediction-2": "1",
          "prediction-3": "3",
          "residual-1": "2",
          "residual-3": "−1",
          "square-1": "4",
          "square-total": "L=5",
        },
      }
    `);
    await page.close();
  });

  it('shows the table after the step beside the one before it', async () => {
    const { page } = await show(theatre, { at: '#/before-and-after' });
    await page.keyboard.press('PageDown');
    const after = await page.locator('section.present table').nth(1).locator('tbody td').allTextContents();
    expect(after).toEqual([
      '−2',
      '−1',
      '−0.8',
      '−0.2',
      '0.04',
      '0',
      '1',
      '1.2',
      '−0.2',
      '0.04',
      '1',
      '2',
      '2.2',
      '−0.2',
      '0.04',
    ]);
    await page.close();
  });
});

describe('other ways through the deck', () => {
  it('jumping to a slide gives its start state, the lecture’s data included', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    await page.fill('number-field[label="a"] input', '0.5');
    await page.keyboard.press('PageDown');
    await page.locator('section.present .point').first().focus();
    await page.keyboard.press('ArrowUp');
    expect(await figure(page, 'y-1')).not.toBe('−1');
    await page.evaluate(() => {
      location.hash = '#/before-and-after';
    });
    await expect.poll(() => place(page)).toBe('before-and-after 0');
    expect(await figure(page, 'y-1')).toBe('−1');
    await page.keyboard.press('Home');
    expect(await place(page)).toBe('title 0');
    for (let click = 0; click < 5; click += 1) await page.keyboard.press('PageDown');
    expect(await place(page)).toBe('training-data 1');
    expect(await figure(page, 'prediction-1')).toBe('−3');
    await page.close();
  });

  it('arrows, space and the buttons at the top lead through it too', async () => {
    const { page } = await show(theatre);
    for (const key of ['ArrowRight', 'Space', 'ArrowDown']) await page.keyboard.press(key);
    expect(await place(page)).toBe('model-and-loss 2');
    for (const key of ['ArrowLeft', 'Shift+Space', 'ArrowUp']) await page.keyboard.press(key);
    expect(await place(page)).toBe('title 0');
    await page.getByRole('button', { name: '다음' }).click();
    expect(await place(page)).toBe('model-and-loss 0');
    await page.getByRole('button', { name: '이전' }).click();
    expect(await place(page)).toBe('title 0');
    await page.close();
  });
});
