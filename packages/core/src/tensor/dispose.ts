/// <reference lib="esnext.disposable" preserve="true" />
// `Symbol.dispose` where the platform has it, else a registered stand-in that `using` polyfills agree on.

/** The key under which `using` looks for the clean-up. */
export const disposeSymbol: typeof Symbol.dispose = /* @__PURE__ */ (() =>
  Symbol.dispose ?? Symbol.for('Symbol.dispose'))() as typeof Symbol.dispose;
