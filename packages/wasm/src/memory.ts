// WebAssembly's memory: storage by address, and views that follow it when it grows. Only this package sees either.

import { BackendError, type DType, dtypes, type TypedArray } from '@chainrule/core/backend';
import type { Core } from './core.ts';

/** The largest piece of storage that the allocator can give, in bytes. */
const largest = 2 ** 30 - 16;

export class Memory {
  f64!: Float64Array<ArrayBuffer>;
  f32!: Float32Array<ArrayBuffer>;
  i32!: Int32Array<ArrayBuffer>;
  u8!: Uint8Array<ArrayBuffer>;
  u32!: Uint32Array<ArrayBuffer>;
  private readonly core: Core;

  constructor(core: Core) {
    this.core = core;
    this.refresh();
  }

  private refresh(): void {
    const { buffer } = this.core.memory;
    this.f64 = new Float64Array(buffer);
    this.f32 = new Float32Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.u32 = new Uint32Array(buffer);
  }

  /** Bytes that the memory takes from the system. */
  get size(): number {
    return this.u8.length;
  }

  /**
   * Storage at a multiple of 16, to be released. Every view may be replaced. Throws a {@link BackendError} when there is
   * not as much to be had; what was there before stays as it is.
   */
  allocate(bytes: number): number {
    if (bytes > largest) {
      throw new BackendError(
        `expected arrays below 1 GiB, the most that WebAssembly storage gives in one piece, got ${bytes} bytes; ` +
          'use smaller arrays, or @chainrule/core',
      );
    }
    let address: number;
    try {
      address = this.core.allocate(bytes) >>> 0;
    } catch {
      throw new BackendError(
        `WebAssembly memory cannot grow by ${bytes} bytes beyond its ${this.size}; ` +
          'dispose of tensors that are no longer needed, use smaller arrays, or @chainrule/core',
      );
    } finally {
      // Growing detaches the old buffer, which leaves its views without elements.
      if (this.u8.length === 0) this.refresh();
    }
    return address;
  }

  release(address: number): void {
    this.core.release(address);
  }

  /** Copies numbers in. */
  write(address: number, data: TypedArray, dtype: DType): void {
    const view = dtype === 'f64' ? this.f64 : dtype === 'f32' ? this.f32 : dtype === 'i32' ? this.i32 : this.u8;
    const start = dtype === 'f64' ? address >>> 3 : dtype === 'bool' ? address : address >>> 2;
    if (data.length > 32) {
      view.set(data, start);
      return;
    }
    for (let i = 0; i < data.length; i++) view[start + i] = data[i] as number;
  }

  /** Writes one number. */
  writeNumber(address: number, value: number, dtype: DType): void {
    if (dtype === 'f64') this.f64[address >>> 3] = value;
    else if (dtype === 'f32') this.f32[address >>> 2] = value;
    else if (dtype === 'i32') this.i32[address >>> 2] = dtypes.i32.round(value);
    else this.u8[address] = value === 0 ? 0 : 1;
  }

  /** A copy of `length` numbers. */
  read(address: number, length: number, dtype: DType): TypedArray {
    if (dtype === 'f64') return this.f64.slice(address >>> 3, (address >>> 3) + length);
    if (dtype === 'bool') return this.u8.slice(address, address + length);
    return (dtype === 'f32' ? this.f32 : this.i32).slice(address >>> 2, (address >>> 2) + length);
  }

  readNumber(address: number, dtype: DType): number {
    if (dtype === 'f64') return this.f64[address >>> 3] as number;
    if (dtype === 'bool') return this.u8[address] as number;
    return (dtype === 'f32' ? this.f32 : this.i32)[address >>> 2] as number;
  }
}
