import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The counts outlive a cached run: the root's `pnpm test` sums them over all packages.
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
});
