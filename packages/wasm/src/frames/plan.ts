// A plan's own piece of WebAssembly memory: the table of its slots' addresses, and a frame for each step. The storage of
// its small slots follows. assembly/frame.ts says what stands where.

import { type Copy, dtypes, type Loop, type Moving, type Plan, type Slot, type Step } from '@chainrule/core/backend';
import type { Layout } from '../layout.ts';
import { Image } from './image.ts';
import { kernelFrame } from './kernel.ts';
import { kinds } from './numbers.ts';
import { routineFrame } from './routine.ts';

const copyBytes = 36;

export interface PlanImage {
  readonly image: Image;
  /** Where the slots' addresses stand, from the start. */
  readonly slots: number;
}

class Writer {
  readonly image = new Image();
  private readonly slots: readonly Slot[];
  private readonly layout: Layout;

  constructor({ slots }: Plan, layout: Layout) {
    this.slots = slots;
    this.layout = layout;
  }

  /** Writes a list of steps at `at`, where there is room for it. */
  list(at: number, steps: readonly Step[]): void {
    const { image } = this;
    image.write(at, steps.length);
    steps.forEach((step, s) => {
      image.point(at + 4 + 4 * s, this.frame(step));
    });
  }

  private frame(step: Step): number {
    switch (step.step) {
      case 'kernel':
        return kernelFrame(this.image, step);
      case 'routine':
        return routineFrame(this.image, step, this.slots, this.layout.scratch.get(step));
      case 'loop':
        return this.loop(step);
    }
  }

  private loop({ count, start, before, steps, after }: Loop): number {
    const { image } = this;
    const frame = image.take(24);
    image.write(frame, count, kinds.loop);
    const list = image.take(4 + 4 * steps.length);
    image.point(frame + 8, list);
    [start, before, after].forEach((copies, c) => {
      image.point(frame + 12 + 4 * c, this.copies(copies));
    });
    this.list(list, steps);
    return frame;
  }

  private copies(copies: readonly Copy[]): number {
    const { image, slots } = this;
    const at = image.take(4 + copyBytes * copies.length);
    image.write(at, copies.length);
    copies.forEach(({ length, from, to }, c) => {
      const { bytes } = dtypes[(slots[from.slot] as Slot).dtype];
      const end = ({ slot, offset, advance }: Moving): number[] => [slot, offset * bytes, advance * bytes, 0];
      image.write(at + 4 + copyBytes * c, length * bytes, ...end(from), ...end(to));
    });
    return at;
  }
}

export function planImage(plan: Plan, layout: Layout): PlanImage {
  const writer = new Writer(plan, layout);
  const { image } = writer;
  const start = image.take(8 + 4 * plan.steps.length);
  const slots = image.take(4 * layout.slots.length);
  image.point(start, slots);
  writer.list(start + 4, plan.steps);
  return { image, slots };
}
