// How a box of space is seen: turned about its vertical axis, tilted, without perspective. Everything of a surface is
// placed on the page by one of these.

import { pointText } from '../../numbers/point-text.ts';
export type Interval = readonly [from: number, to: number];

/** The box that is drawn; what rises out of it is cut off. */
export interface Box {
  readonly x: Interval;
  readonly y: Interval;
  readonly z: Interval;
}

/** In degrees: `turn` about the vertical axis, `tilt` 0 from the side to 90 from above. */
export interface View {
  readonly turn: number;
  readonly tilt: number;
}

export type Place = readonly [x: number, y: number];

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export interface Projection {
  readonly box: Box;
  readonly view: View;
  /** Where a point of space stands on the page. */
  place(x: number, y: number, z: number): Place;
  /** Whether larger x (y) is nearer to the viewer. */
  readonly nearer: { readonly x: boolean; readonly y: boolean };
  /** The points of space that stand at a place of the page, from near (0) to far (1), within the box. */
  ray(place: Place): (part: number) => Spot;
}

/** Half the height of the drawn box, where half of its sides is 1. */
const halfHeight = 0.8;

const middle = ([from, to]: Interval): number => (from + to) / 2;
const half = ([from, to]: Interval): number => (to - from) / 2 || 1;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const margin = 34;

/**
 * The box seen from `view` in the rectangle of `width` × `height` at the drawing's upper left, with a margin around it:
 * at the left, where the labels of the heights stand, of at least `gutter`.
 */
export function projection(box: Box, view: View, width: number, height: number, gutter = 0): Projection {
  const [sine, cosine] = [Math.sin(radians(view.turn)), Math.cos(radians(view.turn))];
  const [up, flat] = [Math.cos(radians(view.tilt)), Math.sin(radians(view.tilt))];
  const reach = Math.SQRT2;
  const outer = Math.max(margin, gutter);
  const scale = Math.min(
    (width - outer - margin) / 2 / reach,
    (height / 2 - margin) / (halfHeight * up + reach * flat),
  );
  const unit = { x: 1 / half(box.x), y: 1 / half(box.y), z: halfHeight / half(box.z) };
  const centre = { x: middle(box.x), y: middle(box.y), z: middle(box.z) };
  const [left, top] = [(width + outer - margin) / 2, height / 2];
  return {
    box,
    view,
    nearer: { x: sine > 0, y: cosine < 0 },
    place(x, y, z) {
      const [east, north, high] = [(x - centre.x) * unit.x, (y - centre.y) * unit.y, (z - centre.z) * unit.z];
      const across = east * cosine + north * sine;
      const away = north * cosine - east * sine;
      return [left + scale * across, top - scale * (high * up + away * flat)];
    },
    ray([px, py]) {
      const across = (px - left) / scale;
      const lift = (top - py) / scale;
      return (part) => {
        const away = (2 * part - 1) * reach;
        const high = (lift - away * flat) / Math.max(up, 1e-6);
        return {
          x: centre.x + (across * cosine - away * sine) / unit.x,
          y: centre.y + (across * sine + away * cosine) / unit.y,
          z: centre.z + high / unit.z,
        };
      };
    },
  };
}

/** A place as a point of an SVG path or polygon. */
export const pointOf = ([x, y]: Place): string => pointText(x, y);

/** Places as the points of an SVG path. */
export function pathOf(places: readonly Place[], closed = false): string {
  return places.length ? `M${places.map(pointOf).join('L')}${closed ? 'Z' : ''}` : '';
}

/** The view after a drag by so many pixels, or after arrow keys. */
export function turned({ turn, tilt }: View, right: number, down: number): View {
  const around = (((turn - right) % 360) + 360) % 360;
  return { turn: Math.round(around) % 360, tilt: Math.round(Math.min(75, Math.max(8, tilt + down))) };
}
