import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backend, current, openTheatre, place, show, type Theatre } from './deck.ts';

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

  it('language, theme and backend each have a key, under a Korean input method too', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    const press = (code: string): Promise<void> =>
      page.evaluate((pressed) => {
        const event = { key: 'Process', code: pressed, keyCode: 229, bubbles: true, cancelable: true };
        document.body.dispatchEvent(new KeyboardEvent('keydown', event));
      }, code);
    const root = page.locator('html');
    await press('KeyL');
    expect(await root.getAttribute('lang')).toBe('en');
    expect(await page.locator(`${current} h2`).textContent()).toBe('Computing the loss on the training data');
    await press('KeyL');
    expect(await root.getAttribute('lang')).toBe('ko');
    await press('KeyD');
    expect(await root.getAttribute('data-theme')).toBe('dark');
    const before = await backend(page);
    await press('KeyE');
    expect(await backend(page)).not.toBe(before);
    expect(await place(page)).toBe('training-data 0');
    await page.close();
  });

  it('the menu does the same with the pointer, and names what is on', async () => {
    const { page, complaints } = await show(theatre, { at: '#/training-data' });
    await page.getByRole('button', { name: '메뉴' }).click();
    const menu = page.getByRole('dialog', { name: '메뉴' });
    await menu.getByRole('button', { name: '어둡게', exact: true }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await menu.getByRole('button', { name: '어둡게', exact: true }).getAttribute('aria-pressed')).toBe('true');
    await menu.getByRole('button', { name: 'TypeScript', exact: true }).click();
    expect(await backend(page)).toBe('TypeScript');
    await menu.getByRole('button', { name: 'English', exact: true }).click();
    await page.getByRole('dialog', { name: 'Menu' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.menu').isVisible()).toBe(false);
    expect(await place(page)).toBe('training-data 0');
    // A clicker closes it and goes on.
    await page.keyboard.press('KeyM');
    await page.keyboard.press('PageDown');
    expect(await page.locator('dialog.menu').isVisible()).toBe(false);
    expect(await place(page)).toBe('training-data 1');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('one key resets the slide, with Shift it resets all of them', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    const field = page.locator('number-field[label="a"] input');
    const change = async (): Promise<void> => {
      await field.fill('0.5');
      await field.press('Enter');
    };
    await change();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('KeyR');
    expect(await place(page)).toBe('training-data 0');
    expect(await field.inputValue()).toBe('2');
    await change();
    for (let click = 0; click < 5; click += 1) await page.keyboard.press('PageDown');
    const next = await place(page);
    expect(next).not.toMatch(/^training-data/);
    await page.keyboard.press('Shift+KeyR');
    await page.keyboard.press('PageUp');
    expect(await field.inputValue()).toBe('2');
    await page.close();
  });

  it('the list of keys opens and closes', async () => {
    const { page } = await show(theatre);
    await page.keyboard.press('Slash');
    await page.getByText('Backend 전환').waitFor();
    await page.keyboard.press('KeyL');
    await page.getByText('Switch the backend').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog.help').isVisible()).toBe(false);
    expect(await place(page)).toBe('title 0');
    await page.close();
  });
});
