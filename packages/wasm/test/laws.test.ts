// Random programs, the same as core's laws use: the WebAssembly backend gives the reference's bits, and core's.

import { agrees } from '@chainrule/core/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow, type Recipe, recipes, tensors } from '../../core/test/laws/programs.ts';
import * as wasm from '../src/index.ts';

type Operand = wasm.Operand;
type Package = Parameters<typeof follow>[0];

/** As in core's laws. */
const { runs, seed } = { runs: Number(process.env.LAW_RUNS ?? 60), seed: Number(process.env.LAW_SEED ?? 1) };

const own = wasm as unknown as Package;

test('what the WebAssembly backend compiles agrees with the reference, bit for bit', () => {
  let programs = 0;
  const law = (recipe: Recipe): void => {
    const f = follow(own, recipe) as (x: Operand, y: Operand, i: Operand) => Operand;
    const args = tensors(own, recipe);
    const total = (x: Operand, y: Operand, i: Operand): Operand => {
      const result = f(x, y, i);
      return wasm.sum(wasm.mul(result, wasm.sin(result)) as Operand);
    };
    agrees(wasm, f, args);
    agrees(wasm, wasm.grad(total as (...xs: Operand[]) => Operand, { argnums: [0, 1] }), args);
    agrees(wasm, wasm.hvp(total as never), [args[0], args[0], args[1], args[2]]);
    agrees(wasm, wasm.vmap(wasm.grad(total) as never), tensors(own, recipe, [3]));
    programs++;
  };
  fc.assert(fc.property(recipes(), law), { numRuns: runs, seed });
  expect(programs).toBe(runs);
});
