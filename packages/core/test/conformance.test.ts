// The TypeScript backend, generated and interpreted, against the reference executor.

import { afterAll, beforeAll, describe, test } from 'vitest';
import * as core from '../src/index.ts';
import { conformance } from '../src/testing.ts';

describe('the TypeScript backend with generated kernels agrees with the reference, bit for bit', () => {
  test.each(conformance)('$name', ({ run }) => {
    run(core);
  });
});

describe('the TypeScript backend with interpreted kernels agrees with the reference, bit for bit', () => {
  beforeAll(() => {
    core.configure({ generate: false });
  });
  afterAll(() => {
    core.configure({ generate: true });
  });
  test.each(conformance)('$name', ({ run }) => {
    run(core);
  });
});
