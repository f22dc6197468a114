// Routines over typed arrays: the table of them, and the walk over their outer axes.

import { ownSizes, type Routine, type RoutineCall } from '../../kernel/routine.ts';
import type { TypedArray } from '../../shape/dtype.ts';
import { argsort } from './argsort.ts';
import { cumsum } from './cumsum.ts';
import { gather } from './gather.ts';
import { iota } from './iota.ts';
import { matmul } from './matmul.ts';
import type { Compute, Place } from './place.ts';
import { scatterAdd } from './scatter.ts';

const table: { readonly [R in Routine]: Compute } = { matmul, gather, scatterAdd, cumsum, argsort, iota };

/** A routine made ready. */
export function readyRoutine({
  routine,
  dtype,
  sizes,
  operands,
  result,
}: RoutineCall): (slots: readonly TypedArray[]) => void {
  const compute = table[routine];
  const outer = sizes.slice(0, sizes.length - ownSizes[routine]);
  const own = sizes.slice(outer.length);
  const bindings = [...operands, result];
  const steps = bindings.map(({ strides }) => strides.slice(0, outer.length));
  const inner = bindings.map(({ strides }) => strides.slice(outer.length));
  return (slots) => {
    const walk = (axis: number, offsets: readonly number[]): void => {
      const size = outer[axis];
      if (size === undefined) {
        const places = bindings.map(
          ({ slot }, i): Place => ({
            data: slots[slot] as TypedArray,
            offset: offsets[i] as number,
            strides: inner[i] as readonly number[],
          }),
        );
        compute(dtype, own, places);
        return;
      }
      for (let i = 0; i < size; i++) {
        walk(
          axis + 1,
          offsets.map((offset, b) => offset + i * (steps[b]?.[axis] as number)),
        );
      }
    };
    walk(
      0,
      bindings.map(({ offset }) => offset),
    );
  };
}
