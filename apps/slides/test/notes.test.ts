import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTheatre, show, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

it('The notes window follows the deck, also one that was opened late.', async () => {
  const { page, complaints } = await show(theatre, { at: '#/training-data' });
  await page.keyboard.press('PageDown');
  const [notes] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('KeyS')]);
  await notes.getByText('클릭 1 / 4').waitFor();
  await page.keyboard.press('PageDown');
  await notes.getByText('클릭 2 / 4').waitFor();
  expect(await notes.locator('h1').textContent()).toBe('Training data로 loss 계산하기');
  expect(await notes.locator('.plan').textContent()).toMatch(/여기까지 [\d.]+분 \/ [\d.]+분/);
  await page.keyboard.press('KeyL');
  await notes.getByText('click 2 / 4').waitFor();
  expect(await notes.locator('h1').textContent()).toBe('Computing the loss on the training data');
  expect(complaints).toEqual([]);
  await notes.close();
  await page.close();
});
