// The front door of @chainrule/wasm: everything of @chainrule/core, with numbers computed by WebAssembly. Operations are
// core's own function objects; what places or computes numbers is bound to this backend and shadows core's.

import type { BackendStatus, Backprop, Compile, Grad, MakeTensor, ValueAndGrad, Vmap } from '@chainrule/core';
import { backpropOn, compileOn, gradOn, tensorOn, valueAndGradOn, vmapOn } from '@chainrule/core/backend';
import { createWasmBackend, type WasmBackend } from './backend.ts';

export * from '@chainrule/core';

const wasmBackend: WasmBackend = /* @__PURE__ */ createWasmBackend();

/** The backend that this package computes on. Where it is not available, the reason says why. */
export const backend: BackendStatus = wasmBackend;

/** `tensor` of core, with the numbers placed in WebAssembly's memory. */
export const tensor: MakeTensor = /* @__PURE__ */ tensorOn(wasmBackend);

/** `grad` of core, computed by WebAssembly. */
export const grad: Grad = /* @__PURE__ */ gradOn(wasmBackend);

/** `valueAndGrad` of core, computed by WebAssembly. */
export const valueAndGrad: ValueAndGrad = /* @__PURE__ */ valueAndGradOn(wasmBackend);

/** `vmap` of core, computed by WebAssembly. */
export const vmap: Vmap = /* @__PURE__ */ vmapOn(wasmBackend);

/** `compile` of core, computed by WebAssembly. */
export const compile: Compile = /* @__PURE__ */ compileOn(wasmBackend);

/** `backprop` of core, computed by WebAssembly. */
export const backprop: Backprop = /* @__PURE__ */ backpropOn(wasmBackend);
