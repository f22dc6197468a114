// The AssemblyScript module, decoded from the text that the build embeds and instantiated once for each backend.

import { assembly } from './generated/assembly.ts';
import { instantiate, type WasmExports, type WasmMemory, type WasmTable, webAssembly } from './webassembly.ts';

/** What assembly/index.ts exports. */
export interface Core {
  readonly memory: WasmMemory;
  readonly table: WasmTable;
  readonly allocate: (bytes: number) => number;
  readonly release: (address: number) => void;
  readonly run: (plan: number, moved: number) => void;
  /** Bytes of working storage for a routine, by number, of these own sizes on numbers of `width` bytes. */
  readonly scratchBytes: (routine: number, width: number, first: number, second: number, third: number) => number;
  /** All of it, for emitted modules to import from. */
  readonly exports: WasmExports;
}

/** Either the module, or a sentence that says why it cannot be had here. */
export type CoreOrReason = { readonly core: Core } | { readonly reason: string };

const instead = 'the same functions run without it from @chainrule/core';

type Bytes = Uint8Array<ArrayBuffer>;

/** What platforms offer for base64, if anything. A loop over the characters is most of the time it takes to start. */
interface Decoders {
  readonly Uint8Array: { readonly fromBase64?: (text: string) => Bytes };
  readonly Buffer?: { readonly from: (text: string, encoding: 'base64') => Bytes };
  readonly atob: (text: string) => string;
}

function decode(base64: string): Bytes {
  const platform = globalThis as unknown as Decoders;
  if (platform.Uint8Array.fromBase64 !== undefined) return platform.Uint8Array.fromBase64(base64);
  if (platform.Buffer !== undefined) return platform.Buffer.from(base64, 'base64');
  const binary = platform.atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Never throws. */
export function openCore(): CoreOrReason {
  const wasm = webAssembly();
  if (typeof wasm !== 'object' || wasm === null) return { reason: `there is no WebAssembly here; ${instead}` };
  try {
    const bytes = decode(assembly);
    try {
      const exports = instantiate(wasm, bytes, {});
      return { core: { ...(exports as Omit<Core, 'exports'> & WasmExports), exports } };
    } catch (error) {
      if (!wasm.validate(bytes)) return { reason: `WebAssembly has no 128-bit SIMD here; ${instead}` };
      throw error;
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      reason: `WebAssembly does not start here (${message}); a Content-Security-Policy must allow 'wasm-unsafe-eval'; ${instead}`,
    };
  }
}
