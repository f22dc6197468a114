// The WebAssembly backend. Nothing happens before its first use; then the AssemblyScript module starts, at once.

import {
  type Backend,
  BackendError,
  type Buffer,
  dtypeOf,
  type Executable,
  type Plan,
  type TypedArray,
} from '@chainrule/core/backend';
import { place } from './buffer.ts';
import { openCore } from './core.ts';
import { WasmExecutable } from './executable.ts';
import { defaultLimits, type Limits, Machine } from './machine.ts';

/** What a backend holds now. */
export interface Usage {
  /** Bytes that its memory takes from the system; it never shrinks. */
  readonly memoryBytes: number;
  /** Bytes of arrays in that memory. */
  readonly residentBytes: number;
  /** Bytes that prepared plans keep in it. */
  readonly planBytes: number;
  /** Compiled kernels. */
  readonly kernels: number;
}

class WasmBackend implements Backend {
  readonly name = 'wasm';
  private readonly limits: Limits;
  private opened: Machine | string | undefined;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  get available(): boolean {
    return typeof this.open() !== 'string';
  }

  get reason(): string | undefined {
    const opened = this.open();
    return typeof opened === 'string' ? opened : undefined;
  }

  place(data: TypedArray): Buffer {
    const dtype = dtypeOf(data);
    if (dtype === undefined) {
      throw new BackendError(
        'expected a Float64Array, Float32Array, Int32Array or Uint8Array to place; convert the data to one',
      );
    }
    return place(this.machine(), data, dtype);
  }

  prepare(plan: Plan): Executable {
    return new WasmExecutable(this.machine(), plan);
  }

  usage(): Usage {
    const { memory, residents, arenas, kernels } = this.machine();
    return {
      memoryBytes: memory.size,
      residentBytes: residents.bytes,
      planBytes: arenas.bytes,
      kernels: kernels.count,
    };
  }

  private open(): Machine | string {
    if (this.opened === undefined) {
      const opened = openCore();
      this.opened = 'core' in opened ? new Machine(this, opened.core, this.limits) : opened.reason;
    }
    return this.opened;
  }

  private machine(): Machine {
    const opened = this.open();
    if (typeof opened === 'string') throw new BackendError(`the WebAssembly backend is not available: ${opened}`);
    return opened;
  }
}

export type { Limits, WasmBackend };

/** A WebAssembly backend with a memory of its own. `limits` bound what piles up in it; each has a default. */
export function createWasmBackend(limits: Partial<Limits> = {}): WasmBackend {
  return new WasmBackend({ ...defaultLimits, ...limits });
}
