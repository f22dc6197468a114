// What the AssemblyScript module knows by number. assembly/frame.ts and assembly/routines/routine.ts hold the same.

import type { DType, ReductionOp, Routine } from '@chainrule/core/backend';

export const kinds = { point: 0, map: 1, reduce: 2, routine: 3, loop: 4 } as const;

export const dtypeNumbers: { readonly [D in DType]: number } = { f64: 0, f32: 1, i32: 2, bool: 3 };

export const opNumbers: { readonly [O in ReductionOp]: number } = { add: 0, min: 1, max: 2 };

export const routineNumbers: { readonly [R in Routine]: number } = {
  matmul: 0,
  gather: 1,
  scatterAdd: 2,
  cumsum: 3,
  argsort: 4,
  iota: 5,
};
