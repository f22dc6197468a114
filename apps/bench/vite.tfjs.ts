// Builds `src/runners/tfjs/bundle.ts` for Node: dist/tfjs.cjs. CommonJS, as the WebAssembly backend's loader needs.

import { defineConfig } from 'vite';

export default defineConfig({
  logLevel: 'warn',
  ssr: { noExternal: true, resolve: { mainFields: ['module', 'main'], conditions: ['import'] } },
  build: {
    ssr: 'src/runners/tfjs/bundle.ts',
    outDir: 'dist',
    emptyOutDir: false,
    target: 'node22',
    rolldownOptions: { output: { format: 'cjs', entryFileNames: 'tfjs.cjs', codeSplitting: false } },
  },
});
