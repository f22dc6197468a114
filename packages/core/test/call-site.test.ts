// The line that an error names: the user's own, wherever in the library it was found, and whatever the platform calls.

import { expect, test } from 'vitest';
import * as cr from '../src/index.ts';

function errorOf(run: () => unknown): cr.ChainruleError {
  try {
    run();
  } catch (error) {
    if (error instanceof cr.ChainruleError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

function wrongSum(x: cr.Operand): cr.Operand {
  return cr.sum(cr.add(x, [1, 2, 3]));
}

function wrongAxis(x: cr.Operand): cr.Operand {
  return cr.std(x, { axis: 3 });
}

function wrongTree(): unknown {
  return cr.grad((t: { w: cr.Operand }[]) => cr.sum(t[0]?.w ?? 0))([{ w: [[1], [2, 3]] }]);
}

function wrongGradient(): unknown {
  const optimiser = cr.adam();
  return optimiser.update({ a: [1] }, { a: [1, 2] }, optimiser.init({ a: [1] }));
}

function wrongTrees(): unknown {
  return cr.tree.map((x: number) => x, { a: 1 }, { b: 2 });
}

test.each([
  ['an operation in a traced function', 'wrongSum', () => cr.grad(wrongSum)([1, 2])],
  [
    'an operation in a function that is mapped and differentiated',
    'wrongSum',
    () => cr.vmap(cr.grad(wrongSum))([[1, 2]]),
  ],
  ['an operation in a compiled function', 'wrongSum', () => cr.compile(wrongSum)([1, 2])],
  ['an axis, found in a callback of the library', 'wrongAxis', () => cr.grad(wrongAxis)([1, 2])],
  ['an argument, found deep in its tree', 'wrongTree', wrongTree],
  ['a gradient that does not fit', 'wrongGradient', wrongGradient],
  ['trees of different forms', 'wrongTrees', wrongTrees],
])('%s: the error names the line, and its stack begins there', (_name, caller, run) => {
  const error = errorOf(run);
  expect(error.calledFrom).toMatch(new RegExp(`^${caller} \\(.*call-site\\.test\\.ts:\\d+:\\d+\\)$`));
  expect(error.stack?.split('\n').find((line) => /^\s+at /.test(line))).toContain('call-site.test.ts');
});
