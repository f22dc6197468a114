// Where the slots of a plan have their storage.
//
//   kept        small ones, in the plan's own piece of memory, for as long as the plan is prepared
//   given       inputs that are too large for that: wherever the caller's numbers are, or a copy for one run
//   result      outputs that stay in WebAssembly's memory: new storage in each run
//   working     the other large ones: parts of one piece of memory for one run, shared by slots that are not in use at
//               the same time

import { dtypes, type KernelCall, type Plan } from '@chainrule/core/backend';
import { smallBytes } from './buffer.ts';

export type Home = 'kept' | 'given' | 'result' | 'working';

export interface SlotLayout {
  readonly home: Home;
  readonly bytes: number;
  /** Distance from the start of the kept or the working storage; 0 for the others. */
  readonly offset: number;
}

export interface Layout {
  readonly slots: readonly SlotLayout[];
  readonly keptBytes: number;
  readonly workingBytes: number;
}

/** Bytes of small slots that one plan keeps; numbers are kept in any case. */
const keptLimit = 65536;
const numberBytes = 8;

export function align(bytes: number): number {
  return Math.ceil(bytes / 16) * 16;
}

/** First and last call that uses each slot. */
function spans({ calls, outputs, slots }: Plan): readonly { first: number; last: number }[] {
  const found = slots.map(() => ({ first: calls.length, last: -1 }));
  const use = (slot: number, call: number): void => {
    const span = found[slot];
    if (span === undefined) throw new RangeError(`the plan has no slot ${slot}`);
    span.first = Math.min(span.first, call);
    span.last = Math.max(span.last, call);
  };
  calls.forEach(({ loads, stores, sums }: KernelCall, c) => {
    for (const { slot } of [...loads, ...stores, ...sums]) use(slot, c);
  });
  for (const { slot } of outputs) use(slot, calls.length);
  return found;
}

export function layOut(plan: Plan): Layout {
  const used = spans(plan);
  const resident = new Set(plan.outputs.filter(({ placement }) => placement === 'resident').map(({ slot }) => slot));
  const working: { readonly first: number; readonly last: number; readonly start: number; readonly end: number }[] = [];
  let keptBytes = 0;
  let workingBytes = 0;
  const slots = plan.slots.map(({ dtype, length }, s): SlotLayout => {
    const bytes = length * dtypes[dtype].bytes;
    const room = align(bytes);
    if (bytes <= numberBytes || (bytes <= smallBytes && keptBytes + room <= keptLimit)) {
      const offset = keptBytes;
      keptBytes += room;
      return { home: 'kept', bytes, offset };
    }
    if (s < plan.inputs) return { home: 'given', bytes, offset: 0 };
    if (resident.has(s) && bytes > smallBytes) return { home: 'result', bytes, offset: 0 };
    // The lowest place that is free from the slot's first use to its last.
    const { first, last } = used[s] ?? { first: 0, last: plan.calls.length };
    const neighbours = working
      .filter((other) => other.first <= last && first <= other.last)
      .sort((left, right) => left.start - right.start);
    let start = 0;
    for (const other of neighbours) {
      if (start + room <= other.start) break;
      start = Math.max(start, other.end);
    }
    working.push({ first, last, start, end: start + room });
    workingBytes = Math.max(workingBytes, start + room);
    return { home: 'working', bytes, offset: start };
  });
  return { slots, keptBytes, workingBytes };
}
