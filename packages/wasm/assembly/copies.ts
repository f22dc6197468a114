// The copies of a loop: runs of neighbouring bytes whose ends move with each iteration.

import { COPY_BYTES, COPY_FROM, COPY_SIZE, COPY_TO, END_ADDRESS, END_ADVANCE, END_OFFSET, END_SLOT } from './frame';

function bindEnd(end: usize, slots: usize): void {
  const slot = load<usize>(slots + (load<u32>(end, END_SLOT) << 2));
  store<usize>(end, slot + load<usize>(end, END_OFFSET), END_ADDRESS);
}

/** Points copies to where the slots are now. */
export function bindCopies(copies: usize, slots: usize): void {
  const end = copies + 4 + load<usize>(copies) * COPY_SIZE;
  for (let copy = copies + 4; copy < end; copy += COPY_SIZE) {
    bindEnd(copy + COPY_FROM, slots);
    bindEnd(copy + COPY_TO, slots);
  }
}

/** Above this many bytes, calling the engine's own copy is quicker than a loop here. */
const short: usize = 64;

function copyBytes(to: usize, from: usize, bytes: usize): void {
  if (bytes > short) return memory.copy(to, from, bytes);
  for (; bytes >= 8; bytes -= 8, to += 8, from += 8) store<u64>(to, load<u64>(from));
  if (bytes >= 4) {
    store<u32>(to, load<u32>(from));
    bytes -= 4;
    to += 4;
    from += 4;
  }
  for (; bytes > 0; bytes--, to++, from++) store<u8>(to, load<u8>(from));
}

/** The copies of one iteration. */
export function runCopies(copies: usize, iteration: u32): void {
  const end = copies + 4 + load<usize>(copies) * COPY_SIZE;
  for (let copy = copies + 4; copy < end; copy += COPY_SIZE) {
    copyBytes(
      load<usize>(copy, COPY_TO + END_ADDRESS) + <usize>iteration * load<usize>(copy, COPY_TO + END_ADVANCE),
      load<usize>(copy, COPY_FROM + END_ADDRESS) + <usize>iteration * load<usize>(copy, COPY_FROM + END_ADVANCE),
      load<u32>(copy, COPY_BYTES),
    );
  }
}
