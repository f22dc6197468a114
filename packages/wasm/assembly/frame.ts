// What src/ writes into memory and this module reads: plans, and the frames of their steps. All entries are 32 bits wide
// but the constants. src/frames/ writes them, and src/emit/frame.ts says where kernels emitted at run time find rows,
// steps and constants.
//
//   plan     address of the slots' addresses | list of steps
//   list     how many | address of each step's frame …
//   kernel   the header below | a row for each load, store and reduction | a step for each load and store | constants
//   routine  the header below | a row for each operand, the result, and working storage if it has some
//   own      a routine's own sizes, then the own strides in bytes of each operand and of the result
//   loop     how often | kind | addresses of its steps and of the copies at its start, before and after each iteration
//   copies   how many | entries as named below …
//   binding  slot | offset in bytes                            (one for each row)
//   axis     size | counter | a stride in bytes for each row   (one for each outer axis)

export const PLAN_SLOTS: usize = 0;
export const PLAN_STEPS: usize = 4;

/** Index of the kernel in the function table; the number of the routine. */
export const ENTRY: usize = 0;
/** What kind of step a frame is of. */
export const KIND: usize = 4;
/** Number of outer axes. */
export const OUTER: usize = 8;
/** Number of rows: loads, then stores, then reductions; operands, then the result, then working storage. */
export const ROWS: usize = 12;
/** The dtype of the reductions or of the routine, by number. */
export const DTYPE: usize = 16;
/** Addresses of the bindings and of the axes. */
export const BINDINGS: usize = 20;
export const AXES: usize = 24;
/** Address of a routine's own sizes and strides. */
export const OWN: usize = 28;
/** Size of a kernel's inner axis. */
export const INNER: usize = 28;
/** Number of reductions, and what they do, by number. */
export const REDUCTIONS: usize = 32;
export const OP: usize = 36;
/** Numbers in a block of a reduction. */
export const BLOCK: usize = 40;
/** Numbers in the blocks that the kernel reduces side by side: a power of two times a block. */
export const GROUP: usize = 44;
/** Address of room for the results of blocks. */
export const PARTIALS: usize = 48;
/** Addresses where each row of each access begins now. */
export const ROW: usize = 52;

export const KIND_POINT: u32 = 0;
export const KIND_MAP: u32 = 1;
export const KIND_REDUCE: u32 = 2;
export const KIND_ROUTINE: u32 = 3;
export const KIND_LOOP: u32 = 4;

export const DTYPE_F64: u32 = 0;
export const DTYPE_F32: u32 = 1;
export const DTYPE_I32: u32 = 2;

export const OP_ADD: u32 = 0;
export const OP_MIN: u32 = 1;

export const LOOP_COUNT: usize = 0;
export const LOOP_STEPS: usize = 8;
export const LOOP_START: usize = 12;
export const LOOP_BEFORE: usize = 16;
export const LOOP_AFTER: usize = 20;

/** A copied run: its bytes, then for either end its slot, where it begins in the slot and how far it moves, in bytes. */
export const COPY_BYTES: usize = 0;
export const COPY_FROM: usize = 4;
export const COPY_TO: usize = 20;
export const COPY_SIZE: usize = 36;
/** Of either end of a copy. The address is where it begins in the first iteration. */
export const END_SLOT: usize = 0;
export const END_OFFSET: usize = 4;
export const END_ADVANCE: usize = 8;
export const END_ADDRESS: usize = 12;
