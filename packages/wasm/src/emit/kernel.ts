// How a kernel is emitted: in lanes if all its numbers have one dtype, else one element at a time.

import { type Kernel, summation, valueDType } from '@chainrule/core/backend';

/** The way a kernel's code is made. */
export interface Strategy {
  /** Dtype of the lanes; undefined for a scalar kernel. */
  readonly lanes: 'f64' | 'f32' | undefined;
  /** Blocks of a summation computed side by side: a power of two. */
  readonly blocks: number;
}

/** The one dtype of all the numbers of a kernel, if there is one. */
function numberDType(kernel: Kernel): 'f64' | 'f32' | undefined {
  const count = kernel.loads.length + kernel.constants.length + kernel.body.length;
  let found: 'f64' | 'f32' | undefined;
  for (let v = 0; v < count; v++) {
    const dtype = valueDType(kernel, v);
    if (dtype === 'bool' || dtype === found) continue;
    if (found !== undefined) return undefined;
    found = dtype;
  }
  return found;
}

/** Registers that accumulators may take, and instructions below which a loop waits for its additions. */
const accumulators = 4;
const shortBody = 32;

function blocksOf({ loads, stores, sums, body }: Kernel): number {
  if (body.length > shortBody || [...loads, ...stores].some(({ inner }) => inner === 'strided')) return 1;
  if (body.some(({ op }) => op === 'exp' || op === 'log' || op === 'pow')) return 1;
  if (4 * sums.length <= accumulators) return 4;
  return 2 * sums.length <= accumulators ? 2 : 1;
}

export function strategyFor(kernel: Kernel): Strategy {
  const lanes = kernel.form === 'point' ? undefined : numberDType(kernel);
  return { lanes, blocks: lanes !== undefined && kernel.form === 'reduce' ? blocksOf(kernel) : 1 };
}

/** Numbers that the emitted kernel sums in one call. */
export function groupOf(kernel: Kernel): number {
  return summation[kernel.sums[0]?.dtype ?? 'f64'].block * strategyFor(kernel).blocks;
}
