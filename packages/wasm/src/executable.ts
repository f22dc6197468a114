// A plan made ready to run: brings the inputs to where kernels read them, runs all steps in one go, and brings the
// outputs to where the plan wants them.

import {
  BackendError,
  dtypes,
  type Executable,
  type Input,
  type Kernel,
  type Output,
  type Plan,
  type RoutineCall,
  type Slot,
  type TypedArray,
} from '@chainrule/core/backend';
import type { Arena } from './arenas.ts';
import { smallBytes, WasmBuffer } from './buffer.ts';
import { routineNumbers } from './frames/numbers.ts';
import { type PlanImage, planImage } from './frames/plan.ts';
import { ownSizesOf } from './frames/routine.ts';
import { type Layout, layOut, type SlotLayout } from './layout.ts';
import type { Machine } from './machine.ts';
import { kernelsOf } from './steps.ts';

/** Bytes of working storage that a routine call needs. */
function scratchBytes({ core }: Machine, call: RoutineCall): number {
  const [first = 0, second = 0, third = 0] = ownSizesOf(call);
  return core.scratchBytes(routineNumbers[call.routine], dtypes[call.dtype].bytes, first, second, third);
}

export class WasmExecutable implements Executable {
  private readonly machine: Machine;
  private readonly plan: Plan;
  private readonly layout: Layout;
  private readonly image: PlanImage;
  private readonly kernels: readonly Kernel[];
  /** Where the small slots begin in the plan's piece of memory. */
  private readonly kept: number;
  /** Slots whose storage is new in each run. */
  private readonly results: readonly number[];
  private arena: Arena | undefined;
  private epoch = -1;
  /** Where each slot is, as the plan's piece of memory has it; 0 before it was first written. */
  private readonly addresses: number[];
  /** Whether rows that point into the slots must be worked out anew. */
  private moved = true;
  /** Storage of this run alone. */
  private readonly temporary: number[] = [];

  constructor(machine: Machine, plan: Plan) {
    this.machine = machine;
    this.plan = plan;
    this.layout = layOut(plan, (call) => scratchBytes(machine, call));
    this.kernels = kernelsOf(plan.steps);
    this.image = planImage(plan, this.layout);
    this.kept = this.image.image.bytes;
    this.results = this.layout.slots.flatMap(({ home }, slot) => (home === 'result' ? [slot] : []));
    this.addresses = this.layout.slots.map(() => 0);
    this.ready();
  }

  run(inputs: readonly Input[]): Output[] {
    const { plan, layout, machine } = this;
    if (inputs.length !== plan.inputs) {
      throw new BackendError(`the plan takes ${plan.inputs} inputs, got ${inputs.length}`);
    }
    const arena = this.ready();
    try {
      for (let i = 0; i < inputs.length; i++) this.enter(i, inputs[i] as Input);
      if (layout.rooms.length > 0) this.placeWorking();
      if (this.results.length > 0) this.placeResults();
      const { moved } = this;
      this.moved = true;
      machine.core.run(arena.address, moved ? 1 : 0);
      this.moved = false;
      return this.deliver();
    } finally {
      if (this.temporary.length > 0) this.releaseTemporary();
    }
  }

  /** The plan's piece of memory, written anew if it was taken away or if kernels were dropped. */
  private ready(): Arena {
    const { machine, image, kernels, kept, layout, addresses } = this;
    const { arena } = this;
    if (arena !== undefined && arena.address !== 0 && this.epoch === machine.kernels.epoch) {
      arena.used = true;
      return arena;
    }
    const entries = machine.kernels.resolve(kernels);
    const fresh =
      arena !== undefined && arena.address !== 0 ? arena : machine.arenas.take(this, kept + layout.keptBytes);
    this.arena = fresh;
    this.epoch = machine.kernels.epoch;
    image.image.copyTo(machine.memory, fresh.address, entries);
    addresses.fill(0);
    this.moved = true;
    layout.slots.forEach(({ home, place }, slot) => {
      if (home === 'kept') this.place(slot, fresh.address + kept + place);
    });
    return fresh;
  }

