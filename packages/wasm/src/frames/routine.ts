// The frame of a routine call.

import { type Binding, dtypes, ownSizes, type RoutineCall, type Slot } from '@chainrule/core/backend';
import type { Image } from './image.ts';
import { dtypeNumbers, kinds, routineNumbers } from './numbers.ts';
import { takeFrame } from './rows.ts';

/** Offsets into the header, as in assembly/frame.ts. */
const dtypeAt = 16;
const ownAt = 28;

/** The sizes of a routine's own, behind those of the outer axes. */
export function ownSizesOf({ routine, sizes }: RoutineCall): readonly number[] {
  return sizes.slice(sizes.length - ownSizes[routine]);
}

/** `scratch`: the slot of the routine's working storage, if it has some. */
export function routineFrame(
  image: Image,
  call: RoutineCall,
  slots: readonly Slot[],
  scratch: number | undefined,
): number {
  const { routine, dtype, sizes, operands, result } = call;
  const own = ownSizesOf(call);
  const outer = sizes.slice(0, sizes.length - own.length);
  const rows = [...operands, result].map((binding: Binding) => ({
    binding,
    bytes: dtypes[(slots[binding.slot] as Slot).dtype].bytes,
  }));
  const strides = rows.flatMap(({ binding, bytes }) =>
    binding.strides.slice(outer.length).map((stride) => stride * bytes),
  );
  if (scratch !== undefined) rows.push({ binding: { slot: scratch, offset: 0, strides: [] }, bytes: 1 });
  const frame = takeFrame(image, 0, outer, rows);
  image.write(frame, routineNumbers[routine], kinds.routine);
  image.write(frame + dtypeAt, dtypeNumbers[dtype]);
  const ownWords = image.take(4 * (own.length + strides.length));
  image.write(ownWords, ...own, ...strides);
  image.point(frame + ownAt, ownWords);
  return frame;
}
