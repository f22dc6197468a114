// The slope of a curve at a point, beside the point: on the side where the curve is lower or higher than the number, and
// inside the plot.

import { type SVGTemplateResult, svg } from 'lit';
import { format } from '../../numbers/format.ts';
import type { Axis } from './cut.ts';
import type { Place } from './projection.ts';

/** From the point to the number. */
const beside = 16;
/** From the number's baseline to the point, where it stands below it. */
const under = 38;
/** Nearer than this to an end of the plot the number stands towards the middle. */
const end = 70;

/** Of a digit. */
const wide = 15;

interface Plot {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Drawn at the origin, for a point that stands at (x, y) of the plot. */
export function slopeLabel(plot: Plot, [x, y]: Place, slope: number, along: Axis): SVGTemplateResult {
  const content = format(slope);
  const rising = !(slope < 0);
  const length = beside + wide * content.length;
  const [leftFits, rightFits] = [x - length >= 0, x + length <= plot.width];
  const inner = x > plot.left + end && x < plot.right - end;
  const wanted = inner ? rising : x > plot.left + end;
  const leftwards = leftFits === rightFits ? wanted : leftFits;
  const below = leftwards !== rising && y + under < plot.bottom;
  return svg`<text class="label slope" data-figure=${`slope-${along}`} x=${leftwards ? -beside : beside} y=${below ? under : -beside} text-anchor=${leftwards ? 'end' : 'start'}>${content}</text>`;
}
