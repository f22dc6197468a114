// The pieces of memory that prepared plans keep between runs. They are bounded in all: a plan that has not run for long
// loses its piece to newer ones and writes it anew when it runs again.

import type { Memory } from './memory.ts';

/** A plan's piece of memory; its address is 0 once it was taken away. */
export interface Arena {
  address: number;
  readonly bytes: number;
  /** Set by each run; a piece that was used since the last search for room is passed over once. */
  used: boolean;
}

export class Arenas {
  /** Bytes held now. */
  bytes = 0;
  private readonly memory: Memory;
  private readonly budget: number;
  private readonly arenas = new Set<Arena>();
  private readonly registry: FinalizationRegistry<Arena>;

  /** `budget`: bytes that all of them may take, unless a single one takes more. */
  constructor(memory: Memory, budget: number) {
    this.memory = memory;
    this.budget = budget;
    this.registry = new FinalizationRegistry((arena) => {
      this.release(arena);
    });
  }

  get count(): number {
    return this.arenas.size;
  }

  /** A piece for `owner`, given back when that is collected. */
  take(owner: object, bytes: number): Arena {
    this.makeRoom(bytes);
    const arena: Arena = { address: this.memory.allocate(bytes), bytes, used: true };
    this.arenas.add(arena);
    this.bytes += bytes;
    this.registry.register(owner, arena, arena);
    return arena;
  }

  private makeRoom(bytes: number): void {
    // A set is walked in the order of insertion, entries added on the way included: each one is met at most twice.
    for (const arena of this.arenas) {
      if (this.bytes + bytes <= this.budget) return;
      if (arena.used) {
        arena.used = false;
        this.arenas.delete(arena);
        this.arenas.add(arena);
      } else {
        this.release(arena);
      }
    }
  }

  private release(arena: Arena): void {
    if (arena.address === 0) return;
    this.memory.release(arena.address);
    arena.address = 0;
    this.bytes -= arena.bytes;
    this.arenas.delete(arena);
    this.registry.unregister(arena);
  }
}
