import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { calledFirst, type Range } from '../scripts/called-first.ts';
import { compiledEagerly } from '../scripts/compiled-eagerly.ts';

/** Where pieces of a text stand in it. */
function rangesOf(text: string, ...pieces: readonly string[]): Range[] {
  return pieces.map((piece) => [text.indexOf(piece), text.indexOf(piece) + piece.length]);
}

/** What a module whose text ends with `export { … as result }` gives. */
async function resultOf(text: string): Promise<unknown> {
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).result;
}

const half = 'function half(x) { return scale(x, 2); }';
const scale = '(x, y) => x / y';
const text = `import { sep } from 'node:path';
const result = half(3) + sep.length + new (class { twice(x) { return 2 * x; } })().twice(2);
function never() {}
${half}
var scale = ${scale};
export { result };`;

test('a function that is called goes in parentheses; a declared one first, as if it were still declared', () => {
  const eager = compiledEagerly(text, rangesOf(text, half, scale));
  expect(eager).toContain(`import { sep } from 'node:path';\nvar half = (${half});`);
  expect(eager).toContain(`var scale = (${scale});`);
  expect(eager).toContain('\nfunction never() {}');
});

test('methods and whatever is not called stay as they are', () => {
  expect(compiledEagerly(text, [])).toBe(text);
  expect(compiledEagerly(text, rangesOf(text, 'twice(x) { return 2 * x; }', '(x) { return 2 * x; }'))).toBe(text);
});

test('what the module computes stays the same', async () => {
  const first = 'const result = first(1);\nfunction first(x) { return [x].map((y) => second(y)); }';
  const whole = `${first}\nfunction second(x) { return x + 1; }\nexport { result };`;
  const called = rangesOf(whole, 'function first(x) { return [x].map((y) => second(y)); }', '(y) => second(y)');
  const eager = compiledEagerly(whole, [...called, ...rangesOf(whole, 'function second(x) { return x + 1; }')]);
  expect(eager).toContain('(function second');
  expect(await resultOf(eager)).toEqual(await resultOf(whole));
});

test('the built package compiles what a first gradient calls when it is loaded', () => {
  const dist = (name: string): string => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  const called = calledFirst(dist('index.js'));
  const engine = dist('shared-run.js');
  const loaded = readFileSync(engine, 'utf8');
  const functions = called(engine).map(([start, end]) => ({
    before: loaded[start - 1],
    text: loaded.slice(start, end),
  }));
  expect(functions.length).toBeGreaterThan(100);
  expect(functions.filter(({ before, text }) => text.startsWith('function') && before !== '(')).toEqual([]);
});
