// compile: which calls share a trace, and short functions of numbers, which become one generated function.

import { afterEach, describe, expect, test } from 'vitest';
import {
  add,
  all,
  astype,
  compile,
  configure,
  exp,
  grad,
  greater,
  logicalNot,
  mul,
  neg,
  type Operand,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
  valueAndGrad,
  where,
} from '../src/index.ts';

afterEach(() => {
  configure({ generate: true });
});

type Line = { a: Operand; b: Operand };
type Data = { x: Operand; y: Operand };
const loss = ({ a, b }: Line, { x, y }: Data): Operand => sum(square(sub(y, add(mul(a, x), b))));

/** The function, and how often it was traced. */
function counted<A extends readonly unknown[], R>(
  f: (...args: A) => R,
): { f: (...args: A) => R; traces: () => number } {
  let traces = 0;
  const run = (...args: A): R => {
    traces++;
    return f(...args);
  };
  return { f: run, traces: () => traces };
}

const f32 = Float32Array.of(0.1, 0.2, 0.3);
const i32 = Int32Array.of(2 ** 31 - 1, 5);

/** Name, function, arguments: all of them end in numbers or truth values. */
const table: readonly (readonly [string, (...args: never[]) => unknown, readonly unknown[]])[] = [
  [
    'the lecture, nested arrays',
    valueAndGrad(loss),
    [
      { a: 2, b: 1 },
      { x: [-2, 0, 1], y: [-1, 1, 2] },
    ],
  ],
  [
    'the lecture, eight points',
    valueAndGrad(loss),
    [
      { a: 2, b: 1 },
      { x: f32.map((x) => x), y: f32.map((x) => x * x) },
    ],
  ],
  ['signs and −0', (x: Operand) => [neg(x), mul(x, -0), neg(neg(x)), mul(neg(-3), x), sub(-1, x)], [0]],
  ['not a number and infinities', (x: Operand) => [mul(x, Number.NaN), add(x, -Infinity), add(x, Infinity)], [1]],
  ['nothing but a literal and an argument', (x: Operand) => [x, -2.5, true], [7]],
  [
    'truth values',
    (p: Operand, x: Operand) => ({ not: logicalNot(p), more: greater(x, 1), one: where(p, x, 3) }),
    [true, 2],
  ],
  [
    'an array of truth values',
    valueAndGrad((a: Operand, p: Operand) => where(all(p), square(a), a)),
    [3, [true, false, true]],
  ],
  ['f32 rounds each time', valueAndGrad((a: Operand, x: Operand) => sum(exp(mul(a, x)))), [3, f32]],
  ['i32 wraps around', valueAndGrad((a: Operand, x: Operand) => mul(a, astype(sum(x), 'f64'))), [3, i32]],
  [
    'names that an object has itself',
    (x: Operand) => JSON.parse('{"__proto__": 0, "a b": 1, "2": 2}', (_, n) => (typeof n === 'number' ? mul(n, x) : n)),
    [3],
  ],
  ['tuples in tuples', ([x, { y }]: [Operand, { y: Operand }]) => [[x], [y, [exp(y)]]], [[1.5, { y: 0.25 }]]],
];

describe('a compiled function of few numbers', () => {
  test.each(table)('gives the same with and without generated code: %s', (_, f, args) => {
    const generated = compile(f)(...(args as never[]));
    configure({ generate: false });
    const closures = compile(f);
    expect(generated).toEqual(closures(...(args as never[])));
    expect(closures(...(args as never[]))).toEqual(generated);
    expect(Object.keys(Object(generated))).toEqual(Object.keys(Object(closures(...(args as never[])))));
  });

  test('gives a new result each time', () => {
    const f = compile(valueAndGrad(loss));
    const first = f({ a: 2, b: 1 }, { x: [-2, 0, 1], y: [-1, 1, 2] });
    f({ a: 5, b: 1 }, { x: [-2, 0, 1], y: [-1, 1, 2] });
    expect(first).toEqual([5, { a: 10, b: -2 }]);
  });
});

