import { describe, expect, it } from 'vitest';
import { longestOf, pixelsOf, roomFor, sumOf } from '../src/components/arrow-scale.ts';
import { frame } from '../src/components/axes.ts';
import { bowlOn } from '../src/lesson/bowl.ts';
import { cliffOn, Descents, longest, ratesUpTo } from '../src/lesson/cliff.ts';
import { descend } from '../src/lesson/descent.ts';
import { optimiseOn, optimiserNames } from '../src/lesson/optimisers.ts';
import type { Line, Points } from '../src/lesson/points.ts';
import { regressionOn } from '../src/lesson/regression.ts';
import { extentOf, greatestRate, rateOf, startOf, windowOf } from '../src/lesson/scales.ts';
import { groupsOf, valleysOn } from '../src/lesson/valleys.ts';
import { sameBits } from '../src/store/bits.ts';
import { engines } from '../src/store/engine.ts';
import { figures } from './figures.ts';

const { points, rate, before, after } = figures;
const own: Points = { x: [1, 2, 4, 7, 8], y: [30, 28, 21, 12, 14] };

describe.each(['typescript', 'wasm'] as const)('the bowl on the %s backend', (name) => {
  const engine = engines[name];

  it('has its bottom at (1, 1) and its edge at 2/λmax', () => {
    const bowl = bowlOn(engine)(points);
    expect(bowl.minimum).toEqual({ a: 1, b: 1 });
    expect(bowl.least).toBe(0);
    // The Hessian is (10, −2; −2, 6).
    expect(Math.abs(bowl.steepest - (8 + Math.sqrt(8)))).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(bowl.flattest - (8 - Math.sqrt(8)))).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(bowl.limit - 2 / (8 + Math.sqrt(8)))).toBeLessThanOrEqual(1e-12);
  });

  it('has a gradient of 0 at the least-squares line of other data', () => {
    const { minimum, least } = bowlOn(engine)(own);
    const { loss, gradient } = regressionOn(engine).slope(minimum, own);
    expect(Math.hypot(gradient.a, gradient.b)).toBeLessThan(1e-9);
    expect(loss).toBe(least);
  });

  it('counts in one batch what a loop counts one by one', () => {
    const cliff = cliffOn(engine);
    const rates = Float64Array.of(0.005, 0.02, 0.1, 0.125, 0.17, 0.184, 0.186, 0.3);
    const found = cliff.steps(rates, before.line, points);
    const expected = [...rates].map((one) => {
      const { path, end } = cliff.walk(one, before.line, points);
      return end === 'arrived' ? path.length - 1 : longest;
    });
    expect(found).toEqual(expected);
    const { path } = cliff.walk(0.1, before.line, points);
    expect(path).toEqual(descend(regressionOn(engine), points, before.line, 0.1, path.length - 1).path);
    expect(found.slice(-2)).toEqual([longest, longest]);
    expect(found[3]).toBeLessThan(20);
  });

  it('goes over the edge exactly where the factor passes 1', () => {
    const { limit, steepest } = bowlOn(engine)(points);
    const cliff = cliffOn(engine);
    expect(cliff.factor(0.99 * limit, steepest)).toBeLessThan(1);
    expect(cliff.factor(1.01 * limit, steepest)).toBeGreaterThan(1);
    expect(cliff.walk(0.95 * limit, before.line, points).end).toBe('arrived');
    expect(cliff.walk(1.05 * limit, before.line, points).end).toBe('lost');
  });

  it('shows the arrows of gradients whole, and near an edge not as dots', () => {
    const plot = frame(268, 268, { x: [0, 10], y: [0, 10] });
    const scaled = (line: Line, slope: Line): number => roomFor(plot, line, [slope]);
    const middle = scaled({ a: 5, b: 5 }, { a: 1000, b: -20 });
    expect(plot.x(5 + 1000 * middle)).toBeCloseTo(plot.right - 4, 6);
    expect(longestOf(pixelsOf(plot, [{ a: 1000, b: 0 }])) * scaled({ a: 10, b: 5 }, { a: 1000, b: 0 })).toBeCloseTo(
      40,
      6,
    );
    expect(
      sumOf([
        { a: 8, b: -4 },
        { a: 2, b: 2 },
      ]),
    ).toEqual({ a: 10, b: -2 });
  });

  it('splits into valleys whose gradients at (2, 1) are (8, −4), (0, 0), (2, 2), and add up to (10, −2)', () => {
    const valleys = valleysOn(engine);
    const slopes = valleys.gradients(points, before.line);
    expect(slopes.map(({ a, b }) => [a + 0, b + 0])).toEqual([
      [8, -4],
      [0, 0],
      [2, 2],
    ]);
    const window = windowOf(engine, points);
    const { layers, sums } = valleys.layers(points, window);
    layers[0]?.loss.forEach((_, i) => {
      const total = layers.reduce((sum, { loss }) => sum + (loss[i] ?? Number.NaN), 0);
      expect(Math.abs(total - (sums[2]?.loss[i] ?? 0))).toBeLessThanOrEqual(1e-12 * Math.max(1, total));
    });
    expect(valleys.floor(points, 0, 1)).toBe(1);
  });

  it('shows many points as three layers', () => {
    expect(groupsOf(own)).toEqual([[0], [1], [2, 3, 4]]);
    const slopes = valleysOn(engine).gradients(own, before.line);
    const { gradient } = regressionOn(engine).slope(before.line, own);
    expect(Math.abs(slopes.reduce((sum, { a }) => sum + a, 0) - gradient.a)).toBeLessThan(1e-9);
  });
});

