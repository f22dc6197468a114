// The TypeScript backend, generated and interpreted, against the reference executor.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as core from '../src/index.ts';
import { conformance } from '../src/testing.ts';

/** Exports that compute nothing, each with a test of its own. */
const others = new Set(['backend', 'configure', 'tree']);

describe('the suite covers the package', () => {
  const covered = new Set(conformance.flatMap(({ covers }) => covers));
  const isError = (value: unknown): boolean => typeof value === 'function' && value.prototype instanceof Error;
  const exported = Object.entries(core)
    .filter(([name, value]) => !others.has(name) && !isError(value))
    // A namespace counts as each of its members.
    .flatMap(([name, value]) =>
      typeof value === 'object' ? Object.keys(value).map((one) => `${name}.${one}`) : [name],
    );

  test('every operation and transform of the front door is covered by a case', () => {
    expect(exported.filter((name) => !covered.has(name))).toEqual([]);
  });

  test('every name that a case covers is exported', () => {
    expect([...covered].filter((name) => !exported.includes(name))).toEqual([]);
  });

  test('cases have names of their own', () => {
    const names = conformance.map(({ name }) => name);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

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
