// Reads a deck's state that comes from outside: all of it is right, or it is refused.

import { languages } from '../language/language.ts';
import { fewestPoints, mostPoints } from '../lesson/csv.ts';
import type { Slide } from '../slides/slide.ts';
import { backendNames } from './engine.ts';
import { type Check, fields, isNumber, like, list, oneOf, whole } from './holds.ts';
import { shared } from './shared.ts';
import { type DeckState, themes } from './state.ts';

/** Whether this is a state that the slide can show. */
export function acceptsOf({ start, holds, clicks }: Slide): Check {
  const kinds = Object.fromEntries(Object.entries(start).map(([key, value]) => [key, like(value)]));
  return fields({ ...kinds, ...holds, clock: whole(0, clicks) });
}

const coordinates = list(isNumber, mostPoints, fewestPoints);

export const arePoints: Check = (value) => {
  if (!fields({ x: coordinates, y: coordinates })(value)) return false;
  const { x, y } = value as { readonly x: unknown[]; readonly y: unknown[] };
  return x.length === y.length;
};

export const isLanguage: Check = oneOf(languages);
export const isTheme: Check = oneOf(themes);
export const isBackend: Check = oneOf(backendNames);

export interface StateReader {
  /** Whether this is a state of the slide with this id. */
  accepts(id: string, state: unknown): boolean;
  /**
   * The state, sharing with `known` all that is equal, so that a picture kept for the one serves the other too; undefined
   * where anything in it is wrong.
   */
  read(value: unknown, known: DeckState): DeckState | undefined;
}

export function stateReader(slides: readonly Slide[]): StateReader {
  const accepts = new Map(slides.map((slide) => [slide.id, acceptsOf(slide)]));
  const outer = fields({
    slide: oneOf(slides.map(({ id }) => id)),
    backend: isBackend,
    theme: isTheme,
    language: isLanguage,
    points: arePoints,
    given: arePoints,
    slides: fields(Object.fromEntries(slides.map(({ id }) => [id, (state: unknown) => state !== undefined]))),
  });
  return {
    accepts: (id, state) => accepts.get(id)?.(state) === true,
    read: (value, known) => {
      if (!outer(value)) return undefined;
      const state = shared(known, value as DeckState);
      // What this deck shows already needs no second look.
      for (const [id, accept] of accepts)
        if (state.slides[id] !== known.slides[id] && !accept(state.slides[id])) return undefined;
      const { given } = state;
      return { ...state, points: shared(given, state.points) };
    },
  };
}
