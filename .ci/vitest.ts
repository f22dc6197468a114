/** What every package's suite has in common; each package's `vitest.config.ts` re-exports it. */

import type { ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = {
  test: {
    include: ['test/**/*.test.ts'],
    // The counts outlive a cached run: `pnpm test` sums them over all packages.
    reporters: ['default', ['json', { outputFile: 'test-results.json' }]],
  },
};

export default config;
