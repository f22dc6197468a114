// The text of a plan's piece of memory, as words, before anybody knows where it will stand: what is an address there is
// a distance from the start here.

import type { Memory } from '../memory.ts';

export class Image {
  private readonly words: number[] = [];
  /** Words that become addresses. */
  private readonly relative: number[] = [];
  /** Words that name a kernel, in the order of kernels. */
  private readonly entries: number[] = [];

  /** Bytes so far. */
  get bytes(): number {
    return 4 * this.words.length;
  }

  /** Room at a multiple of 16 bytes, filled with zeros; its distance from the start. */
  take(bytes: number): number {
    const start = this.bytes;
    const end = (start + bytes + 15) >>> 4;
    while (this.words.length < 4 * end) this.words.push(0);
    return start;
  }

  /** Writes words from `at` on. */
  write(at: number, ...words: readonly number[]): void {
    for (let w = 0; w < words.length; w++) this.words[at / 4 + w] = words[w] as number;
  }

  /** Writes the address of `target` at `at`. */
  point(at: number, target: number): void {
    this.words[at / 4] = target;
    this.relative.push(at / 4);
  }

  /** Leaves the word at `at` for the next kernel's index in the function table. */
  enter(at: number): void {
    this.entries.push(at / 4);
  }

  /** Puts all of it into memory from `start` on, with the kernels' indices in the function table. */
  copyTo(memory: Memory, start: number, entries: readonly number[]): void {
    const at = start >>> 2;
    const target = memory.u32;
    target.set(this.words, at);
    for (const word of this.relative) target[at + word] = start + (this.words[word] as number);
    this.entries.forEach((word, e) => {
      target[at + word] = entries[e] as number;
    });
  }
}
