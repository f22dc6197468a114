// How a cut is drawn: its plane among the blocks, and over all what must be seen of it anyway.

import { nothing, type SVGTemplateResult, svg } from 'lit';
import { type Cut, curveOf, free, onCut, type Slope, tangentOf } from './cut.ts';
import type { HeightAt } from './heights.ts';
import { type Interval, type Place, type Projection, pathOf, type Spot } from './projection.ts';

/** Points of the plane, by free coordinate and height, as a path on the page. */
function onPlane(view: Projection, cut: Cut, piece: readonly Place[]): string {
  return pathOf(
    piece.map(([along, z]) => {
      const spot = onCut(cut, along, z);
      return view.place(spot.x, spot.y, spot.z);
    }),
  );
}

/** A plane, or a part of it, where it stands among the blocks: what lies below its curve is shaded. */
export function sheet(view: Projection, height: HeightAt, cut: Cut, side: Interval): SVGTemplateResult {
  const [low, high] = view.box.z;
  const [from, to] = side;
  const outline: Place[] = [
    [from, low],
    [to, low],
    [to, high],
    [from, high],
  ];
  const pieces = curveOf(cut, height, view, side);
  const section = pieces.map((piece) => {
    const [first = [0, 0], last = [0, 0]] = [piece[0], piece.at(-1)];
    return onPlane(view, cut, [[first[0], low], ...piece, [last[0], low]]);
  });
  return svg`<path class="sheet" d=${onPlane(view, cut, outline)}></path><path class="section" d=${section.join('')}></path>
    <path class="cut-curve" d=${pieces.map((piece) => onPlane(view, cut, piece)).join('')}></path>`;
}

/** Over all: the outline, the curve once more, thin, where the surface hides it, and the tangent at a point. */
export function overSheet(
  view: Projection,
  height: HeightAt,
  cut: Cut,
  at: (Spot & { readonly slope: Slope }) | undefined,
): SVGTemplateResult {
  const along = free(cut);
  const side = view.box[along];
  const [from, to] = side;
  const { z } = view.box;
  const outline: Place[] = [
    [from, z[0]],
    [to, z[0]],
    [to, z[1]],
    [from, z[1]],
    [from, z[0]],
  ];
  const tangent = at && cut.tangent ? tangentOf(at[along], at.z, at.slope[along], side, z) : [];
  const curve = cut.curve ? curveOf(cut, height, view) : [];
  return svg`<path class=${cut.curve ? 'sheet-edge' : 'sheet-edge suggested'} d=${onPlane(view, cut, outline)}></path>
    ${curve.length ? svg`<path class="cut-curve hidden-part" d=${curve.map((piece) => onPlane(view, cut, piece)).join('')}></path>` : nothing}
    ${tangent.map((piece) => svg`<path class="local-tangent" d=${onPlane(view, cut, piece)}></path>`)}`;
}
