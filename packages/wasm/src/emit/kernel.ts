// How a kernel is emitted: in lanes if all its numbers have one dtype, else one element at a time.

import { type Kernel, type NumberType, type Reduction, summation, valueDType } from '@chainrule/core/backend';

/** The way a kernel's code is made. */
export interface Strategy {
  /** Dtype of the lanes; undefined for a scalar kernel. */
  readonly lanes: NumberType | undefined;
  /** Blocks of a reduction computed side by side: a power of two. */
  readonly blocks: number;
}

/** The one dtype of all the numbers of a kernel, if there is one. */
function numberDType(kernel: Kernel): NumberType | undefined {
  const count = kernel.loads.length + kernel.constants.length + kernel.body.length;
  let found: NumberType | undefined;
  for (let v = 0; v < count; v++) {
    const dtype = valueDType(kernel, v);
    if (dtype === 'bool' || dtype === found) continue;
    if (found !== undefined) return undefined;
    found = dtype;
  }
  return found;
}

/** Registers that accumulators may take, and instructions below which a loop waits for its accumulators. */
const accumulators = 4;
const shortBody = 32;

function blocksOf({ loads, stores, reductions, body }: Kernel): number {
  if (body.length > shortBody || [...loads, ...stores].some(({ inner }) => inner === 'strided')) return 1;
  if (body.some(({ op }) => typeof op === 'object')) return 1;
  if (4 * reductions.length <= accumulators) return 4;
  return 2 * reductions.length <= accumulators ? 2 : 1;
}

export function strategyFor(kernel: Kernel): Strategy {
  const lanes = kernel.form === 'point' ? undefined : numberDType(kernel);
  return { lanes, blocks: lanes !== undefined && kernel.form === 'reduce' ? blocksOf(kernel) : 1 };
}

/** Numbers that the emitted kernel reduces in one call. */
export function groupOf(kernel: Kernel): number {
  return summation[(kernel.reductions[0] as Reduction).dtype].block * strategyFor(kernel).blocks;
}
