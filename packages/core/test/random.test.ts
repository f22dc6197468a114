// Random numbers: known answers of the generator, the laws that keys keep, and distributions. All seeds are fixed, so every
// number here is the same each time.

import { describe, expect, test } from 'vitest';
import {
  ArgumentError,
  compile,
  DTypeError,
  grad,
  mul,
  type Operand,
  random,
  ShapeError,
  sum,
  type Tensor,
  tensor,
  vmap,
} from '../src/index.ts';
import { lowerNormalQuantile } from '../src/random/normal-quantile.ts';
import { threefry } from '../src/random/threefry.ts';

const untyped = <T>(value: unknown): T => value as T;
const key = random.key(7);
const numbers = (x: Operand): number[] => Array.from((x as Tensor).toTypedArray());

describe('bad input', () => {
  const table: readonly (readonly [string, () => unknown, new (m: string) => Error, string])[] = [
    [
      'a seed with a fraction',
      () => random.key(1.5),
      ArgumentError,
      'random.key: expected a whole number from −(2⁵³ − 1) to 2⁵³ − 1 as a seed, got 1.5',
    ],
    ['a seed that is too large', () => random.key(2 ** 53), ArgumentError, 'as a seed, got 9007199254740992'],
    ['several seeds', () => random.key([1, 2]), ShapeError, 'random.key: expected one number as a seed, got f64[2]'],
    [
      'a seed for a key',
      () => random.uniform(7, [2]),
      ShapeError,
      'random.uniform: expected a key, i32[2], got f64; make one with random.key(seed)',
    ],
    [
      'keys for a key',
      () => random.normal(random.split(key), [2]),
      ShapeError,
      'expected a key, i32[2], got i32[2, 2]',
    ],
    ['plain numbers for a key', () => random.bits([0, 7], [2]), DTypeError, 'expected a key, i32[2], got f64[2]'],
    [
      'no keys',
      () => random.split(key, 0),
      ArgumentError,
      'random.split: expected count as a whole number from 1 on, got 0',
    ],
    [
      'a number too large to fold in',
      () => random.foldIn(key, 2 ** 31),
      ArgumentError,
      'random.foldIn: expected a whole number from −2³¹ to 2³¹ − 1, got 2147483648',
    ],
    ['a shape that is none', () => random.bits(key, [-1]), ShapeError, 'random.bits: expected a shape'],
    [
      'whole numbers from uniform',
      () => random.uniform(key, [1], { dtype: untyped('i32') }),
      DTypeError,
      'random.uniform: expected dtype f64, f32, got "i32"',
    ],
    [
      'bounds with nothing between them',
      () => random.uniform(key, [1], { low: 1, high: 1 }),
      ArgumentError,
      'random.uniform: expected finite bounds with low < high and a finite distance, got low 1 and high 1',
    ],
    [
      'a bound of another shape',
      () => random.uniform(key, [2], { low: [0, 0, 0] }),
      ShapeError,
      'random.uniform: low of f64[3] does not broadcast to the shape asked for, [2]',
    ],
    [
      'a negative deviation',
      () => random.normal(key, [1], { std: -1 }),
      ArgumentError,
      'random.normal: expected std as a finite number, not negative, got -1',
    ],
    [
      'whole numbers with nothing between the bounds',
      () => random.integers(key, [1], { low: 3, high: 3 }),
      ArgumentError,
      'random.integers: expected whole numbers low < high from −2³¹ to 2³¹, got low 3 and high 3',
    ],
    [
      'a permutation of −1 numbers',
      () => random.permutation(key, -1),
      ArgumentError,
      'random.permutation: expected n as a whole number from 0 on, got -1',
    ],
    [
      'a permutation of a traced number of numbers',
      () => grad((n: number) => sum(random.permutation(key, n)))(3),
      ShapeError,
      'random.permutation: expected an array, or a number known before the function is run',
    ],
  ];
  test.each(table)('%s: throws a sentence that says so', (_name, run, type, message) => {
    expect(run).toThrow(type);
    expect(run).toThrow(message);
  });
});

