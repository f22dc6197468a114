// What the two pictures of a nudge on its way through z = g(f(x)) have in common: the functions as typed, x and the nudge
// dx, how far it has come, and the two handles. Dragging x sends `xmove`, dragging the end of dx sends `dxmove`.

import { type PropertyDeclarations, type SVGTemplateResult, svg } from 'lit';
import { format } from '../numbers/format.ts';
import type { PictureDoc } from './doc.ts';
import { onArrows } from './drag.ts';
import { LiveElement } from './live-element.ts';
import { Tween } from './tween.ts';

/** A handle: where it stands, what it looks like, and what moves it. */
export interface NudgeHandle {
  readonly name: string;
  readonly value: number;
  readonly at: readonly [x: number, y: number];
  readonly shape: SVGTemplateResult;
  /** What a press of an arrow key adds or takes away. */
  readonly step: number;
  readonly move: (value: number) => void;
  readonly onDown: (event: PointerEvent) => void;
}

export abstract class NudgedComposition extends LiveElement {
  static override properties: PropertyDeclarations = {
    f: { type: String },
    g: { type: String },
    x: { type: Number },
    dx: { type: Number },
    seen: { type: Number },
    width: { type: Number },
  };

  declare f: string;
  declare g: string;
  declare x: number;
  declare dx: number;
  /** How far the nudge has come: counted by each picture. */
  declare seen: number;
  declare width: number;

  protected readonly shown: Tween = new Tween(this);

  protected handle({ name, value, at: [x, y], shape, step, move, onDown }: NudgeHandle): SVGTemplateResult {
    return svg`<g class="point" tabindex="0" role="slider" aria-label=${name} aria-valuenow=${value} aria-valuetext="${name} = ${format(value)}"
      transform="translate(${x} ${y})" @keydown=${onArrows((arrow) => move(value + (arrow.x + arrow.y) * 10 * step))} @pointerdown=${onDown}>${shape}</g>`;
  }
}

/** The attributes of a composition as typed, with these defaults. */
export function typedAttributes(f: string, g: string): PictureDoc['attributes'] {
  return [
    { name: 'f', type: 'string', default: f, about: { ko: 'x의 식', en: 'a formula in x' } },
    { name: 'g', type: 'string', default: g, about: { ko: 'y의 식', en: 'a formula in y' } },
  ];
}
