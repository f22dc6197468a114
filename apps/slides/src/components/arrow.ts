// The downstream arrow: a double line with a head, from one place of a drawing to another.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import { pointText } from '../numbers/point-text.ts';

type Place = readonly [number, number];

/** Nothing where it would be shorter than its head. */
export function downstreamArrow(from: Place, to: Place, head = 16): SVGTemplateResult | typeof nothing {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (!(length > head * 0.6)) return nothing;
  const angle = Math.atan2(dy, dx);
  const at = (distance: number, turn = 0): string =>
    pointText(to[0] - distance * Math.cos(angle + turn), to[1] - distance * Math.sin(angle + turn));
  const shaft = `M${pointText(from[0], from[1])}L${at(4)}`;
  return svg`<g class="downstream-arrow"><path class="outer" d=${shaft}></path><path class="inner" d=${shaft}></path>
    <path class="head" d=${`M${at(head, 0.45)}L${at(0)}L${at(head, -0.45)}`}></path></g>`;
}
