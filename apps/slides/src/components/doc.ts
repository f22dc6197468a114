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

/** Of pictures that take the stage's whole width, and are drawn from top to bottom where they have less. */
export const stageWidth: AttributeDoc = {
  name: 'width',
  type: 'number: 288 …',
  default: '1168',
  about: {
    ko: '너비(px). 1168보다 좁으면 위에서 아래로 그리고, 높이는 그림이 정한다.',
    en: 'Width in px. Narrower than 1168 it is drawn from top to bottom, as high as it needs.',
  },
};
