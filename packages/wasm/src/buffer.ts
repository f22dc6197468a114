// Arrays of this backend: in WebAssembly's memory if they are large and there is room, else in JavaScript's. Small ones
// are quicker to copy for each run than to register for collection.

import { type Backend, BackendError, type Buffer, type DType, dtypes, type TypedArray } from '@chainrule/core/backend';
import type { Memory } from './memory.ts';
import type { Resident, Residents } from './residents.ts';

/** Arrays up to this many bytes stay in JavaScript's memory. */
export const smallBytes = 4096;

/** What buffers need of their backend. */
export interface Home {
  readonly backend: Backend;
  readonly memory: Memory;
  readonly residents: Residents;
}

export class WasmBuffer implements Buffer {
  readonly dtype: DType;
  readonly length: number;
  private readonly home: Home;
  private resident: Resident | undefined;
  private data: TypedArray | undefined;

  /** Takes over either numbers that nobody else writes to, or the address of storage. */
  constructor(home: Home, dtype: DType, length: number, from: TypedArray | number) {
    this.home = home;
    this.dtype = dtype;
    this.length = length;
    if (typeof from === 'number') this.resident = home.residents.adopt(this, from, this.bytes);
    else this.data = from;
  }

  get backend(): Backend {
    return this.home.backend;
  }

  private get bytes(): number {
    return this.length * dtypes[this.dtype].bytes;
  }

  /** Whether the numbers are in WebAssembly's memory. */
  get isResident(): boolean {
    return this.resident !== undefined;
  }

  /** Address of the numbers; 0 if they are in JavaScript's memory, where {@link elements} has them. */
  address(): number {
    if (this.resident !== undefined) return this.resident.address;
    if (this.elements().byteLength > smallBytes) this.moveIn();
    return this.resident === undefined ? 0 : (this.resident as Resident).address;
  }

  /** The numbers, if they are in JavaScript's memory; they are only read. */
  elements(): TypedArray {
    if (this.data !== undefined) return this.data;
    throw new BackendError('this tensor was disposed; use it before dispose() or the end of its `using` scope');
  }

  /** Moves the numbers to WebAssembly's memory if there is room. */
  moveIn(): void {
    const { memory, residents } = this.home;
    if (this.data === undefined || !residents.hasRoom(this.bytes)) return;
    const address = memory.allocate(this.bytes);
    memory.write(address, this.data, this.dtype);
    this.resident = residents.adopt(this, address, this.bytes);
    this.data = undefined;
  }

  read(): TypedArray {
    return this.resident === undefined
      ? this.elements().slice()
      : this.home.memory.read(this.resident.address, this.length, this.dtype);
  }

  at(index: number): number {
    if (!Number.isInteger(index) || index < 0 || index >= this.length) {
      throw new RangeError(`element ${index} of ${this.length}`);
    }
    return this.resident === undefined
      ? (this.elements()[index] ?? Number.NaN)
      : this.home.memory.readNumber(this.resident.address + index * dtypes[this.dtype].bytes, this.dtype);
  }

  free(): void {
    if (this.resident !== undefined) this.home.residents.release(this.resident);
    this.resident = undefined;
    this.data = undefined;
  }
}

/** A copy of numbers on the backend. */
export function place(home: Home, data: TypedArray, dtype: DType): WasmBuffer {
  const bytes = data.length * dtypes[dtype].bytes;
  if (bytes <= smallBytes || !home.residents.hasRoom(bytes))
    return new WasmBuffer(home, dtype, data.length, data.slice());
  const address = home.memory.allocate(bytes);
  home.memory.write(address, data, dtype);
  return new WasmBuffer(home, dtype, data.length, address);
}
