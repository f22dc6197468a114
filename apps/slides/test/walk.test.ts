import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { backend, current, figure, go, openTheatre, place, show, slideText, type Theatre, walk } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const line = slides.filter(({ below, part }) => !below && part !== 'appendix');
const places = line.flatMap(({ id, clicks }) => Array.from({ length: clicks + 1 }, (_, clock) => `${id} ${clock}`));

async function use(page: Page, name: string): Promise<void> {
  if ((await backend(page)) !== name) await page.keyboard.press('KeyE');
  expect(await backend(page)).toBe(name);
}

describe('the main line, walked with the clicker', () => {
  it('goes to its end by next alone, and back by previous alone', async () => {
    const { page, complaints } = await show(theatre);
    const forward = await walk(page, 'PageDown', async () => undefined);
    expect(forward.map(([at]) => at)).toEqual(places);
    const backward = await walk(page, 'PageUp', async () => undefined);
    expect(backward.map(([at]) => at)).toEqual(places.toReversed());
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe.each(['ko', 'en'] as const)(
  'every slide in %s, entered, stepped to its end, stepped back and left',
  (language) => {
    const seen: Record<string, Record<string, string[]>> = {};

    it.each(['TypeScript', 'WebAssembly'])('on %s, without a complaint', async (name) => {
      const { page, complaints } = await show(theatre, { at: `?lang=${language}` });
      await use(page, name);
      const texts: Record<string, string[]> = {};
      for (const { id, clicks } of slides) {
        await go(page, id);
        const forward = [await slideText(page)];
        for (let clock = 1; clock <= clicks; clock += 1) {
          await page.keyboard.press('PageDown');
          forward.push(await slideText(page));
        }
        expect(await place(page)).toBe(`${id} ${clicks}`);
        const backward = [forward.at(-1)];
        for (let clock = clicks - 1; clock >= 0; clock -= 1) {
          await page.keyboard.press('PageUp');
          backward.push(await slideText(page));
        }
        // Walking back shows what walking on showed: every picture is a function of the state alone.
        expect(backward.toReversed()).toEqual(forward);
        texts[id] = forward;
      }
      expect(await backend(page)).toBe(name);
      expect(complaints).toEqual([]);
      seen[name] = texts;
      await page.close();
    });

    it('shows the same text and the same drawings on both backends, at every click', () => {
      expect(Object.keys(seen.TypeScript ?? {})).toHaveLength(slides.length);
      expect(seen.TypeScript).toEqual(seen.WebAssembly);
    });

    it('has words in that language alone', () => {
      const foreign = Object.entries(seen.TypeScript ?? {}).flatMap(([id, texts]) =>
        language === 'en' && texts.some((text) => /[가-힣]/.test(text)) ? [id] : [],
      );
      expect(foreign).toEqual([]);
    });
  },
);

describe('the figures of the lecture', () => {
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
    for (const [id, names] of Object.entries(wanted)) {
      await go(page, id);
      for (let click = 0; click < (slides.find((slide) => slide.id === id)?.clicks ?? 0); click += 1)
        await page.keyboard.press('PageDown');
      end[id] = Object.fromEntries(await Promise.all(names.map(async (one) => [one, await figure(page, one)])));
    }
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
    const after = await page.locator(`${current} table`).nth(1).locator('tbody td').allTextContents();
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
    await page.locator(`${current} .point`).first().focus();
    await page.keyboard.press('ArrowUp');
    expect(await figure(page, 'y-1')).not.toBe('−1');
    await go(page, 'before-and-after');
    expect(await place(page)).toBe('before-and-after 0');
    expect(await figure(page, 'y-1')).toBe('−1');
    await page.keyboard.press('Home');
    expect(await place(page)).toBe('title 0');
    await go(page, 'training-data');
    await page.keyboard.press('PageDown');
    expect(await place(page)).toBe('training-data 1');
    expect(await figure(page, 'prediction-1')).toBe('−3');
    await page.close();
  });

  it('going back gives the state a slide had', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    await page.fill('number-field[label="a"] input', '0.5');
    await page.keyboard.press('Enter');
    for (let click = 0; click < 4; click += 1) await page.keyboard.press('PageDown');
    const left = await slideText(page);
    await page.keyboard.press('PageDown');
    expect(await place(page)).not.toMatch(/^training-data/);
    await page.keyboard.press('PageUp');
    expect(await slideText(page)).toBe(left);
    await page.close();
  });

  it('arrows, space and the buttons at the top lead through it too', async () => {
    const { page } = await show(theatre, { at: '#/model-and-loss' });
    for (const key of ['ArrowRight', 'Space']) await page.keyboard.press(key);
    expect(await place(page)).toBe('model-and-loss 2');
    for (const key of ['ArrowLeft', 'Shift+Space']) await page.keyboard.press(key);
    expect(await place(page)).toBe('model-and-loss 0');
    await page.getByRole('button', { name: '다음' }).click();
    expect(await place(page)).toBe('model-and-loss 1');
    await page.getByRole('button', { name: '이전' }).click();
    expect(await place(page)).toBe('model-and-loss 0');
    await page.close();
  });
});