  private allocate(bytes: number): number {
    const address = this.machine.memory.allocate(bytes);
    this.temporary.push(address);
    return address;
  }

  /** Says where a slot is from now on. */
  private place(slot: number, address: number): void {
    if (this.addresses[slot] === address) return;
    this.addresses[slot] = address;
    this.machine.memory.u32[(((this.arena?.address ?? 0) + this.image.slots) >>> 2) + slot] = address;
    this.moved = true;
  }

  private placeWorking(): void {
    const rooms = this.layout.rooms.map((bytes) => this.allocate(bytes));
    this.layout.slots.forEach(({ home, place }, slot) => {
      if (home === 'working') this.place(slot, rooms[place] as number);
    });
  }

  private placeResults(): void {
    for (const slot of this.results) this.place(slot, this.allocate((this.layout.slots[slot] as SlotLayout).bytes));
  }

  private releaseTemporary(): void {
    for (const address of this.temporary) this.machine.memory.release(address);
    this.temporary.length = 0;
  }

  /** Brings an input to where the kernels read it. */
  private enter(slot: number, input: Input): void {
    const { memory } = this.machine;
    if (typeof input === 'number') {
      this.keep(slot);
      memory.writeNumber(this.addresses[slot] as number, input, (this.plan.slots[slot] as Slot).dtype);
    } else if (input instanceof WasmBuffer && input.backend === this.machine.backend) {
      const address = input.address();
      if (address === 0) this.copyIn(slot, input.elements());
      else if (this.fits(slot, input.length)) this.place(slot, address);
    } else {
      this.copyIn(slot, ArrayBuffer.isView(input) ? input : input.read());
    }
  }

  private fits(slot: number, length: number): boolean {
    const expected = this.plan.slots[slot]?.length;
    if (length === expected) return true;
    throw new BackendError(`input ${slot} of the plan has ${expected} elements, got ${length}`);
  }

  /** Points a small slot to its own storage, where an earlier run may have put a caller's. */
  private keep(slot: number): void {
    this.place(slot, (this.arena?.address ?? 0) + this.kept + (this.layout.slots[slot] as SlotLayout).place);
  }

  private copyIn(slot: number, data: TypedArray): void {
    this.fits(slot, data.length);
    const { home, bytes } = this.layout.slots[slot] as SlotLayout;
    if (home === 'kept') this.keep(slot);
    else this.place(slot, this.allocate(bytes));
    this.machine.memory.write(this.addresses[slot] as number, data, (this.plan.slots[slot] as Slot).dtype);
  }

  private deliver(): Output[] {
    const { plan, addresses, machine } = this;
    const { outputs } = plan;
    const delivered = new Array<Output>(outputs.length);
    for (let o = 0; o < outputs.length; o++) {
      const { slot, placement } = outputs[o] as Plan['outputs'][number];
      const { dtype, length } = plan.slots[slot] as Plan['slots'][number];
      const address = addresses[slot] as number;
      if (placement === 'number') delivered[o] = machine.memory.readNumber(address, dtype);
      else if (placement === 'host') delivered[o] = machine.memory.read(address, length, dtype);
      else delivered[o] = this.resident(slot);
    }
    return delivered;
  }

  /** An output as a buffer: its own storage if it has some and there is room for it, else a copy in JavaScript's memory. */
  private resident(slot: number): WasmBuffer {
    const { machine, temporary } = this;
    const { dtype, length } = this.plan.slots[slot] as Plan['slots'][number];
    const { home, bytes } = this.layout.slots[slot] as Layout['slots'][number];
    const address = this.addresses[slot] as number;
    const owned = home === 'result' ? temporary.indexOf(address) : -1;
    if (owned >= 0 && bytes > smallBytes && machine.residents.hasRoom(bytes)) {
      temporary.splice(owned, 1);
      return new WasmBuffer(machine, dtype, length, address);
    }
    return new WasmBuffer(machine, dtype, length, machine.memory.read(address, length, dtype));
  }
}
