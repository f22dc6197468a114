// Blocks of the surface between the cutting planes, and the planes between the blocks, from far to near. A plane lies
// wholly before or behind what is on its other side, so that this order is right from every direction.

import type { Axis, Cut } from './cut.ts';
import { linesIn } from './heights.ts';
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

export function blocks(view: Projection, cuts: readonly Cut[], mesh: number): (Block | Sheet)[] {
  const box: Box = view.box;
  const drawn = cuts.filter(({ curve }) => curve);
  const [acrossX, acrossY] = [slabs('x', drawn, view), slabs('y', drawn, view)];
  return acrossX.flatMap((slabX, i) => [
    ...acrossY.flatMap((slabY, j): (Block | Sheet)[] => [
      {
        kind: 'block',
        xs: linesIn(slabX.side, box.x, mesh),
        ys: linesIn(slabY.side, box.y, mesh),
        open: i > 0 || j > 0,
      },
      ...(slabY.cut ? [{ kind: 'sheet', cut: slabY.cut, side: slabX.side } as const] : []),
    ]),
    ...(slabX.cut ? [{ kind: 'sheet', cut: slabX.cut, side: box.y } as const] : []),
  ]);
}
