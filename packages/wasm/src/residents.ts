// Arrays that stay in WebAssembly's memory between runs. JavaScript's collector does not see how large they are, and
// finalizers run only between jobs, so a loop without a pause could pile up any amount of them: past a budget there is
// no room for more until some are freed, and new arrays begin in JavaScript's memory instead.

import type { Memory } from './memory.ts';

/** Storage of one array; its address is 0 once it was given back. */
export interface Resident {
  address: number;
  readonly bytes: number;
}

export class Residents {
  /** Bytes held now. */
  bytes = 0;
  private readonly memory: Memory;
  private readonly budget: number;
  private readonly registry: FinalizationRegistry<Resident>;

  constructor(memory: Memory, budget: number) {
    this.memory = memory;
    this.budget = budget;
    this.registry = new FinalizationRegistry((resident) => {
      this.release(resident);
    });
  }

  hasRoom(bytes: number): boolean {
    return this.bytes + bytes <= this.budget;
  }

  /** Takes storage over, to be given back when `owner` is collected, if not before. */
  adopt(owner: object, address: number, bytes: number): Resident {
    const resident = { address, bytes };
    this.bytes += bytes;
    this.registry.register(owner, resident, resident);
    return resident;
  }

  /** Gives the storage back; again does nothing. */
  release(resident: Resident): void {
    if (resident.address === 0) return;
    this.memory.release(resident.address);
    resident.address = 0;
    this.bytes -= resident.bytes;
    this.registry.unregister(resident);
  }
}
