// The network's score over the picture: a batched forward pass over a grid, whole, or row by row where a frame has no
// time for all of it.

import { curveCatmullRom, curveCatmullRomClosed, line } from 'd3-shape';
import { reach } from './classes.ts';
import { isolines } from './isolines.ts';
import type { Network, Training } from './network.ts';

/** Cells along each side, and with one more beyond each edge, so that boundaries run off the picture. */
export const cells = 25;
const all = cells + 2;
const bands = 9;

const middle = (i: number): number => reach[0] + ((i - 0.5) / cells) * (reach[1] - reach[0]);
const places = (from: number, to: number): readonly [number[], number[]] => {
  const count = (to - from) * all;
  return [
    Array.from({ length: count }, (_, i) => middle(i % all)),
    Array.from({ length: count }, (_, i) => middle(from + Math.floor(i / all))),
  ];
};
const whole = places(0, all);
const parts = Array.from({ length: bands }, (_, i) => places((i * all) / bands, ((i + 1) * all) / bands));

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

/** The scores of the cells inside, row by row from the lowest. */
export function insideOf(field: readonly number[]): number[] {
  return Array.from({ length: cells * cells }, (_, i) => {
    const [column, row] = [i % cells, Math.floor(i / cells)];
    return field[(row + 1) * all + column + 1] ?? 0;
  });
}

/** Where the score is 0, as a path that goes beyond the edges; `project` takes a place in cells from the lower left. */
export function boundaryPath(
  field: readonly number[],
  project: (x: number, y: number) => readonly [number, number],
): string {
  if (!field.every(Number.isFinite)) return '';
  const curve = line<readonly [column: number, row: number]>(
    // The cells' middles are half a cell in, and the field reaches one cell beyond.
    ([column, row]) => project(column - 0.5, row - 0.5)[0],
    ([column, row]) => project(column - 0.5, row - 0.5)[1],
  ).digits(1);
  return isolines(field, all, all, [0])
    .flat()
    .map(({ places, closed }) => curve.curve(closed ? curveCatmullRomClosed : curveCatmullRom)(places) ?? '')
    .join('');
}
