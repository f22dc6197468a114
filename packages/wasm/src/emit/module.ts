// A WebAssembly module of kernels, as bytes: it imports the memory and what its kernels call, and exports kernel i under
// the name `i`.

import type { Kernel } from '@chainrule/core/backend';
import type { WasmExports } from '../webassembly.ts';
import { Bytes } from './bytes.ts';
import { type Import, Imports } from './imports.ts';
import { type Strategy, strategyFor } from './kernel.ts';
import { types } from './opcodes.ts';
import { emitScalar } from './scalar-loop.ts';
import { emitVector } from './vector-loop.ts';

/** The import module that memory and functions come from. */
export const importModule = 'core';

const signatures: readonly { readonly params: readonly number[]; readonly results: readonly number[] }[] = [
  { params: [types.i32, types.i32, types.i32, types.i32], results: [] },
  { params: [types.f64], results: [types.f64] },
  { params: [types.f64, types.f64], results: [types.f64] },
  { params: [types.v128], results: [types.v128] },
  { params: [types.v128, types.v128], results: [types.v128] },
];

const kernelSignature = 0;

function signatureOf({ arity, inLanes }: Import): number {
  return arity + (inLanes ? 2 : 0);
}

function section(module: Bytes, id: number, content: Bytes): void {
  module.byte(id);
  module.sized(content);
}

function typeSection(): Bytes {
  const section = new Bytes();
  section.unsigned(signatures.length);
  for (const { params, results } of signatures) {
    section.byte(0x60);
    for (const list of [params, results]) {
      section.unsigned(list.length);
      section.bytes(list);
    }
  }
  return section;
}

function importSection(called: readonly Import[]): Bytes {
  const section = new Bytes();
  section.unsigned(called.length + 1);
  section.name(importModule);
  section.name('memory');
  // A memory of at least no pages.
  section.bytes([0x02, 0x00, 0x00]);
  for (const each of called) {
    section.name(importModule);
    section.name(each.name);
    section.byte(0x00);
    section.unsigned(signatureOf(each));
  }
  return section;
}

function emitKernel(kernel: Kernel, { lanes, blocks }: Strategy, imports: Imports): Bytes {
  const code = lanes === undefined ? emitScalar(kernel, imports) : emitVector(kernel, lanes, blocks, imports);
  return code.finish();
}

/** The bytes of a module with one function for each kernel; `available` is what it may import. */
export function emitModule(kernels: readonly Kernel[], available: WasmExports): Uint8Array<ArrayBuffer> {
  const strategies = kernels.map(strategyFor);
  const imports = new Imports(available);
  kernels.forEach((kernel, k) => {
    imports.collect(kernel, strategies[k]?.lanes !== undefined);
  });
  const called = imports.list;

  const functions = new Bytes();
  const exports = new Bytes();
  const bodies = new Bytes();
  for (const list of [functions, exports, bodies]) list.unsigned(kernels.length);
  kernels.forEach((kernel, k) => {
    functions.unsigned(kernelSignature);
    exports.name(String(k));
    exports.byte(0x00);
    exports.unsigned(called.length + k);
    bodies.sized(emitKernel(kernel, strategies[k] ?? strategyFor(kernel), imports));
  });

  const module = new Bytes();
  module.bytes([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);
  section(module, 1, typeSection());
  section(module, 2, importSection(called));
  section(module, 3, functions);
  section(module, 7, exports);
  section(module, 10, bodies);
  return module.toTypedArray();
}
