// How much working storage a routine needs, for src/ to provide with each run.

import { argsortBytes } from './argsort';
import { matmulBytes } from './matmul';
import { ARGSORT, MATMUL } from './routine';

/** Bytes of working storage for a routine of these own sizes on numbers of `width` bytes; 0 if it needs none. */
export function scratchBytes(routine: u32, width: usize, first: usize, second: usize, third: usize): f64 {
  if (routine == MATMUL) return <f64>matmulBytes(width, first, second, third);
  return routine == ARGSORT ? argsortBytes(first) : 0.0;
}
