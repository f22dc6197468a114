// What each routine computes, as its comment in core says.

import { dtypes, ownSizes, type Routine, type RoutineCall } from '@chainrule/core/backend';
import type { Elements } from './evaluate.ts';
import { indexOf, pointsOf } from './points.ts';

/** An operand or the result at one point of the outer axes. */
interface Place {
  readonly get: (...point: readonly number[]) => number;
  readonly set: (value: number, ...point: readonly number[]) => void;
}

type Compute = (
  sizes: readonly [number, number, number],
  places: readonly Place[],
  dtype: RoutineCall['dtype'],
) => void;

const add = (x: number, y: number, dtype: RoutineCall['dtype']): number =>
  dtype === 'i32' ? (x + y) | 0 : dtypes[dtype].round(x + y);

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** NaN last, −0 equal to 0. */
function compare(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
  return x < y ? -1 : x > y ? 1 : 0;
}

const placeOf = (index: number, n: number): number => (index < 0 ? index + n : index);

const routines: { readonly [R in Routine]: Compute } = {
  matmul: ([rows, columns, depth], [a, b, c], dtype) => {
    const { round } = dtypes[dtype];
    for (const m of range(rows)) {
      for (const n of range(columns)) {
        const products = range(depth).map((k) => round((a as Place).get(m, k) * (b as Place).get(k, n)));
        (c as Place).set(products.length === 0 ? 0 : products.reduce((sum, product) => round(sum + product)), m, n);
      }
    }
  },
  gather: ([count, n, width], [x, indices, y], dtype) => {
    for (const i of range(count)) {
      const place = placeOf((indices as Place).get(i), n);
      const missing = dtype === 'f64' || dtype === 'f32' ? Number.NaN : 0;
      for (const r of range(width)) {
        (y as Place).set(place >= 0 && place < n ? (x as Place).get(place, r) : missing, i, r);
      }
    }
  },
  scatterAdd: ([count, n, width], [x, indices, updates, y], dtype) => {
    for (const [p, r] of pointsOf([n, width]) as Generator<[number, number]>) {
      (y as Place).set((x as Place).get(p, r), p, r);
    }
    for (const i of range(count)) {
      const place = placeOf((indices as Place).get(i), n);
      if (place < 0 || place >= n) continue;
      for (const r of range(width)) {
        (y as Place).set(add((y as Place).get(place, r), (updates as Place).get(i, r), dtype), place, r);
      }
    }
  },
  cumsum: ([n], [x, y], dtype) => {
    let sum = 0;
    for (const i of range(n)) {
      const each = (x as Place).get(i);
      sum = i === 0 ? each : add(sum, each, dtype);
      (y as Place).set(sum, i);
    }
  },
  argsort: ([n], [x, y]) => {
    const order = range(n).sort((i, j) => compare((x as Place).get(i), (x as Place).get(j)));
    order.forEach((index, i) => {
      (y as Place).set(index, i);
    });
  },
  iota: ([n], [y]) => {
    for (const i of range(n)) (y as Place).set(i, i);
  },
};

export function runRoutine({ routine, dtype, sizes, operands, result }: RoutineCall, slots: readonly Elements[]): void {
  const outer = sizes.length - ownSizes[routine];
  for (const point of pointsOf(sizes.slice(0, outer))) {
    const places = [...operands, result].map((binding): Place => {
      const slot = slots[binding.slot] as Elements;
      return {
        get: (...own) => slot[indexOf(binding, [...point, ...own])] as number,
        set: (value, ...own) => {
          slot[indexOf(binding, [...point, ...own])] = value;
        },
      };
    });
    routines[routine](sizes.slice(outer) as [number, number, number], places, dtype);
  }
}
