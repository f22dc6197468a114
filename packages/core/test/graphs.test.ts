// Programs and ledgers as graphs, and programs that break the grammar.

import { expect, test } from 'vitest';
import { add, backprop, mul, named, type Operand, program, scan, square, sub, sum } from '../src/index.ts';
import { squarePrimitive } from '../src/primitives/square.ts';
import { checkProgram } from '../src/program/check.ts';
import { asList } from '../src/program/primitive.ts';
import { literal, type Program, variable } from '../src/program/program.ts';

const loss = ({ a, b }: { a: Operand; b: Operand }, x: Operand, y: Operand): Operand =>
  sum(square(sub(y, named('prediction', add(mul(a, x), b)))));

test('a program is a graph in DOT: a node for each input and equation, an edge for each operand', () => {
  const dot = program(loss)({ a: 2, b: 1 }, [-2, 0, 1], [-1, 1, 2]).toDOT();
  expect(dot).toMatch(/^digraph \{\n {2}rankdir=LR;\n/);
  expect(dot).toContain('"a" [label="a: f64", shape=box];');
  expect(dot).toContain('"prediction" [label="add\\nprediction: f64[3]"];');
  expect(dot).toContain('"v5" -> "prediction";');
  expect(dot).toContain('"result 0" [shape=plaintext];');
});

test('a literal is a node of its own', () => {
  expect(program((x: Operand) => mul(x, 3))(2).toDOT()).toContain('[label="3", shape=plaintext]');
});

test('a loop has a node for each of its results, and holds its own program in JSON and in print', () => {
  const running = (xs: Operand) => scan((s: Operand, x: Operand): [Operand, Operand] => [add(s, x), mul(s, x)], 0, xs);
  const traced = program(running)([1, 2, 3]);
  expect(traced.toDOT()).toMatch(/scan\\n\w+: f64, \w+: f64\[3\]/);
  expect(JSON.stringify(traced)).toContain('"primitive":"add"');
  expect(String(traced)).toContain('add');
});

test('a ledger is a graph from each value back to its operands, with the numbers on the edges', () => {
  const dot = backprop(loss)({ a: 2, b: 1 }, -2, -1).toDOT();
  expect(dot).toContain('prediction = -3');
  expect(dot).toMatch(/"prediction" -> "b" \[label="[^"]*× 1/);
  const arrays = backprop(loss)({ a: 2, b: 1 }, [-2, 0, 1], [-1, 1, 2]).toDOT();
  expect(arrays).toContain('broadcast over the summed axes');
  expect(arrays).toContain('prediction = f64[3] [-3, 1, 3]');
});

test('values of one name are told apart in print', () => {
  const text = String(program((x: Operand) => add(named('twice', mul(x, 2)), named('twice', mul(x, 4))))(1));
  expect(text).toContain('twice');
  expect(new Set(text.match(/twice\w*/g)).size).toBe(2);
});

const scalar = { shape: [], dtype: 'f64', weak: false } as const;

function squaring(input = variable(scalar), output = variable(scalar)): Program {
  const equation = { primitive: squarePrimitive, params: {}, inputs: asList([input]), outputs: asList([output]) };
  return { inputs: [input], equations: [equation], outputs: [output] };
}

test.each<[name: string, broken: () => Program, message: string]>([
  [
    'an input twice',
    () => {
      const good = squaring();
      return { ...good, inputs: [...good.inputs, ...good.inputs] };
    },
    'input 1 writes a variable for the second time',
  ],
  [
    'a variable from nowhere',
    () => ({ ...squaring(), inputs: [] }),
    'equation 0 (square) reads a variable that nothing before it writes',
  ],
  [
    'a result of another type',
    () => squaring(variable(scalar), variable({ ...scalar, shape: [2] })),
    'equation 0 (square) gives f64, but its variable is f64[2]',
  ],
  [
    'a result too many',
    () => {
      const [equation] = squaring().equations;
      const input = variable(scalar);
      const outputs = asList([variable(scalar), variable(scalar)]);
      return {
        inputs: [input],
        equations: equation === undefined ? [] : [{ ...equation, inputs: asList([input]), outputs }],
        outputs: [],
      };
    },
    'equation 0 (square) has no result 1',
  ],
  [
    'a literal with axes',
    () => ({ inputs: [], equations: [], outputs: [{ ...literal(1), type: { ...scalar, shape: [3] } }] }),
    'holds a literal that is no scalar',
  ],
])('the grammar does not allow %s', (_name, broken, message) => {
  expect(() => checkProgram(broken())).toThrow(message);
});
