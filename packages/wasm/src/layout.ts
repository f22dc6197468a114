// Where the slots of a plan have their storage.
//
//   kept        small ones, in the plan's own piece of memory, for as long as the plan is prepared
//   given       inputs that are too large for that: wherever the caller's numbers are, or a copy for one run
//   result      outputs that stay in WebAssembly's memory: new storage in each run
//   working     the other large ones: storage for one run, shared by slots that are not in use at the same time
//
// Behind the plan's slots stand those of routines' working storage: scratch slots, kept or working.

import { dtypes, type Plan, type RoutineCall } from '@chainrule/core/backend';
import { smallBytes } from './buffer.ts';
import { routinesOf, slotsOf } from './steps.ts';

export type Home = 'kept' | 'given' | 'result' | 'working';

export interface SlotLayout {
  readonly home: Home;
  readonly bytes: number;
  /** For a kept slot its distance from the start of the kept storage, for a working one the index of its room. */
  readonly place: number;
}

export interface Layout {
  readonly slots: readonly SlotLayout[];
  readonly keptBytes: number;
  /** Bytes of each room for working slots. */
  readonly rooms: readonly number[];
  /** The scratch slot of each routine call that needs one. */
  readonly scratch: ReadonlyMap<RoutineCall, number>;
}

/** Bytes of small slots that one plan keeps; numbers are kept in any case. */
const keptLimit = 65536;
const numberBytes = 8;

export function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** First and last step that uses each slot. All that a loop uses is in use from its first iteration to its last. */
function spansOf({ steps, outputs, slots }: Plan): readonly Span[] {
  const found = slots.map(() => ({ first: steps.length, last: -1 }));
  const use = (slot: number, step: number): void => {
    const span = found[slot];
    if (span === undefined) throw new RangeError(`the plan has no slot ${slot}`);
    span.first = Math.min(span.first, step);
    span.last = Math.max(span.last, step);
  };
  steps.forEach((step, s) => {
    for (const slot of slotsOf(step)) use(slot, s);
  });
  for (const { slot } of outputs) use(slot, steps.length);
  return found;
}

/** Storage that working slots use one after the other. */
interface Room {
  bytes: number;
  readonly spans: Span[];
}

interface Span {
  first: number;
  last: number;
}

function isFree({ spans }: Room, { first, last }: Span): boolean {
  return spans.every((span) => span.last < first || last < span.first);
}

/** The room whose size is nearest among those that are free from the slot's first use to its last, or a new one. */
function roomFor(rooms: Room[], bytes: number, span: Span): number {
  const free = rooms.filter((room) => isFree(room, span));
  free.sort((left, right) => Math.abs(left.bytes - bytes) - Math.abs(right.bytes - bytes));
  const room = free[0] ?? { bytes, spans: [] };
  if (free.length === 0) rooms.push(room);
  room.bytes = Math.max(room.bytes, bytes);
  room.spans.push(span);
  return rooms.indexOf(room);
}

class Layouting {
  keptBytes = 0;
  readonly rooms: Room[] = [];

  /** In the plan's own storage if there is room, else undefined. */
  keep(bytes: number): SlotLayout | undefined {
    const aligned = align(bytes);
    if (bytes > numberBytes && (bytes > smallBytes || this.keptBytes + aligned > keptLimit)) return undefined;
    const place = this.keptBytes;
    this.keptBytes += aligned;
    return { home: 'kept', bytes, place };
  }

  work(bytes: number, span: Span): SlotLayout {
    return { home: 'working', bytes, place: roomFor(this.rooms, bytes, span) };
  }
}

/** `scratchBytes` says how much working storage a routine call needs. */
export function layOut(plan: Plan, scratchBytes: (call: RoutineCall) => number): Layout {
  const used = spansOf(plan);
  const resident = new Set(plan.outputs.filter(({ placement }) => placement === 'resident').map(({ slot }) => slot));
  const layouting = new Layouting();
  const slots = plan.slots.map(({ dtype, length }, s): SlotLayout => {
    const bytes = length * dtypes[dtype].bytes;
    const kept = layouting.keep(bytes);
    if (kept !== undefined) return kept;
    if (s < plan.inputs) return { home: 'given', bytes, place: 0 };
    if (resident.has(s) && bytes > smallBytes) return { home: 'result', bytes, place: 0 };
    return layouting.work(bytes, used[s] ?? { first: 0, last: plan.steps.length });
  });
  const scratch = new Map<RoutineCall, number>();
  plan.steps.forEach((step, s) => {
    for (const call of routinesOf(step)) {
      const bytes = scratchBytes(call);
      if (bytes === 0) continue;
      scratch.set(call, slots.length);
      slots.push(layouting.keep(bytes) ?? layouting.work(bytes, { first: s, last: s }));
    }
  });
  return { slots, keptBytes: layouting.keptBytes, rooms: layouting.rooms.map(({ bytes }) => bytes), scratch };
}
