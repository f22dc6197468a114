// The front door of @chainrule/wasm: everything of @chainrule/core, with numbers computed by WebAssembly. Operations are
// core's own function objects; what places or computes numbers is bound to this backend and shadows core's.

import type {
  Arange,
  BackendStatus,
  Backprop,
  Compile,
  CustomGradient,
  Eye,
  Fill,
  Full,
  Grad,
  GradCheck,
  Hessian,
  Hvp,
  Jacobian,
  Jvp,
  Linspace,
  MakeTensor,
  Scan,
  ValueAndGrad,
  Vjp,
  Vmap,
} from '@chainrule/core';
import {
  arangeOn,
  backpropOn,
  compileOn,
  customGradientOn,
  eyeOn,
  fullOn,
  gradCheckOn,
  gradOn,
  hessianOn,
  hvpOn,
  jacobianOn,
  jvpOn,
  linspaceOn,
  onesOn,
  scanOn,
  tensorOn,
  valueAndGradOn,
  vjpOn,
  vmapOn,
  zerosOn,
} from '@chainrule/core/backend';
import { createWasmBackend, type WasmBackend } from './backend.ts';

export * from '@chainrule/core';

const wasmBackend: WasmBackend = /* @__PURE__ */ createWasmBackend();

/** The backend that this package computes on. Where it is not available, the reason says why. */
export const backend: BackendStatus = wasmBackend;

/** `tensor` of core, with the numbers placed in WebAssembly's memory. */
export const tensor: MakeTensor = /* @__PURE__ */ tensorOn(wasmBackend);

/** `zeros` of core, with the numbers placed in WebAssembly's memory. */
export const zeros: Fill = /* @__PURE__ */ zerosOn(wasmBackend);

/** `ones` of core, with the numbers placed in WebAssembly's memory. */
export const ones: Fill = /* @__PURE__ */ onesOn(wasmBackend);

/** `full` of core, with the numbers placed in WebAssembly's memory. */
export const full: Full = /* @__PURE__ */ fullOn(wasmBackend);

/** `arange` of core, with the numbers placed in WebAssembly's memory. */
export const arange: Arange = /* @__PURE__ */ arangeOn(wasmBackend);

/** `linspace` of core, with the numbers placed in WebAssembly's memory. */
export const linspace: Linspace = /* @__PURE__ */ linspaceOn(wasmBackend);

/** `eye` of core, with the numbers placed in WebAssembly's memory. */
export const eye: Eye = /* @__PURE__ */ eyeOn(wasmBackend);

/** `grad` of core, computed by WebAssembly. */
export const grad: Grad = /* @__PURE__ */ gradOn(wasmBackend);

/** `valueAndGrad` of core, computed by WebAssembly. */
export const valueAndGrad: ValueAndGrad = /* @__PURE__ */ valueAndGradOn(wasmBackend);

/** `jvp` of core, computed by WebAssembly. */
export const jvp: Jvp = /* @__PURE__ */ jvpOn(wasmBackend);

/** `vjp` of core, computed by WebAssembly. */
export const vjp: Vjp = /* @__PURE__ */ vjpOn(wasmBackend);

/** `jacobian` of core, computed by WebAssembly. */
export const jacobian: Jacobian = /* @__PURE__ */ jacobianOn(wasmBackend);

/** `hessian` of core, computed by WebAssembly. */
export const hessian: Hessian = /* @__PURE__ */ hessianOn(wasmBackend);

/** `hvp` of core, computed by WebAssembly. */
export const hvp: Hvp = /* @__PURE__ */ hvpOn(wasmBackend);

/** `scan` of core, computed by WebAssembly. */
export const scan: Scan = /* @__PURE__ */ scanOn(wasmBackend);

/** `customGradient` of core, computed by WebAssembly. */
export const customGradient: CustomGradient = /* @__PURE__ */ customGradientOn(wasmBackend);

/** `vmap` of core, computed by WebAssembly. */
export const vmap: Vmap = /* @__PURE__ */ vmapOn(wasmBackend);

/** `compile` of core, computed by WebAssembly; a function of few numbers stays in JavaScript, which is faster. */
export const compile: Compile = /* @__PURE__ */ compileOn(wasmBackend);

/** `backprop` of core, computed by WebAssembly. */
export const backprop: Backprop = /* @__PURE__ */ backpropOn(wasmBackend);

/** `gradCheck` of core, computed by WebAssembly. */
export const gradCheck: GradCheck = /* @__PURE__ */ gradCheckOn(wasmBackend);
