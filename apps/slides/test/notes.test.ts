import { afterAll, beforeAll, expect, it } from 'vitest';
import { slides } from '../src/slides/index.ts';
import { openTheatre, show, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

it('Every slide has notes for the presenter.', () => {
  expect(slides.filter(({ notes }) => notes.length < 20)).toEqual([]);
});

it('The notes window follows the deck, also one that was opened late.', async () => {
  const { page, complaints } = await show(theatre, { at: '#/training-data' });
  await page.keyboard.press('PageDown');
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('KeyS')]);
  await notes.getByText('클릭 1 / 4').waitFor();
  await page.keyboard.press('PageDown');
  await notes.getByText('클릭 2 / 4').waitFor();
  expect(await notes.locator('h1').textContent()).toBe('Training data로 loss 계산하기');
  expect(complaints).toEqual([]);
  await notes.close();
  await page.close();
});