describe.each(['typescript', 'wasm'] as const)('the optimisers on the %s backend', (name) => {
  const engine = engines[name];
  const lesson = regressionOn(engine);
  const optimise = optimiseOn(engine);

  it('take the lecture’s step where there is no memory', () => {
    const { line } = optimise('plain', before.line, before.gradient, rate, undefined);
    expect(Math.abs(line.a - after.line.a)).toBeLessThanOrEqual(1e-12);
    expect(Math.abs(line.b - after.line.b)).toBeLessThanOrEqual(1e-12);
    expect(line).toEqual(lesson.step(before.line, before.gradient, rate));
  });

  it.each(optimiserNames)('%s arrives, and walks back to exactly where it was', (kind) => {
    const optimiser = { name: kind, optimise };
    const walk = (steps: number, known?: ReturnType<typeof descend>): ReturnType<typeof descend> =>
      descend(lesson, points, before.line, 0.05, steps, known, optimiser);
    const far = walk(400);
    expect(Math.abs((far.path.at(-1)?.a ?? 0) - 1)).toBeLessThan(1e-2);
    const five = walk(5, far);
    expect(five).toEqual(walk(5));
    expect(walk(9, five)).toEqual(walk(9));
  });
});

describe('scales', () => {
  const engine = engines.typescript;

  it('are the lecture’s for the lecture’s data', () => {
    const lecture = { x: [-4.4, 4.4], y: [-4, 4] } as const;
    const copy = { x: [...points.x], y: [...points.y] };
    expect(extentOf(copy, lecture)).toBe(lecture);
    expect(windowOf(engine, copy)).toEqual({ a: [-1.4, 3.4], b: [-1.1, 3.1] });
    expect(startOf(engine, copy)).toEqual({ a: 2, b: 1 });
    expect(rateOf(engine, copy)).toBe(0.1);
    expect(greatestRate(engine, copy)).toBe(0.3);
  });

  it.each<[string, Points]>([
    ['a few', own],
    ['far from 0', { x: [150, 160, 171, 190], y: [50, 61, 66, 80] }],
    ['tiny', { x: [0.001, 0.002, 0.004], y: [1e-5, 3e-5, 2e-5] }],
    ['level', { x: [1, 2, 3], y: [5, 5, 5] }],
    ['zero', { x: [1, 2, 3], y: [0, 0, 0] }],
  ])('hold all points, the minimum and a start that descends: %s', (_, data) => {
    const extent = extentOf(data, { x: [-4.4, 4.4], y: [-4, 4] });
    data.x.forEach((x, i) => {
      expect(x > extent.x[0] && x < extent.x[1]).toBe(true);
      expect((data.y[i] ?? 0) > extent.y[0] && (data.y[i] ?? 0) < extent.y[1]).toBe(true);
    });
    const window = windowOf(engine, data);
    const { minimum, limit } = bowlOn(engine)(data);
    const start = startOf(engine, data);
    for (const line of [minimum, start]) {
      expect(line.a).toBeGreaterThan(window.a[0]);
      expect(line.a).toBeLessThan(window.a[1]);
      expect(line.b).toBeGreaterThan(window.b[0]);
      expect(line.b).toBeLessThan(window.b[1]);
    }
    const learning = rateOf(engine, data);
    expect(learning).toBeLessThan(limit);
    const [first, second] = descend(regressionOn(engine), data, start, learning, 1).slopes;
    expect(second?.loss ?? Number.NaN).toBeLessThan(first?.loss ?? 0);
  });
});

it('the two backends count the same steps, bit for bit, and a picture computes them a part at a time', () => {
  const rates = ratesUpTo(0.3, 64);
  const [one, other] = [engines.typescript, engines.wasm].map((engine) =>
    cliffOn(engine).steps(rates, before.line, points),
  );
  expect(sameBits(one, other)).toBe(true);
  const descents = new Descents(engines.wasm, points, before.line, 0.3, 64);
  while (!descents.isDone) descents.advance();
  expect([...descents.steps]).toEqual(one);
});
