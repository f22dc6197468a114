// Which slides of the lecture stand in the page with their content.

import type { Page } from 'playwright-core';
import { routeOf } from '../src/deck/route.ts';
import { slides } from '../src/slides/index.ts';

const route = routeOf(slides);

/** Their ids, in order. */
export const drawn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('section[data-slide]')]
      .filter((section) => section.querySelector('.content'))
      .map(({ id }) => id),
  );

/** The ids that a slide settles down to, once the page has been idle: itself and its neighbours. */
export const around = (id: string): string[] => {
  const index = route.indexOf(id);
  return slides.map((slide) => slide.id).filter((_, i) => i === index || route.beside(index).includes(i));
};
