// Each pass, by the program it prints.

import { expect, test } from 'vitest';
import {
  add,
  backprop,
  grad,
  maximum,
  mul,
  named,
  type Operand,
  program,
  square,
  sub,
  sum,
  valueAndGrad,
} from '../src/index.ts';

type Line = { a: Operand; b: Operand };
type Points = { x: Operand; y: Operand };
const loss = ({ a, b }: Line, { x, y }: Points): Operand =>
  sum(square(named('residual', sub(y, named('prediction', add(mul(a, x), b))))));
const line = { a: 2, b: 1 };
const data = { x: [-2, 0, 1], y: [-1, 1, 2] };

test('a traced program prints one equation a line, with the names of arguments and of named values', () => {
  expect(program(loss)(line, data).toString()).toMatchInlineSnapshot(`
    "(a: f64, b: f64, x: f64[3], y: f64[3]) →
      v1: f64[3] = broadcast(a, axes [-1], sizes [3])
      v2: f64[3] = mul(v1, x)
      v3: f64[3] = broadcast(b, axes [-1], sizes [3])
      prediction: f64[3] = add(v2, v3)
      residual: f64[3] = sub(y, prediction)
      v4: f64[3] = square(residual)
      v5: f64 = sum(v4, axes [-1])
    → v5"
  `);
});

test('the optimised gradient of the loss does no work twice', () => {
  const optimised = program(valueAndGrad(loss))(line, data).optimised();
  optimised.check();
  expect(optimised.toString()).toMatchInlineSnapshot(`
    "(a: f64, b: f64, x: f64[3], y: f64[3]) →
      v1: f64[3] = broadcast(a, axes [-1], sizes [3])
      v2: f64[3] = mul(v1, x)
      v3: f64[3] = broadcast(b, axes [-1], sizes [3])
      prediction: f64[3] = add(v2, v3)
      residual: f64[3] = sub(y, prediction)
      v4: f64[3] = square(residual)
      v5: f64 = sum(v4, axes [-1])
      ∂prediction: f64[3] = mul(-2, residual)
      ∂b: f64 = sum(∂prediction, axes [-1])
      ∂v1: f64[3] = mul(∂prediction, x)
      ∂a: f64 = sum(∂v1, axes [-1])
    → v5, ∂a, ∂b"
  `);
});

test('a program is plain data in JSON', () => {
  expect(JSON.parse(JSON.stringify(program((x: Operand) => mul(2, x))(3)))).toEqual({
    inputs: [{ name: 'v1', type: 'f64' }],
    equations: [{ outputs: [{ name: 'v2', type: 'f64' }], primitive: 'mul', inputs: [2, 'v1'], params: {} }],
    outputs: ['v2'],
  });
});

test.each([
  [NaN, 'NaN'],
  [Infinity, 'Infinity'],
  [-Infinity, '-Infinity'],
  [-0, '-0'],
])('JSON keeps %d, for which it has no word', (value, word) => {
  const json = program((x: Operand) => [maximum(value, x), value])(3).toJSON();
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  expect(json.equations[0]?.inputs).toEqual([{ number: word }, 'v1']);
  expect(json.outputs).toEqual(['v2', { number: word }]);
});

test('the ledger lists every step of the backward pass with its numbers', () => {
  const { value, gradient, rows } = backprop(loss)(line, { x: -2, y: -1 });
  expect(value).toBe(4);
  expect(gradient).toEqual({ a: 8, b: -4 });
  expect(
    rows.map(({ node, input, upstream, local, downstream }) => [node.name, input.name, upstream, local, downstream]),
  ).toEqual([
    ['v2', 'residual', 1, 4, 4],
    ['residual', 'prediction', 4, -1, -4],
    ['prediction', 'v1', -4, 1, -4],
    ['prediction', 'b', -4, 1, -4],
    ['v1', 'a', -4, -2, 8],
  ]);
  expect(rows[0]?.node).toEqual({ name: 'v2', primitive: 'square', value: 4 });
  expect(rows[0]?.input).toEqual({ name: 'residual', position: 0, value: 2 });
});

test('where a value fans out, its upstream gradient is the sum of what comes back', () => {
  const { gradient, rows } = backprop((a: Operand) => {
    const b = named('b', add(a, a));
    return add(b, b);
  })(1);
  expect(gradient).toBe(4);
  expect(rows.filter(({ node }) => node.name === 'b').map(({ upstream }) => upstream)).toEqual([2, 2]);
});

test('the ledger of a vectorised loss says which transpose a linear node applies', () => {
  const { rows } = backprop(loss)(line, data);
  expect(rows[0]?.local).toEqual({ transpose: 'broadcast over the summed axes' });
  expect(rows.at(-1)?.downstream).toBe(10);
});

test('the gradient program is a program that can be traced again', () => {
  program(grad(grad((x: Operand) => mul(x, mul(x, x)))))(2).check();
});
