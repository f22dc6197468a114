// A stage for the tests of one file: the deck in a browser, each page closed after its test and found without complaint.

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openTheatre, type Showing, show, type Theatre } from './deck.ts';

export interface Stage {
  /** Opens an address within the deck, `#/descent`, and goes so many clicks on. */
  open(at: string, clicks?: number): Promise<Page>;
}

/** To be called in a file, or in a `describe`, that looks at pages. */
export function stage(): Stage {
  let theatre: Theatre | undefined;
  let showings: Showing[] = [];
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre?.close());
  afterEach(async () => {
    const seen = showings;
    showings = [];
    for (const { page } of seen) await page.close();
    expect(seen.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
  return {
    open: async (at, clicks = 0) => {
      if (!theatre) throw new Error('expected an open theatre; call stage() outside of tests');
      const showing = await show(theatre, { at });
      showings.push(showing);
      for (let click = 0; click < clicks; click += 1) await showing.page.keyboard.press('PageDown');
      return showing.page;
    },
  };
}
