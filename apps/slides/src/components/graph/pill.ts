// A value in a graph that is dragged sideways: its outline with a grip at either end. 40 pixels are 1.

import { type SVGTemplateResult, svg } from 'lit';
import { format } from '../../numbers/format.ts';
import { drag, onArrows, pointerIn, tenth } from '../drag.ts';
import type { Shape } from './curve.ts';

export interface Pill {
  /** Also a class of its drawing. */
  readonly name: string;
  /** What a screen reader calls it. */
  readonly label: string;
  readonly value: number;
  readonly range: readonly [number, number];
  readonly shape: Shape;
}

/** Calls `change` with tenths inside the range. */
export function pill({ name, label, value, range, shape }: Pill, change: (value: number) => void): SVGTemplateResult {
  const { x, y, width, height } = shape;
  const [left, right, grip] = [x - width / 2, x + width / 2, height / 8];
  const inset = 2.5 * grip - 2;
  const moveTo = (next: number): void => change(tenth(next, range));
  const onDown = (event: PointerEvent): void => {
    const handle = event.currentTarget;
    if (!(handle instanceof SVGElement) || !handle.ownerSVGElement) return;
    const start = pointerIn(handle.ownerSVGElement, event).x;
    drag(event, (at) => moveTo(value + (at.x - start) / 40));
  };
  return svg`<g class="pill ${name}" tabindex="0" role="slider" aria-label=${label} aria-valuenow=${value} aria-valuetext=${format(value)}
    aria-valuemin=${range[0]} aria-valuemax=${range[1]} @keydown=${onArrows((step) => moveTo(value + step.x + step.y))} @pointerdown=${onDown}>
    <rect class="outline" x=${left} y=${y - height / 2} width=${width} height=${height} rx=${height / 2}></rect>
    <path class="grip" d="M${left + inset} ${y - grip}l${-grip} ${grip}l${grip} ${grip}M${right - inset} ${y - grip}l${grip} ${grip}l${-grip} ${grip}"></path></g>`;
}
