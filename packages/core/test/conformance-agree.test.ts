// The conformance suite itself: what it must not let pass.

import { expect, test } from 'vitest';
import { agrees } from '../src/conformance/agree.ts';
import type { Api } from '../src/conformance/api.ts';
import * as core from '../src/index.ts';
import { mul, neg, type Operand, tensor } from '../src/index.ts';

/** A backend whose compiled functions give this instead of the right result. */
const giving = (result: unknown): Api => ({ ...core, compile: (() => () => result) as never });
const negated = (x: Operand): Operand => neg(x);

test.each<[name: string, result: unknown, message: string]>([
  ['another sign of zero', tensor([0, -1]), 'compiled, result 0: element 0: expected -0, got 0'],
  [
    'another last bit',
    tensor([-0, -1 - 2 ** -52]),
    'compiled, result 0: element 1: expected -1, got -1.0000000000000002',
  ],
  ['another shape', tensor([[-0, -1]]), 'compiled, result 0: expected shape [2], got [1,2]'],
  ['another dtype', tensor([-0, -1], { dtype: 'f32' }), 'compiled, result 0: expected f64, got f32'],
  ['too many results', { a: tensor([-0, -1]), b: tensor(1) }, 'compiled: expected 1 results, got 2'],
])('a backend that gives %s is found out', (_name, result, message) => {
  expect(() => agrees(giving(result), negated, [tensor([0, 1])])).toThrow(message);
});

test('the right bits pass', () => {
  agrees(giving(tensor([-0, -1])), negated, [tensor([0, 1])]);
});

test('a case that closes over a tensor is refused', () => {
  const outside = tensor([1, 2]);
  expect(() => agrees(core, (x: Operand) => mul(x, outside), [tensor([0, 1])])).toThrow(
    'a case must not close over tensors',
  );
});
