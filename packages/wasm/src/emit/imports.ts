// What an emitted module takes from the AssemblyScript module beside the memory: the elementary functions that its
// kernels call, on one number or on two f64 lanes at a time where the module has such a version.

import { BackendError, type Elementary, type Kernel } from '@chainrule/core/backend';
import type { WasmExports } from '../webassembly.ts';

/** An elementary function as kernels call it. */
export interface Import {
  /** Name of the export. */
  readonly name: string;
  /** Index in the function index space of the emitted module. */
  readonly index: number;
  readonly arity: 1 | 2;
  readonly inLanes: boolean;
}

export class Imports {
  private readonly available: WasmExports;
  private readonly found = new Map<string, Import>();

  /** `available`: what the AssemblyScript module exports. */
  constructor(available: WasmExports) {
    this.available = available;
  }

  get list(): readonly Import[] {
    return [...this.found.values()];
  }

  /** Adds what a kernel calls. */
  collect(kernel: Kernel, inLanes: boolean): void {
    for (const { op } of kernel.body) if (typeof op === 'object') this.add(op, inLanes);
  }

  private add({ name, arity }: Elementary, inLanes: boolean): void {
    const lanes = `${name}Lanes`;
    const called = inLanes && lanes in this.available ? lanes : name;
    if (this.found.has(called)) return;
    if (typeof this.available[called] !== 'function') {
      throw new BackendError(
        `the WebAssembly module has no elementary function ${name}; build @chainrule/wasm anew, or use @chainrule/core`,
      );
    }
    this.found.set(called, { name: called, index: this.found.size, arity, inLanes: called === lanes });
  }

  /** The function that an instruction calls on one number at a time. */
  scalar({ name }: Elementary): number {
    const found = this.found.get(name);
    if (found === undefined) throw new RangeError(`the module does not import ${name}`);
    return found.index;
  }

  /** The function that an instruction calls on lanes, if there is one. */
  lanes({ name }: Elementary): number | undefined {
    return this.found.get(`${name}Lanes`)?.index;
  }
}
