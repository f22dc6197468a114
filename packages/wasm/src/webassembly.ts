// The part of JavaScript's WebAssembly interface that this package uses. Declared here because TypeScript knows it only
// with the DOM's types, which nobody who imports the package should need.

export interface WasmMemory {
  /** Replaced when the memory grows. */
  readonly buffer: ArrayBuffer;
}

export interface WasmTable {
  readonly length: number;
  grow(entries: number): number;
  set(index: number, value: unknown): void;
}

export interface WasmExports {
  readonly [name: string]: unknown;
}

interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly [module: string]: WasmExports },
  ) => { readonly exports: WasmExports };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

/** WebAssembly, where there is any. */
export function webAssembly(): WebAssemblyInterface | undefined {
  return Reflect.get(globalThis, 'WebAssembly') as WebAssemblyInterface | undefined;
}

/** Compiles and instantiates at once. Throws what WebAssembly throws. */
export function instantiate(
  wasm: WebAssemblyInterface,
  bytes: Uint8Array<ArrayBuffer>,
  imports: { readonly [module: string]: WasmExports },
): WasmExports {
  return new wasm.Instance(new wasm.Module(bytes), imports).exports;
}
