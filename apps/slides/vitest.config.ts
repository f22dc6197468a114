import { availableParallelism } from 'node:os';
import { mergeConfig, type ViteUserConfig } from 'vitest/config';
import common from '../../.ci/vitest.ts';

// The longest of the suites: once the others are over, no core rests.
const config: ViteUserConfig = mergeConfig(common, { test: { maxWorkers: availableParallelism() } });

export default config;
