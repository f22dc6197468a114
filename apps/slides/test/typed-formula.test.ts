import { describe, expect, it } from 'vitest';
import { engines } from '../src/store/engine.ts';
import { isFormula, readFormula } from '../src/typed/typed-formula.ts';

const engine = engines.typescript;

function value(text: string, values: Readonly<Record<string, number>>): unknown {
  const read = readFormula(text, Object.keys(values));
  if (!isFormula(read)) throw new Error(read.fault.en);
  return read.apply(engine, values);
}

describe('a typed formula that is refused', () => {
  it.each([
    ['', 'Type a formula.'],
    ['   ', 'Type a formula.'],
    ['x +', 'The formula cannot be read at character 4.'],
    ['(x', 'The formula cannot be read at character 3.'],
    ['xy', 'For xy write x*y.'],
    ['q', 'q is not known.'],
    ['foo(x)', 'foo is not known.'],
    ['constructor(x)', 'constructor is not known.'],
    ['toString', 'toString is not known.'],
    ['sin(x, y)', 'sin takes one value: sin(x)'],
    ['sin()', 'sin takes one value: sin(x)'],
    ['x = 3', 'cannot stand here'],
    ['f(x) = x', 'cannot stand here'],
    ['[x, y]', 'cannot stand here'],
    ['x > y', 'cannot stand here'],
    ['x!', 'cannot stand here'],
    ['"a"', 'a number belongs here'],
    ['import("x")', 'import is not known'],
    ['x.constructor', 'cannot stand here'],
    ['x; y', 'cannot stand here'],
    [`x${' + x'.repeat(60)}`, 'A formula may have 120 characters.'],
  ])('%s', (text, sentence) => {
    const read = readFormula(text, ['x', 'y']);
    expect(isFormula(read)).toBe(false);
    expect('fault' in read && read.fault.en).toContain(sentence);
    expect('fault' in read && read.fault.ko).toMatch(/[가-힣]/);
  });
});

describe('a typed formula', () => {
  it.each([
    ['x^2 + x*y', { x: 1, y: 2 }, 3],
    ['x² + x·y', { x: 1, y: 2 }, 3],
    ['2x − y', { x: 1, y: 2 }, 0],
    ['-(x + y)/2', { x: 1, y: 3 }, -2],
    ['log(x/3 + 2/3)', { x: 1 }, 0],
    ['sqrt(abs(x)) * 2', { x: -4 }, 4],
    ['e^0 + cos(pi * x)', { x: 1 }, 0],
  ])('%s', (text, values, expected) => {
    expect(value(text, values)).toBeCloseTo(expected, 14);
  });

  it('is differentiated by the engine like any other function', () => {
    const read = readFormula('x^2 + x*y', ['x', 'y']);
    if (!isFormula(read)) throw new Error('expected a formula');
    const gradient = engine.grad((at: { x: number; y: number }) => read.apply(engine, at))({ x: 1, y: 2 });
    expect(gradient).toEqual({ x: 4, y: 1 });
  });

  it('is written in the notation of formulas', () => {
    const read = readFormula('x^2 + x*y/2', ['x', 'y']);
    expect(isFormula(read) && read.tex.replaceAll(/\s/g, '')).toMatchInlineSnapshot(`"{x}^{2}+\\frac{x\\cdoty}{2}"`);
  });
});
