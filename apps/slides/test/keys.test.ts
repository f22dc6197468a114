import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backend, openTheatre, place, show, type Theatre } from './deck.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

describe('the keys', () => {
  it('after a touch of a slider, the clicker still moves the deck and not the slider', async () => {
    const { page } = await show(theatre, { at: '#/descent' });
    const slider = page.getByRole('slider', { name: 'learning rate α' });
    const box = await slider.boundingBox();
    if (!box) throw new Error('expected to see the slider');
    await page.mouse.click(box.x + box.width * 0.2, box.y + box.height / 2);
    const value = await slider.inputValue();
    expect(value).not.toBe('0.1');
    await page.keyboard.press('PageDown');
    expect(await place(page)).toBe('descent 1');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('descent 2');
    await slider.focus();
    await page.keyboard.press('PageDown');
    expect(await place(page)).toBe('descent 3');
    expect(await slider.inputValue()).toBe(value);
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('descent 3');
    expect(await slider.inputValue()).not.toBe(value);
    await page.close();
  });

  it('letters work under a Korean input method, which reports keyCode 229', async () => {
    const { page } = await show(theatre, { at: '#/descent' });
    const before = await backend(page);
    await page.evaluate(() => {
      const event = new KeyboardEvent('keydown', {
        key: 'Process',
        code: 'KeyE',
        keyCode: 229,
        bubbles: true,
        cancelable: true,
      });
      document.body.dispatchEvent(event);
    });
    expect(await backend(page)).not.toBe(before);
    await page.close();
  });

  it('typing in a field stays in the field, and Enter gives the keys back', async () => {
    const { page } = await show(theatre, { at: '#/one-step' });
    const before = await backend(page);
    await page.locator('number-field[label="a"] input').focus();
    await page.keyboard.press('KeyE');
    await page.keyboard.press('ArrowRight');
    expect(await backend(page)).toBe(before);
    expect(await place(page)).toBe('one-step 0');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('one-step 1');
    await page.close();
  });

  it('after a press of a button with the mouse, space belongs to the deck', async () => {
    const { page } = await show(theatre, { at: '#/descent' });
    await page.locator('.strip .backend button').click();
    const name = await backend(page);
    await page.keyboard.press('Space');
    expect(await place(page)).toBe('descent 1');
    expect(await backend(page)).toBe(name);
    await page.close();
  });

  it('a browser’s own shortcuts are left alone', async () => {
    const { page } = await show(theatre, { at: '#/descent' });
    const name = await backend(page);
    await page.keyboard.press('Control+KeyE');
    expect(await backend(page)).toBe(name);
    await page.close();
  });

  it('the list of keys opens and closes', async () => {
    const { page } = await show(theatre);
    await page.keyboard.press('Slash');
    await page.getByText('Backend 전환').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.help').isVisible()).toBe(false);
    expect(await place(page)).toBe('title 0');
    await page.close();
  });
});
