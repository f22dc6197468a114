// Blocks of the surface between the cutting planes, and the planes between the blocks, from far to near. A plane lies
// wholly before or behind what is on its other side, so that this order is right from every direction.

import type { Axis, Cut } from './cut.ts';
import { evenly } from './heights.ts';
import type { Box, Interval, Projection } from './projection.ts';

export interface Block {
  readonly kind: 'block';
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** In front of a plane: drawn so thin that the cut shows through. */
  readonly open: boolean;
}

export interface Sheet {
  readonly kind: 'sheet';
  readonly cut: Cut;
  /** The part of its free side that stands here. */
  readonly side: Interval;
}

interface Slab {
  readonly side: Interval;
  /** The plane at its near side. */
  readonly cut: Cut | undefined;
}

/** One side of the box as slabs between the planes, from far to near. */
function slabs(hold: Axis, cuts: readonly Cut[], { box, nearer }: Projection): Slab[] {
  const [from, to] = box[hold];
  const across = cuts
    .filter((cut) => cut.hold === hold && cut.at >= from && cut.at <= to)
    .sort((one, other) => one.at - other.at);
  const edges = [from, ...across.map(({ at }) => at), to];
  const rising = edges
    .slice(0, -1)
    .map((edge, i): Slab => ({ side: [edge, edges[i + 1] ?? to], cut: nearer[hold] ? across[i] : across[i - 1] }));
  return nearer[hold] ? rising : rising.reverse();
}

/** The lines of the net inside an interval, its ends included. */
function lines([from, to]: Interval, whole: Interval, mesh: number): number[] {
  const sliver = (whole[1] - whole[0]) * 1e-6;
  return [from, ...evenly(whole, mesh + 1).filter((value) => value > from + sliver && value < to - sliver), to];
}

export function blocks(view: Projection, cuts: readonly Cut[], mesh: number): (Block | Sheet)[] {
  const box: Box = view.box;
  const drawn = cuts.filter(({ curve }) => curve);
  const [acrossX, acrossY] = [slabs('x', drawn, view), slabs('y', drawn, view)];
  return acrossX.flatMap((slabX, i) => [
    ...acrossY.flatMap((slabY, j): (Block | Sheet)[] => [
      {
        kind: 'block',
        xs: lines(slabX.side, box.x, mesh),
        ys: lines(slabY.side, box.y, mesh),
        open: i > 0 || j > 0,
      },
      ...(slabY.cut ? [{ kind: 'sheet', cut: slabY.cut, side: slabX.side } as const] : []),
    ]),
    ...(slabX.cut ? [{ kind: 'sheet', cut: slabX.cut, side: box.y } as const] : []),
  ]);
}
