// Builds the page: dist/browser.

import { defineConfig } from 'vite';

// With these a page is isolated, and its clock is as fine as it gets.
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };

export default defineConfig({
  base: './',
  logLevel: 'warn',
  build: { outDir: 'dist/browser', target: 'es2022', chunkSizeWarningLimit: 2000 },
  worker: { format: 'es' },
  server: { headers },
  preview: { headers },
});
