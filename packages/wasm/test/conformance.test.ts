// The WebAssembly backend against the reference executor, bit for bit, and the same front door as core.

import * as core from '@chainrule/core';
import { conformance } from '@chainrule/core/testing';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as wasm from '../src/index.ts';

describe('the WebAssembly backend agrees with the reference, bit for bit', () => {
  test.each(conformance)('$name', ({ run }) => {
    run(wasm);
  });
});

describe('the two packages are one API', () => {
  test('their front doors are mutually assignable types', () => {
    expectTypeOf<typeof wasm>().toExtend<typeof core>();
    expectTypeOf<typeof core>().toExtend<typeof wasm>();
  });

  test('they export the same names, and operations are the same function objects', () => {
    expect(Object.keys(wasm).sort()).toEqual(Object.keys(core).sort());
    const own = new Set([
      ...['backend', 'tensor', 'zeros', 'ones', 'full', 'arange', 'linspace', 'eye'],
      ...['grad', 'valueAndGrad', 'jvp', 'vjp', 'jacobian', 'hessian', 'hvp', 'vmap', 'compile'],
      ...['backprop', 'gradCheck', 'scan', 'customGradient'],
    ]);
    const others = new Map(Object.entries(wasm));
    for (const [name, value] of Object.entries(core)) {
      if (name !== 'tree' && !own.has(name)) expect(others.get(name)).toBe(value);
    }
    expect(wasm.backend).toMatchObject({ name: 'wasm', available: true });
  });

  test('a loss written with one package differentiates under the other, with tensors of either', () => {
    const loss = (w: core.Operand, x: core.Operand): core.Operand => core.sum(core.square(wasm.mul(w, x)));
    const there = wasm.tensor([1, 2, 3]);
    const here = core.tensor([1, 2, 3]);
    for (const api of [core, wasm]) {
      for (const x of [there, here]) expect(api.compile(api.grad(loss))(2, x)).toBe(56);
    }
    expect(core.add(there, here).toArray()).toEqual([2, 4, 6]);
    expect(core.add(there, here).toString()).toBe('Tensor f64[3] [2, 4, 6]');
  });

  test('two thousand gradients that nobody disposes leave results of any age intact', () => {
    const f = wasm.compile(wasm.grad((w: core.Operand) => core.sum(core.square(w))));
    const results: core.Tensor[] = [];
    for (let i = 0; i < 2000; i++) {
      const w = wasm.tensor(Float64Array.from({ length: 4096 }, () => i));
      results.push(f(w) as core.Tensor);
    }
    results.forEach((result, i) => {
      expect(result.toTypedArray()[4095]).toBe(2 * i);
    });
  });
});
