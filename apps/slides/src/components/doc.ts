// What the gallery says of a picture. Each picture's file exports one as `doc`.

import type { Bilingual } from '../language/language.ts';

export interface AttributeDoc {
  readonly name: string;
  /** As written in HTML: `number`, `boolean`, `JSON: { a, b }`, … */
  readonly type: string;
  readonly default: string;
  readonly about: Bilingual;
}

export interface EventDoc {
  readonly name: string;
  /** What `event.detail` holds. */
  readonly detail: string;
  readonly about: Bilingual;
}

export interface PictureDoc {
  readonly tag: string;
  readonly about: Bilingual;
  readonly attributes: readonly AttributeDoc[];
  readonly events: readonly EventDoc[];
  /** HTML that shows it; what the gallery draws. */
  readonly example: string;
}
