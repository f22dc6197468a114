// What src/ writes into memory and this module reads: plans, and the frames of their kernel calls. All entries are
// 32 bits wide but the constants. src/frames.ts writes them, and src/emit/frame.ts says where kernels emitted at run
// time find rows, steps and constants.
//
//   plan     calls | address of the slots' addresses | address of each call's frame …
//   frame    the header below | a row for each load, store and sum | a step for each load and store | constants
//   binding  slot | offset in bytes                            (one for each row)
//   axis     size | counter | a stride in bytes for each row   (one for each outer axis)

export const PLAN_CALLS: usize = 0;
export const PLAN_SLOTS: usize = 4;
export const PLAN_FRAMES: usize = 8;

/** Index of the kernel in the function table. */
export const ENTRY: usize = 0;
export const FORM: usize = 4;
/** Number of outer axes. */
export const OUTER: usize = 8;
/** Number of rows: loads, then stores, then sums. */
export const ROWS: usize = 12;
export const SUMS: usize = 16;
/** Size of the inner axis. */
export const INNER: usize = 20;
/** Numbers in a block of the summation. */
export const BLOCK: usize = 24;
/** Numbers in the blocks that the kernel sums side by side: a power of two times a block. */
export const GROUP: usize = 28;
/** Bytes of a number that is summed: 8 for f64, 4 for f32. */
export const WIDTH: usize = 32;
/** Addresses of the bindings, of the axes, and of room for the sums of blocks. */
export const BINDINGS: usize = 36;
export const AXES: usize = 40;
export const PARTIALS: usize = 44;
/** Addresses where each row of each access begins now. */
export const ROW: usize = 48;

export const FORM_POINT: u32 = 0;
export const FORM_MAP: u32 = 1;
export const FORM_REDUCE: u32 = 2;
