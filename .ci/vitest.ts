/** What every package's suite has in common; each package's `vitest.config.ts` re-exports it. */

import type { ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = {
  test: {
    include: ['test/**/*.test.ts'],
    // A limit against a hang, not a measure: a busy machine must not decide what passes.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 60_000 } },
    // The counts outlive a cached run: `pnpm test` sums them over all packages.
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
    // Of a package's own sources, by its own tests: `pnpm coverage`. CONTRIBUTING.md says what is left out.
    coverage: {
      include: ['src/**'],
      exclude: ['src/generated/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 95, branches: 95 },
    },
  },
};

export default config;
