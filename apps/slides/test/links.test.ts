import jsqr from 'jsqr';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backend, openTheatre, place, show, type Theatre } from './deck.ts';
import { openHouse, picture, ready } from './hall.ts';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const unreadable = '이 버전에서 읽을 수 없는 링크여서 슬라이드의 처음 상태를 보여 준다.';

/** A descent that somebody has made their own. */
async function prepare(page: Page): Promise<void> {
  await page.fill('number-field[label="α"] input', '0.04');
  await page.keyboard.press('Enter');
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'KeyD', 'KeyL', 'KeyE']) await page.keyboard.press(key);
}

async function address(page: Page): Promise<string> {
  return (await page.locator('dialog.link .address').textContent()) ?? '';
}

/** What a camera reads from the code on the screen. */
async function read(page: Page): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await page.locator('dialog.link .code').screenshot());
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

describe('a link', () => {
  it('is copied by a key and opens the same picture on another machine', async () => {
    const { page, complaints } = await show(theatre, { at: '#/descent' });
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await prepare(page);
    await page.keyboard.press('KeyC');
    await page.getByText('The link to this state is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(`${theatre.served.address}#/descent/~1`)).toBe(true);
    const { page: other, complaints: otherComplaints } = await show(theatre, {
      at: link.slice(theatre.served.address.length),
    });
    await expect.poll(() => picture(other)).toBe(await picture(page));
    expect(await backend(other)).toBe(await backend(page));
    expect(await other.locator('html').getAttribute('data-theme')).toBe('dark');
    // The address says the slide alone, as the state goes on from there; what was shown comes back on a reload.
    expect(new URL(other.url()).hash).toMatch(/^#\/descent(\/\d+)?$/);
    await other.keyboard.press('PageDown');
    expect(await place(other)).toBe('descent 4');
    await other.keyboard.press('PageUp');
    // The same link opened once more, into the page as it is.
    await other.fill('number-field[label="α"] input', '0.2');
    await other.keyboard.press('Enter');
    await other.evaluate((to) => {
      location.href = to;
    }, link);
    await expect.poll(() => picture(other)).toBe(await picture(page));
    expect([...complaints, ...otherComplaints]).toEqual([]);
    await page.close();
    await other.close();
  });

  it('that cannot be read shows the slide’s start state and says so', async () => {
    for (const [hash, shown] of [
      ['#/descent/~1zAAAA', 'descent 0'],
      ['#/descent/~9jeyJzdGF0ZSI6e319', 'descent 0'],
      ['#/nowhere/~1jeyJzdGF0ZSI6eyJjbG9jayI6Mn19', 'title 0'],
      [`#/descent/~1j${'A'.repeat(20_000)}`, 'descent 0'],
    ] as const) {
      const { page, complaints } = await show(theatre, { at: hash });
      await page.getByText(unreadable).waitFor();
      expect(await place(page)).toBe(shown);
      // Into a page that is open, too.
      await page.keyboard.press('End');
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      await expect.poll(() => place(page)).toBe(shown);
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  it('opened in a lecture moves all its windows', async () => {
    const house = await openHouse(theatre, { at: '#/title' });
    const { hall, lectern } = house;
    await lectern.evaluate(() => {
      location.hash = '#/descent/~1jeyJzdGF0ZSI6eyJjbG9jayI6M319';
    });
    await expect.poll(() => place(hall)).toBe('descent 3');
    expect(await place(lectern)).toBe('descent 3');
    await house.close();
  });
});

describe('the code for phones', () => {
  it('is the link, can be read from the screen, light and dark, and opens the picture', async () => {
    const { page, complaints } = await show(theatre, { at: '#/descent' });
    await prepare(page);
    const shown = await picture(page);
    for (let theme = 0; theme < 2; theme += 1) {
      await page.keyboard.press('KeyQ');
      const link = await address(page);
      expect(link).toContain('#/descent/~1');
      expect(await read(page)).toBe(link);
      const code = page.getByRole('img', { name: 'QR code of the link that opens this picture' });
      expect((await code.boundingBox())?.width).toBeGreaterThan(400);
      // This server is reached from its own machine alone.
      await page.getByText('Only this computer can open this address; phones cannot.').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('dialog.link').isVisible()).toBe(false);
      if (theme === 0) {
        const { page: other } = await show(theatre, { at: link.slice(theatre.served.address.length) });
        await expect.poll(() => picture(other)).toBe(shown);
        await other.close();
      }
      await page.keyboard.press('KeyD');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows in every window what the audience sees, and goes when the lecture goes on', async () => {
    const house = await openHouse(theatre, { at: '#/descent' });
    const { hall, lectern } = house;
    await lectern.keyboard.press('PageDown');
    await lectern.keyboard.press('KeyZ');
    await lectern.keyboard.press('End');
    await lectern.keyboard.press('KeyQ');
    await hall.locator('dialog.link .code').waitFor();
    expect(await read(hall)).toBe(await address(lectern));
    const { page: phone } = await show(theatre, { at: (await address(lectern)).slice(theatre.served.address.length) });
    await ready(phone);
    await expect.poll(() => place(phone)).toBe('descent 1');
    await phone.close();
    await lectern.keyboard.press('PageUp');
    await expect.poll(() => hall.locator('dialog.link').isVisible()).toBe(false);
    await house.close();
  });

  it('is no code where the link is too long for one: the link is there as text', async () => {
    const { page } = await show(theatre, { at: '#/training-data' });
    const rows = Array.from({ length: 180 }, (_, i) => `${Math.sin(i).toFixed(4)},${Math.cos(3 * i).toFixed(4)}`).join(
      '\n',
    );
    await page.getByRole('button', { name: '데이터 입력' }).click();
    await page.locator('dialog.data-entry textarea').fill(rows);
    await page.locator('dialog.data-entry').getByRole('button', { name: '이 데이터로' }).click();
    await page.keyboard.press('KeyQ');
    await page.getByText('링크가 길어 QR code로는 읽기 어렵다. 복사해서 나눠 준다.').waitFor();
    expect(await page.locator('dialog.link .code').count()).toBe(0);
    const link = await address(page);
    const { page: other } = await show(theatre, { at: link.slice(theatre.served.address.length) });
    await expect.poll(() => picture(other)).toBe(await picture(page));
    await other.close();
    await page.close();
  });
});
