// Threefry-2x32 with 20 rounds: a counter and a key in, two random words out. Salmon, Moraes, Dror & Shaw, "Parallel
// random numbers: as easy as 1, 2, 3", SC 2011. Written with the library's own operations on i32, so it is traced, mapped
// and fused as any other function is, and gives the same bits on every backend.

import { add } from '../primitives/add.ts';
import { bitwiseOr, bitwiseXor, shiftLeft, shiftRightLogical } from '../primitives/bits.ts';
import type { Operand } from '../tensor/operand.ts';

/** Two words of 32 bits: arrays of i32, no plain numbers, whose sums would not wrap. */
export type Words = readonly [Operand, Operand];

/** By how many bits the second word is rotated in each round; after the eighth again from the first. Table 2 of the paper. */
const rotations = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** The constant of the key schedule: C240 of Threefish, cut off to 32 bits. */
const parity = 0x1bd11bda;

function rotateLeft(x: Operand, places: number): Operand {
  return bitwiseOr(shiftLeft(x, places), shiftRightLogical(x, 32 - places));
}

/** Two random words for each key and counter, element by element with broadcasting. */
export function threefry([firstKey, secondKey]: Words, [firstCounter, secondCounter]: Words): Words {
  const schedule: readonly Operand[] = [firstKey, secondKey, bitwiseXor(bitwiseXor(firstKey, secondKey), parity)];
  const key = (i: number): Operand => schedule[i % 3] as number;
  let x: Operand = add(firstCounter, key(0));
  let y: Operand = add(secondCounter, key(1));
  for (let round = 0; round < 20; round++) {
    x = add(x, y);
    y = bitwiseXor(rotateLeft(y, rotations[round % 8] as number), x);
    if (round % 4 !== 3) continue;
    const injection = (round + 1) / 4;
    x = add(x, key(injection));
    y = add(y, add(key(injection + 1), injection));
  }
  return [x, y];
}
