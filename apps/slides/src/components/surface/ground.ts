// What the surface stands on: the floor of the box, its axes with ticks along the edges nearest to the viewer, and the
// axis of heights at the left.

import { scaleLinear } from 'd3-scale';
import { type SVGTemplateResult, svg } from 'lit';
import { format } from '../../numbers/format.ts';
import { labelWidth } from '../axes.ts';
import { apart, type Label, moved, text } from './labels.ts';
import { type Interval, type Place, type Projection, pathOf } from './projection.ts';

export type Names = readonly [x: string, y: string, z: string];

/** `place`, moved by so many pixels in the direction from `from` to `to`. */
function beyond([x, y]: Place, from: Place, to: Place, pixels: number): Place {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [x + ((to[0] - from[0]) / length) * pixels, y + ((to[1] - from[1]) / length) * pixels];
}

/** Round values, none too near to the ends, where the axes meet and have their names. */
function round([from, to]: Interval, count: number): number[] {
  const room = (to - from) * 0.07;
  return scaleLinear([from, to], [0, 1])
    .ticks(count)
    .filter((value) => value > from + room && value < to - room);
}

/** From the axis of heights to its labels. */
const apartFromAxis = 12;

/** The room that the labels of these heights need at the left of the surface. */
export function gutterFor(z: Interval): number {
  return apartFromAxis + Math.max(0, ...round(z, 4).map(labelWidth));
}

export function ground({ box, nearer, place }: Projection, names: Names): SVGTemplateResult {
  const [near, far] = [
    { x: nearer.x ? box.x[1] : box.x[0], y: nearer.y ? box.y[1] : box.y[0] },
    { x: nearer.x ? box.x[0] : box.x[1], y: nearer.y ? box.y[0] : box.y[1] },
  ];
  const floor = box.z[0];
  const alongX = (x: number): Place => place(x, near.y, floor);
  const alongY = (y: number): Place => place(near.x, y, floor);
  const outX = (at: Place, pixels: number): Place =>
    beyond(at, place(near.x, far.y, floor), place(near.x, near.y, floor), pixels);
  const outY = (at: Place, pixels: number): Place =>
    beyond(at, place(far.x, near.y, floor), place(near.x, near.y, floor), pixels);
  const anchor = (at: Place, out: Place): 'start' | 'middle' | 'end' => {
    const right = (out[0] - at[0]) / (Math.hypot(out[0] - at[0], out[1] - at[1]) || 1);
    return right > 0.75 ? 'start' : right < -0.75 ? 'end' : 'middle';
  };
  const corners = [
    place(box.x[0], box.y[0], floor),
    place(box.x[1], box.y[0], floor),
    place(box.x[1], box.y[1], floor),
  ];
  const outline = pathOf([...corners, place(box.x[0], box.y[1], floor)], true);
  const upright = [box.x[0], box.x[1]]
    .flatMap((x) => [box.y[0], box.y[1]].map((y) => ({ x, y, left: place(x, y, floor)[0] })))
    .reduce((one, other) => (other.left < one.left ? other : one));
  const alongZ = (z: number): Place => place(upright.x, upright.y, z);
  const [tipX, tipY, tipZ] = [alongX(box.x[1]), alongY(box.y[1]), alongZ(box.z[1])];
  const [xs, ys, zs] = [round(box.x, 4), round(box.y, 4), round(box.z, 4)];
  const beside = (at: Place, out: Place, value: number): Label => ({
    at: out,
    content: format(value),
    anchor: anchor(at, out),
  });
  const values = apart([
    ...xs.map((x) => beside(alongX(x), outX(alongX(x), 22), x)),
    ...ys.map((y) => beside(alongY(y), outY(alongY(y), 22), y)),
    ...zs.map((z): Label => ({ at: [alongZ(z)[0] - apartFromAxis, alongZ(z)[1]], content: format(z), anchor: 'end' })),
  ]);
  // As far beyond its axis as it must be.
  const named = (at: Place, from: Place, to: Place, content: string): readonly Label[] =>
    moved(
      values,
      [0, 4, 8, 12, 16, 20].map((pixels) => ({
        at: beyond(at, from, to, pixels),
        content,
        anchor: 'middle',
        name: true,
      })),
    );
  const mark = (at: Place, out: Place): string => pathOf([at, out]);
  return svg`<g class="axes" aria-hidden="true">
    <path class="floor" d=${outline}></path>
    <path class="floor" d=${pathOf([alongZ(floor), tipZ])}></path>
    ${xs.map((x) => svg`<path class="floor" d=${mark(alongX(x), outX(alongX(x), 7))}></path>`)}
    ${ys.map((y) => svg`<path class="floor" d=${mark(alongY(y), outY(alongY(y), 7))}></path>`)}
    ${zs.map((z) => svg`<path class="floor" d=${mark(alongZ(z), [alongZ(z)[0] - 7, alongZ(z)[1]])}></path>`)}
    ${values.map(text)}
    ${named(outX(tipX, 26), alongX(box.x[0]), tipX, names[0]).map(text)}
    ${named(outY(tipY, 26), alongY(box.y[0]), tipY, names[1]).map(text)}
    ${named([tipZ[0], tipZ[1] - 16], alongZ(floor), tipZ, names[2]).map(text)}
  </g>`;
}
