// Bad input to transforms and to what they transform: each a sentence with what was expected, what came, and where.

import { expect, test } from 'vitest';
import {
  ArgumentError,
  add,
  customGradient,
  grad,
  jacobian,
  jvp,
  mul,
  type Operand,
  ShapeError,
  scan,
  sgd,
  stack,
  sum,
  TraceError,
  tensor,
  vjp,
  vmap,
  zeros,
} from '../src/index.ts';

const untyped = <T>(value: unknown): T => value as T;
const same = (x: Operand): Operand => x;
/** A function whose argument or result has not the type it should have. */
const loose = (f: (...args: never[]) => unknown) => f as unknown as (...args: unknown[]) => Operand;
const step = (f: (carry: never, x: never) => unknown) =>
  f as unknown as (carry: Operand, x: Operand) => [Operand, Operand];

/** The derivative at [1, 2] of a function whose own rule returns this. */
const ruled = (returned: unknown) => () =>
  grad(
    customGradient(
      (x: Operand) => sum(x),
      untyped(() => returned),
    ),
  )([1, 2]);

type Row = readonly [name: string, run: () => unknown, type: new (message: string) => Error, message: string];

const rows: readonly Row[] = [
  ['what is no function', () => grad(untyped<typeof same>(3))(1), ArgumentError, 'grad: expected a function, got 3'],
  [
    'a function that returns nothing',
    () => grad(loose(() => undefined))(1),
    ArgumentError,
    'the function returned nothing; does it end with `return`?',
  ],
  [
    'an argument without a number',
    () =>
      grad(
        loose((x: Operand) => sum(x)),
        { argnums: 1 },
      )(1, {}),
    ArgumentError,
    'grad: argument 1 holds no number to differentiate by',
  ],
  [
    'a gradient of an object',
    () => grad(loose((x: Operand) => ({ x })))(1),
    ShapeError,
    'grad: the function must return one number, got an object. Return one number: sum(…) or mean(…) the result',
  ],
  [
    'a gradient of a tuple',
    () => grad(loose((x: Operand) => [x, x]))(1),
    ShapeError,
    'must return one number, got a tuple',
  ],
  [
    'hasAux without more',
    () => grad(untyped<() => [Operand, Operand]>(same), { hasAux: true })(),
    ArgumentError,
    'grad',
  ],
  [
    'hasAux and one number',
    () => grad(untyped<(x: Operand) => [Operand, Operand]>(same), { hasAux: true })(1),
    ShapeError,
    'grad: with hasAux the function must return [value, more], got one array',
  ],
  [
    'hasAux and an object',
    () =>
      grad(
        untyped<(x: Operand) => [Operand, Operand]>((x: Operand) => ({ x })),
        { hasAux: true },
      )(1),
    ShapeError,
    'grad: with hasAux the function must return [value, more], got another object',
  ],
  [
    'a mode there is not',
    () => jacobian(same, { mode: untyped('sideways') })([1]),
    ArgumentError,
    "jacobian: expected mode 'forward' or 'reverse', got \"sideways\"",
  ],
  [
    'tangents of another shape',
    () => jvp(same)([[1, 2]], [[1]]),
    ShapeError,
    'jvp: tangent of argument 0: expected shape like f64[2], got f64[1]',
  ],
  [
    'tangents that are no list',
    () => jvp(same)(untyped<[number]>(1), untyped<[number]>(1)),
    ArgumentError,
    'jvp: expected a list of arguments and a list of tangents of the same form, as in jvp(f)([x, y], [dx, dy])',
  ],
  [
    'tangents of another form',
    () => jvp(same)([1], untyped<[number]>([{ a: 1 }])),
    ArgumentError,
    'a list of tangents of the same form',
  ],
  [
    'arguments of vjp that are no list',
    () => vjp(same)(untyped<[number]>(1), 1),
    ArgumentError,
    'vjp: expected a list of arguments and an upstream gradient, as in vjp(f)([x, y], 1)',
  ],
  ['an upstream gradient of another shape', () => vjp(same)([[1, 2]], [1]), ShapeError, 'vjp'],
  ['an upstream gradient of another form', () => vjp(same)([1], untyped({ a: 1, b: 2 })), ArgumentError, 'vjp'],
  [
    'inAxes that is no axis',
    () => vmap(same, { inAxes: [untyped('x')] })([1]),
    ArgumentError,
    'vmap: inAxes[0]: expected an axis or null, got "x"',
  ],
  [
    'inAxes without a key',
    () =>
      vmap(
        loose(({ a }: { a: Operand }) => a),
        { inAxes: [untyped({ b: 0 })] },
      )({ a: [1] }),
    ArgumentError,
    "vmap: inAxes[0].a: expected an axis or null for 'a', got nothing",
  ],
  [
    'inAxes that is no form of an object',
    () =>
      vmap(
        loose(({ a }: { a: Operand }) => a),
        { inAxes: [untyped([0])] },
      )({ a: [1] }),
    ArgumentError,
    'vmap: inAxes[0]: expected an axis, null, or an object with a, got [0]',
  ],
  [
    'inAxes that is no form of a tuple',
    () =>
      vmap(
        loose(([a]: [Operand]) => a),
        { inAxes: [untyped('x')] },
      )([tensor([1]), tensor([2])]),
    ArgumentError,
    'vmap: inAxes[0]: expected an axis, null, or a list of 2, got "x"',
  ],
  [
    'mapping over a number',
    () => vmap(same)(1),
    ShapeError,
    'vmap: argument 0: axis 0 is not an axis of shape []; a single number cannot be mapped over; write null for it in inAxes',
  ],
  [
    'mapping over an axis too far',
    () => vmap(same, { inAxes: 3 })([1]),
    ShapeError,
    'vmap: argument 0: axis 3 is not an axis of shape [1]; choose another axis in inAxes',
  ],
  [
    'outAxes too far',
    () => vmap(same, { outAxes: 3 })([1]),
    ShapeError,
    'vmap: outAxes 3 is not an axis of a result of shape [1]',
  ],
  [
    'outAxes null for what changes',
    () => vmap(same, { outAxes: null })([1]),
    ArgumentError,
    'vmap: outAxes: null is for a result that is the same for all, but this one changes with a mapped argument',
  ],
  [
    'a function for an argument',
    () => grad(loose(sum))(() => 1),
    ArgumentError,
    'argument 0: expected a number, a boolean',
  ],
  ['an object with a class', () => grad(loose(sum))(new Map()), ArgumentError, 'got an object of class Map'],
  ['null deep inside', () => grad(loose(sum))({ a: [{}, null] }), ArgumentError, 'got null'],
  [
    'a rule of one’s own that returns no list',
    ruled(3),
    ArgumentError,
    'customGradient: the rule must return a list with one downstream gradient for each of the 1 arguments',
  ],
  [
    'a rule of one’s own that returns another form',
    ruled([{ a: 1, b: 2 }]),
    ArgumentError,
    'customGradient: the downstream gradient of argument 0 has another form than the argument',
  ],
  [
    'a rule of one’s own that returns another shape',
    ruled([zeros([3])]),
    ShapeError,
    'customGradient: the downstream gradient of argument 0 is f64[3], expected f64[2]',
  ],
  [
    'scan through a number',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        untyped<number>(1),
      ),
    ShapeError,
    'scan: xs: expected an array to go through, got one number',
  ],
  [
    'scan through arrays of different lengths',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        untyped({ a: [1, 2], b: [1, 2, 3] }),
      ),
    ShapeError,
    'scan: xs, .a says 2 iterations, xs, .b has 3 along axis 0',
  ],
  [
    'scan through another length than told',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        [1, 2],
        { length: 3 },
      ),
    ShapeError,
    'scan: the option length says 3 iterations, xs has 2 along axis 0',
  ],
  [
    'scan through nothing',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        untyped(undefined),
      ),
    ArgumentError,
    'scan: expected xs to go through; write null and { length } for none',
  ],
  [
    'scan without a length',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        untyped(null),
      ),
    ArgumentError,
    'scan: expected xs to go through, or { length } as a whole number, got neither',
  ],
  [
    'scan for less than nothing',
    () =>
      scan(
        step((s: Operand) => [s, s]),
        0,
        untyped(null),
        { length: -1 },
      ),
    ArgumentError,
    'scan: expected xs to go through, or { length } as a whole number, got -1',
  ],
  [
    'a step that returns one value',
    () =>
      scan(
        step((s: Operand) => s),
        0,
        [1, 2],
      ),
    ArgumentError,
    'scan: the step must return [carry, y]; write [carry, {}] where there is no y',
  ],
  [
    'a step that returns no y',
    () =>
      scan(
        step((s: Operand) => [s, undefined]),
        0,
        [1, 2],
      ),
    ArgumentError,
    'scan: the step must return [carry, y]; write [carry, {}] where there is no y',
  ],
  [
    'a step that returns an object for a number',
    () =>
      scan(
        step((s: Operand) => [{ a: s }, s]),
        0,
        [1, 2],
      ),
    ArgumentError,
    'scan: init is one array or number, but the step returns an object with a as the carry; return the same form',
  ],
  [
    'a step that returns a tuple for an object',
    () =>
      scan(
        step(({ a }: { a: Operand }) => [[a, a], a]),
        untyped<Operand>({ a: 0 }),
        [1, 2],
      ),
    ArgumentError,
    'scan: init is an object with a, but the step returns a tuple of 2 as the carry',
  ],
  [
    'a step that returns an empty object',
    () =>
      scan(
        step(({ a }: { a: Operand }) => [{}, a]),
        untyped<Operand>({ a: 0 }),
        [1, 2],
      ),
    ArgumentError,
    'scan: init is an object with a, but the step returns an object with no keys as the carry',
  ],
  [
    'a carry that grows',
    () => scan((s: Operand, x: Operand): [Operand, Operand] => [stack([s, s]), x], 0, [1, 2]),
    ShapeError,
    'scan: carry: init is f64, but the step returns f64[2]; begin with that shape, as in zeros([2])',
  ],
  [
    'a carry that changes its dtype',
    () => scan((s: Operand, x: Operand): [Operand, Operand] => [mul(s, x), x], tensor(1, { dtype: 'i32' }), [1.5]),
    ShapeError,
    "scan: carry: init is i32, but the step returns f64; convert one of them with astype(…, 'f64')",
  ],
  [
    'an optimiser with gradients of another form',
    () => sgd({ learningRate: 0.1 }).update(untyped({ a: 1 }), untyped(5), untyped({ a: 1 })),
    ArgumentError,
    'sgd: the gradient has another form than the parameters; expected the same keys and lengths',
  ],
  [
    'an operator on a traced array',
    () => grad(loose((x: number) => sum(x * 2)))([1, 2]),
    TraceError,
    'an operator of JavaScript needs numbers, but a traced value (f64[2]) has none until the function is run',
  ],
  [
    'a traced value that is kept',
    () => {
      const kept: Operand[] = [];
      grad((x: Operand) => {
        kept.push(x);
        return x;
      })(1);
      return add(kept[0] as Operand, 1);
    },
    TraceError,
    'was used after the function it belongs to had been traced. Return it from that function instead of storing it outside',
  ],
];

test.each(rows)('%s: throws a sentence that says so', (_name, run, type, message) => {
  expect(run).toThrow(type);
  expect(run).toThrow(message);
});