describe.each([true, false])('with generate: %s, a compiled function', (generate) => {
  test('is traced once for arguments of one form, and anew for each other one', () => {
    configure({ generate });
    const { f, traces } = counted((line: Line, data: Data) => loss(line, data));
    const run = compile(f) as (...args: unknown[]) => unknown;
    const data = { x: [1, 2], y: [3, 4] };
    const calls: readonly (readonly [unknown[], number])[] = [
      [[{ a: 2, b: 1 }, data], 1],
      [[{ b: 1, a: 3 }, data], 1],
      [[{ a: 2, b: true }, data], 2],
      [[{ a: 2, b: 1, c: 5 }, data], 3],
      [
        [
          { a: 2, b: 1 },
          { x: [1, 2, 3], y: [3, 4, 5] },
        ],
        4,
      ],
      [
        [
          { a: 2, b: 1 },
          { x: Float64Array.of(1, 2), y: [3, 4] },
        ],
        5,
      ],
      [
        [
          { a: 2, b: 1 },
          { x: Float32Array.of(1, 2), y: [3, 4] },
        ],
        6,
      ],
      [
        [
          { a: 2, b: 1 },
          { x: Float64Array.of(1, 2, 3), y: [3, 4, 5] },
        ],
        7,
      ],
      [[{ a: 2, b: 1 }, data, 5], 8],
      [[{ a: 7, b: 1 }, data], 8],
      [[{ a: 2, b: 1, c: 6 }, data], 8],
    ];
    for (const [args, count] of calls) {
      run(...args);
      expect(traces()).toBe(count);
    }
  });

  test('takes and gives objects of a thousand numbers', () => {
    configure({ generate });
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`x${i}`, i]));
    const run = compile((tree: Record<string, Operand>) => ({ ...tree, x3: exp(tree.x0 as Operand) }));
    expect(run(many)).toEqual({ ...many, x3: 1 });
    expect(run({ ...many, x0: 1 })).toEqual({ ...many, x0: 1, x3: exp(1) });
  });

  test('says what is wrong with arguments that nothing was traced for', () => {
    configure({ generate });
    const run = compile(grad((x: Operand) => sum(square(x)))) as (x: unknown) => unknown;
    expect(run([1, 2])).toEqual([2, 4]);
    expect(() => run([1, 'two'])).toThrow('argument 0, [1]: expected a number');
    expect(() => run([[1], [2, 3]])).toThrow('ragged array');
    const x = tensor([1, 2]);
    run(x);
    x.dispose();
    expect(() => run(x)).toThrow('this tensor was disposed');
  });

  test.each(['f64', 'f32', 'i32'] as const)('reads short tensors of %s as it reads arrays', (dtype) => {
    configure({ generate });
    const loss = ({ a, b }: Line, x: Operand, y: Operand): Operand => sum(square(sub(y, add(mul(a, x), b))));
    const line = { a: 2.5, b: 1 };
    const x = tensor([-2, 0, 1], { dtype });
    const y = tensor([[-1], [1], [2]], { dtype });
    const run = compile(valueAndGrad(loss));
    const direct = valueAndGrad(loss);
    expect(run(line, x, y)).toEqual(direct(line, x, y));
    // Twice, since the first call prepares; then what looks alike and is not.
    expect(run(line, x, y)).toEqual(direct(line, x, y));
    expect(run(line, y, x)).toEqual(direct(line, y, x));
    const whole = tensor([4, 5, 6], { dtype: 'i32' });
    expect(run(line, whole, y)).toEqual(direct(line, whole, y));
    expect(run(line, [-2, 0, 1], y)).toEqual(direct(line, [-2, 0, 1], y));
    x.dispose();
    expect(() => run(line, x, y)).toThrow('this tensor was disposed');
  });

  test('takes tensors that another copy of the package made', () => {
    configure({ generate });
    const there = {
      [Symbol.for('chainrule.tensor')]: true,
      shape: [2],
      dtype: 'f64',
      toTypedArray: () => Float64Array.of(3, 4),
    } as unknown as Tensor;
    const run = compile(valueAndGrad((a: Operand, x: Operand) => sum(mul(a, x))));
    for (let call = 0; call < 2; call++) expect(run(2, there)).toEqual([14, 7]);
  });
});
