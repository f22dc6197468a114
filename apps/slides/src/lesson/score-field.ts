// The network's score over the picture: a batched forward pass over a grid, whole, or row by row where a frame has no
// time for all of it.

import { contours } from 'd3-contour';
import { reach } from './classes.ts';
import type { Network, Training } from './network.ts';

/** Cells along each side. */
export const cells = 25;
const bands = 5;

const middle = (i: number): number => reach[0] + ((i + 0.5) / cells) * (reach[1] - reach[0]);
const places = (from: number, to: number): readonly [number[], number[]] => {
  const count = (to - from) * cells;
  return [
    Array.from({ length: count }, (_, i) => middle(i % cells)),
    Array.from({ length: count }, (_, i) => middle(from + Math.floor(i / cells))),
  ];
};
const whole = places(0, cells);
const parts = Array.from({ length: bands }, (_, i) => places((i * cells) / bands, ((i + 1) * cells) / bands));

/** Row by row from the lowest y; fields are kept by network. */
const fields = new WeakMap<Network, readonly number[]>();
let pending: { network: Network; scores: number[]; band: number } | undefined;

export function fieldOfNetwork(training: Training, network: Network): readonly number[] {
  const known = fields.get(network);
  if (known) return known;
  const field = training.scores(network, ...whole);
  fields.set(network, field);
  return field;
}

/** Computes one band more of a network's field; true when it is there. */
export function advanceField(training: Training, network: Network): boolean {
  if (fields.has(network)) return true;
  if (pending?.network !== network) pending = { network, scores: [], band: 0 };
  const band = parts[pending.band];
  if (band) pending.scores.push(...training.scores(network, ...band));
  pending.band += 1;
  if (pending.band < bands) return false;
  fields.set(network, pending.scores);
  pending = undefined;
  return true;
}

/** Where the score is 0, as a path; `project` takes a place of the grid in cells. */
export function boundaryPath(field: readonly number[], project: (x: number, y: number) => readonly [number, number]): string {
  const [region] = contours().size([cells, cells]).thresholds([0])([...field]);
  const point = ([column = 0, row = 0]: readonly number[]): string => project(column, row).map((one) => one.toFixed(1)).join(' ');
  const inside = ([x = 0, y = 0]: readonly number[]): boolean => x > 0.01 && y > 0.01 && x < cells - 0.01 && y < cells - 0.01;
  return (region?.coordinates ?? [])
    .flatMap((polygon) => polygon)
    .map((ring) =>
      ring
        // The region ends at the edge of the picture; only its border with the other one is a boundary.
        .map((at, i) => `${i > 0 && (inside(at) || inside(ring[i - 1] ?? at)) ? 'L' : 'M'}${point(at)}`)
        .join(''),
    )
    .join('');
}
