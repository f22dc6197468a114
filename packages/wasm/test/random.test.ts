import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWasmBackend } from '../src/backend.ts';
import { check, difference } from './compare.ts';
import { randomLoop } from './random-loop.ts';
import { randomCase } from './random-plan.ts';
import { randomRoutine } from './random-routine.ts';

/** Loops compute more in each. */
const runs = { kernels: 1500, routines: 1500, loops: 400 };

describe.each([
  ['kernels', randomCase],
  ['routines', randomRoutine],
  ['loops', randomLoop],
] as const)('random %s', (kind, cases) => {
  test('give the bits of the slow evaluation', () => {
    const backend = createWasmBackend();
    fc.assert(
      fc.property(cases, ({ plan, inputs }) => {
        expect(check(backend, plan, inputs)).toBeUndefined();
      }),
      { numRuns: runs[kind] },
    );
  });

  test('give the same again, with inputs that are already on the backend', () => {
    const backend = createWasmBackend();
    fc.assert(
      fc.property(cases, ({ plan, inputs }) => {
        const executable = backend.prepare(plan);
        executable.run(inputs);
        const placed = inputs.map((input) => backend.place(input));
        expect(difference(plan, executable.run(placed), inputs)).toBeUndefined();
        expect(difference(plan, executable.run(inputs), inputs)).toBeUndefined();
        for (const buffer of placed) buffer.free();
      }),
      { numRuns: runs[kind] / 4 },
    );
  });
});
