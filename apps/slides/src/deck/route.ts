// Where each slide stands in reveal's grid: the main line runs from left to right, what hangs below a main slide runs
// down from it, and the appendix goes on to the right, off the main line.

import type { Slide } from '../slides/slide.ts';

export interface Place {
  /** reveal's horizontal and vertical index. */
  readonly h: number;
  readonly v: number;
}

export interface Route {
  readonly slides: readonly Slide[];
  /** The place of each slide. */
  readonly places: readonly Place[];
  /** For each slide its number on the main line or in the appendix: `4`, `A2`; below a slide that one's number. */
  readonly numbers: readonly string[];
  /** Slides on the main line. */
  readonly length: number;
  /** Minutes the main line is planned to take. */
  readonly minutes: number;
  indexOf(id: string): number;
  at(h: number, v: number): number;
  /** The slides that hang below the one that this slide stands on or below. */
  column(index: number): readonly number[];
  /** The slides one step away: to the left and right on the line, above and below. */
  beside(index: number): readonly number[];
}

export function routeOf(slides: readonly Slide[]): Route {
  const places: Place[] = [];
  const numbers: string[] = [];
  let [h, v, main, extra] = [-1, 0, 0, 0];
  let number = '';
  for (const { below, part } of slides) {
    if (below) v += 1;
    else {
      [h, v] = [h + 1, 0];
      number = part === 'appendix' ? `A${++extra}` : `${++main}`;
    }
    places.push({ h, v });
    numbers.push(number);
  }
  const at = (atH: number, atV: number): number => places.findIndex((place) => place.h === atH && place.v === atV);
  const line = slides.filter(({ below, part }) => !below && part !== 'appendix');
  return {
    slides,
    places,
    numbers,
    length: line.length,
    minutes: line.reduce((sum, { minutes }) => sum + minutes, 0),
    indexOf: (id) => slides.findIndex((slide) => slide.id === id),
    at,
    column: (index) => places.flatMap((place, i) => (place.h === places[index]?.h ? [i] : [])),
    beside: (index) => {
      const here = places[index];
      if (!here) return [];
      return [at(here.h - 1, 0), at(here.h + 1, 0), at(here.h, here.v - 1), at(here.h, here.v + 1)].filter(
        (i) => i >= 0,
      );
    },
  };
}

/** Minutes planned before a slide of the main line begins. */
export function minutesBefore({ slides }: Route, index: number): number {
  return slides
    .slice(0, index)
    .reduce((sum, { below, part, minutes }) => sum + (below || part === 'appendix' ? 0 : minutes), 0);
}

/** `7 / 24`, below a slide `7 ↓ 1`, in the appendix `A2`. */
export function placeText({ slides, places, numbers, length }: Route, index: number): string {
  const number = numbers[index] ?? '';
  const slide = slides[index];
  if (slide?.below) return `${number} ↓ ${places[index]?.v}`;
  return slide?.part === 'appendix' ? number : `${number} / ${length}`;
}
