// All that runs plans: the AssemblyScript module with its memory, compiled kernels, and what lives in the memory.

import type { Backend } from '@chainrule/core/backend';
import { Arenas } from './arenas.ts';
import type { Core } from './core.ts';
import { Kernels } from './kernels.ts';
import { Memory } from './memory.ts';
import { Residents } from './residents.ts';

/** How much may pile up. */
export interface Limits {
  /** Bytes of arrays that stay in WebAssembly's memory between runs. */
  readonly residentBytes: number;
  /** Bytes that prepared plans keep. */
  readonly planBytes: number;
  /** Compiled kernels. */
  readonly kernels: number;
}

export const defaultLimits: Limits = { residentBytes: 2 ** 28, planBytes: 2 ** 24, kernels: 1024 };

export class Machine {
  readonly backend: Backend;
  readonly core: Core;
  readonly memory: Memory;
  readonly kernels: Kernels;
  readonly residents: Residents;
  readonly arenas: Arenas;

  constructor(backend: Backend, core: Core, limits: Limits) {
    this.backend = backend;
    this.core = core;
    this.memory = new Memory(core);
    this.kernels = new Kernels(core, limits.kernels);
    this.residents = new Residents(this.memory, limits.residentBytes);
    this.arenas = new Arenas(this.memory, limits.planBytes);
  }
}