describe('the generator', () => {
  const word = (value: number): Tensor => tensor([value | 0], { dtype: 'i32' });
  const hex = (x: Operand): string => (((x as Tensor).item() as number) >>> 0).toString(16).padStart(8, '0');

  test.each([
    [
      [0, 0],
      [0, 0],
      ['6b200159', '99ba4efe'],
    ],
    [
      [-1, -1],
      [-1, -1],
      ['1cb996fc', 'bb002be7'],
    ],
    [
      [0x13198a2e, 0x03707344],
      [0x243f6a88, 0x85a308d3],
      ['c4923a9c', '483df7a0'],
    ],
  ])('is threefry2x32-20 of Random123: key %j, counter %j → %j', ([k0 = 0, k1 = 0], [c0 = 0, c1 = 0], answer) => {
    expect(threefry([word(k0), word(k1)], [word(c0), word(c1)]).map(hex)).toEqual(answer);
  });

  test('a key holds the high and the low word of its seed', () => {
    expect(numbers(random.key(42))).toEqual([0, 42]);
    expect(numbers(random.key(-1))).toEqual([-1, -1]);
    expect(numbers(random.key(2 ** 40 + 5))).toEqual([256, 5]);
    expect(numbers(random.key(2 ** 31))).toEqual([0, -(2 ** 31)]);
    expect(numbers(random.key(Number.MIN_SAFE_INTEGER))).toEqual([-(2 ** 21), 1]);
  });

  test('numbers are the same called directly, compiled, and mapped', () => {
    const draw = (k: Operand): Operand[] => [
      random.bits(k, [5]),
      random.uniform(k, [5]),
      random.uniform(k, [5], { low: -2, high: 3, dtype: 'f32' }),
      random.normal(k, [5], { mean: 1, std: 2 }),
      random.integers(k, [5], { high: 10 }),
      random.permutation(k, 5),
      random.bernoulli(k, 0.5, [5]),
      random.foldIn(k, 3),
      random.split(k, 3),
    ];
    const keys = random.split(key, 3);
    const direct = [...keys].map((k) => draw(k).map(numbers));
    expect([...keys].map((k) => compile(draw)(k).map(numbers))).toEqual(direct);
    const mapped = vmap(draw)(keys);
    expect(direct.map((_, i) => mapped.map((one) => numbers([...one][i] as Tensor)))).toEqual(direct);
  });

  test('a key made of a traced seed is the key of that seed', () => {
    const seeds = [0, 1, -1, 2 ** 31, 2 ** 32 + 9, -(2 ** 40)];
    expect([...vmap((seed: Operand) => random.key(seed))(seeds)].map(numbers)).toEqual(
      seeds.map((seed) => numbers(random.key(seed))),
    );
  });

  test('number i depends on the key and i alone, not on the shape', () => {
    const long = numbers(random.normal(key, [12]));
    expect(numbers(random.normal(key, [5]))).toEqual(long.slice(0, 5));
    expect(numbers(random.normal(key, [3, 4]))).toEqual(long);
    expect(random.normal(key, []).item()).toBe(long[0]);
    expect(numbers(random.split(key, 2))).toEqual(numbers(random.split(key, 5)).slice(0, 4));
    expect(random.uniform(key, [0, 2]).shape).toEqual([0, 2]);
  });

  test('keys that are split off or folded into differ from each other and from their parent', () => {
    const keys = [key, ...random.split(key, 100), ...Array.from({ length: 100 }, (_, i) => random.foldIn(key, i))];
    expect(new Set(keys.map((one) => numbers(one).join())).size).toBe(201);
    expect(new Set(keys.map((one) => random.bits(one, []).item())).size).toBe(201);
    expect(numbers(random.foldIn(key, -1))).not.toEqual(numbers(random.foldIn(key, 1)));
  });
});

