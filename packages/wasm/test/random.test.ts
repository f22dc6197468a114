import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check, difference } from './compare.ts';
import { randomCase } from './random-plan.ts';

const runs = 1500;

test('random kernels give the bits of the slow evaluation', () => {
  const backend = createWasmBackend();
  fc.assert(
    fc.property(randomCase, ({ plan, inputs }) => {
      expect(check(backend, plan, inputs)).toBeUndefined();
    }),
    { numRuns: runs },
  );
}, 120_000);

test('random kernels give the same again, with inputs that are already on the backend', () => {
  const backend = createWasmBackend();
  fc.assert(
    fc.property(randomCase, ({ plan, inputs }) => {
      const executable = backend.prepare(plan);
      executable.run(inputs);
      const placed = inputs.map((input) => backend.place(input));
      expect(difference(plan, executable.run(placed), inputs)).toBeUndefined();
      expect(difference(plan, executable.run(inputs), inputs)).toBeUndefined();
      for (const buffer of placed) buffer.free();
    }),
    { numRuns: runs / 3 },
  );
}, 120_000);