describe('distributions', () => {
  const n = 100_000;

  /** How many standard errors the mean of some numbers is off. */
  const offMean = (sample: readonly number[], mean: number, variance: number): number =>
    Math.abs(sample.reduce((total, x) => total + x, 0) / sample.length - mean) / Math.sqrt(variance / sample.length);

  /** χ² of counts that should be equal. */
  const chiSquare = (counts: readonly number[]): number => {
    const expected = counts.reduce((total, count) => total + count, 0) / counts.length;
    return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
  };

  const histogram = (sample: readonly number[], bins: number, bin: (x: number) => number): number[] => {
    const counts = new Array<number>(bins).fill(0);
    for (const x of sample) counts[bin(x)] = (counts[bin(x)] ?? 0) + 1;
    return counts;
  };

  // 99 degrees of freedom: χ² is below 149 in 999 of 1000 samples.
  test.each(['f64', 'f32'] as const)('uniform numbers of %s fill [0, 1) evenly', (dtype) => {
    const sample = numbers(random.uniform(key, [n], { dtype }));
    expect(Math.min(...sample)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...sample)).toBeLessThan(1);
    expect(offMean(sample, 1 / 2, 1 / 12)).toBeLessThan(3);
    expect(
      offMean(
        sample.map((u) => (u - 1 / 2) ** 2),
        1 / 12,
        1 / 180,
      ),
    ).toBeLessThan(3);
    expect(chiSquare(histogram(sample, 100, (u) => Math.floor(u * 100)))).toBeLessThan(149);
  });

  test('uniform numbers have 53 random bits in f64 and 24 in f32', () => {
    const fine = numbers(random.uniform(key, [1000]));
    expect(fine.every((u) => Number.isInteger(u * 2 ** 53))).toBe(true);
    expect(fine.some((u) => (u * 2 ** 53) % 2 === 1)).toBe(true);
    const coarse = numbers(random.uniform(key, [1000], { dtype: 'f32' }));
    expect(coarse.every((u) => Number.isInteger(u * 2 ** 24))).toBe(true);
    expect(coarse.some((u) => (u * 2 ** 24) % 2 === 1)).toBe(true);
  });

  test('bounds are kept where rounding would reach the upper one', () => {
    const high = 1 + Number.EPSILON;
    expect(new Set(numbers(random.uniform(key, [1000], { low: 1, high })))).toEqual(new Set([1]));
    const sample = numbers(random.uniform(key, [1000], { low: [-2], high: 3 }));
    expect(Math.min(...sample)).toBeGreaterThanOrEqual(-2);
    expect(Math.max(...sample)).toBeLessThan(3);
    expect(Math.max(...sample)).toBeGreaterThan(2.9);
  });

  test('normal numbers have the moments and the tails of their distribution', () => {
    const sample = numbers(random.normal(key, [n]));
    expect(offMean(sample, 0, 1)).toBeLessThan(3);
    for (const [power, moment, variance] of [
      [2, 1, 2],
      [3, 0, 15],
      [4, 3, 96],
    ] as const) {
      expect(
        offMean(
          sample.map((z) => z ** power),
          moment,
          variance,
        ),
      ).toBeLessThan(3);
    }
    const beyond = sample.filter((z) => Math.abs(z) > 1.959963984540054).length;
    expect(Math.abs(beyond - n / 20) / Math.sqrt((n / 20) * 0.95)).toBeLessThan(3);
  });

  test('normal numbers of f32 are those of f64, rounded once', () => {
    const fine = numbers(random.normal(key, [1000]));
    expect(numbers(random.normal(key, [1000], { dtype: 'f32' }))).toEqual(fine.map(Math.fround));
  });

  // Values by mpmath with 120 bits.
  test.each([
    [0.5, 0],
    [0.375, -0.3186393639643752],
    [0.3085, -0.5001066271622765],
    [0.025, -1.9599639845400545],
    [1.52587890625e-5, -4.169569323349106],
    [2 ** -54, -8.292361075813595],
  ])('the normal quantile of %d is %d, to four units in the last place', (p, z) => {
    const found = numbers(lowerNormalQuantile(tensor([p])))[0] ?? Number.NaN;
    expect(Math.abs(found - z)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(z));
  });

  test('whole numbers come evenly, from the lower bound to below the upper one', () => {
    const sample = numbers(random.integers(key, [n], { low: -30, high: 70 }));
    expect(Math.min(...sample)).toBe(-30);
    expect(Math.max(...sample)).toBe(69);
    expect(chiSquare(histogram(sample, 100, (i) => i + 30))).toBeLessThan(149);
    const wide = numbers(random.integers(key, [n], { low: -(2 ** 31), high: 2 ** 31 }));
    expect(chiSquare(histogram(wide, 100, (i) => Math.floor(((i + 2 ** 31) / 2 ** 32) * 100)))).toBeLessThan(149);
    expect(numbers(random.integers(key, [3], { low: 5, high: 6 }))).toEqual([5, 5, 5]);
  });

  test('each bit of a word is set half the time', () => {
    const sample = numbers(random.bits(key, [n]));
    for (let bit = 0; bit < 32; bit++) {
      const set = sample.filter((word) => (word >>> bit) & 1).length;
      expect(Math.abs(set - n / 2) / Math.sqrt(n / 4)).toBeLessThan(4);
    }
  });

  test('truth values hold as often as asked for', () => {
    const sample = numbers(random.bernoulli(key, 0.3, [n]));
    expect(offMean(sample, 0.3, 0.21)).toBeLessThan(3);
    expect(random.bernoulli(key, [0, 1, -1, 2]).toArray()).toEqual([false, true, false, true]);
    expect(random.bernoulli(key, 1).toArray()).toBe(true);
  });

  test('a permutation has each number once, and all orders are alike', () => {
    expect(numbers(random.permutation(key, 100)).toSorted((l, r) => l - r)).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
    const draw = vmap((k: Operand) => random.permutation(k, 3));
    const orders = new Map<string, number>();
    for (const order of draw(random.split(key, 6000)).toArray() as number[][]) {
      orders.set(order.join(), (orders.get(order.join()) ?? 0) + 1);
    }
    expect(orders.size).toBe(6);
    // 5 degrees of freedom: below 20.5 in 999 of 1000 samples.
    expect(chiSquare([...orders.values()])).toBeLessThan(20.5);
    expect(random.permutation(key, 0).toArray()).toEqual([]);
  });

  test('a permutation of an array moves its parts along axis 0', () => {
    const order = numbers(random.permutation(key, 4));
    const rows = [
      [0, 10],
      [1, 11],
      [2, 12],
      [3, 13],
    ];
    expect(random.permutation(key, rows).toArray()).toEqual(order.map((i) => rows[i]));
  });
});

test('gradients flow to the parameters of a distribution', () => {
  const z = numbers(random.normal(key, [3]));
  const f = ({ mean, std }: { mean: Operand; std: Operand }): Operand => sum(random.normal(key, [3], { mean, std }));
  expect(grad(f)({ mean: 0.5, std: 2 })).toEqual({ mean: 3, std: numbers(sum(tensor(z)))[0] });
  const u = numbers(random.uniform(key, []))[0] ?? 0;
  expect(grad((high: Operand) => mul(random.uniform(key, [], { high }), 1))(3)).toBe(u);
});
