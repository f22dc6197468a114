import { describe, expect, it } from 'vitest';
import { descend, isOver } from '../src/lesson/descent.ts';
import { grid } from '../src/lesson/grid.ts';
import type { Line, Points } from '../src/lesson/points.ts';
import { regressionOn } from '../src/lesson/regression.ts';
import { sameBits } from '../src/store/bits.ts';
import { engines } from '../src/store/engine.ts';
import { figures } from './figures.ts';

const lessons = { typescript: regressionOn(engines.typescript), wasm: regressionOn(engines.wasm) };
const { points, rate, before, after } = figures;

function near(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(Math.abs(value - (expected[i] ?? Number.NaN))).toBeLessThanOrEqual(1e-12);
  });
}

describe.each(['typescript', 'wasm'] as const)('the lecture on the %s backend', (name) => {
  const lesson = lessons[name];

  it('has the worked table at a = 2, b = 1', () => {
    const rows = lesson.rows(before.line, points);
    near(rows.prediction, before.prediction);
    near(rows.residual, before.residual);
    near(rows.square, before.square);
    near(rows.terms.a, before.termsA);
    near(rows.terms.b, before.termsB);
  });

  it('has loss 5 and gradient (10, −2) there', () => {
    expect(lesson.slope(before.line, points)).toEqual({ loss: 5, gradient: { a: 10, b: -2 } });
  });

  it('goes to (1.0, 1.2) and loss 0.12 in one step', () => {
    const next = lesson.step(before.line, before.gradient, rate);
    near([next.a, next.b], [after.line.a, after.line.b]);
    const rows = lesson.rows(next, points);
    near(rows.prediction, after.prediction);
    near(rows.residual, after.residual);
    near(rows.square, after.square);
    near([lesson.slope(next, points).loss], [after.loss]);
  });

  it('gives the gradients of a whole grid in one call, each as if it were alone', () => {
    const { a, b } = grid({ a: [-1, 3], b: [-1, 3] }, 7, 5);
    const field = lesson.field(a, b, points);
    a.forEach((value, i) => {
      const { loss, gradient } = lesson.slope({ a: value, b: b[i] ?? 0 }, points);
      expect([field.loss[i], field.a[i], field.b[i]]).toEqual([loss, gradient.a, gradient.b]);
    });
  });

  it('converges with α = 0.1 and says so', () => {
    const descent = descend(lesson, points, before.line, rate, 40);
    expect(descent.trend).toBe('converged');
    expect(isOver(descent)).toBe(true);
    near(
      [descent.path.at(-1)?.a ?? 0, descent.path.at(-1)?.b ?? 0].map((value) => Math.round(value * 1e6) / 1e6),
      [1, 1],
    );
  });

  it('diverges with α = 0.3, says so, and stops while the numbers can still be read', () => {
    const descent = descend(lesson, points, before.line, 0.3, 1000);
    expect(descent.trend).toBe('diverging');
    expect(isOver(descent)).toBe(true);
    expect(descent.path.length).toBeLessThan(60);
    expect(Number.isFinite(descent.slopes.at(-1)?.loss)).toBe(true);
  });

  it('walks back to exactly where it was', () => {
    const eight = descend(lesson, points, before.line, rate, 8);
    const five = descend(lesson, points, before.line, rate, 5, eight);
    expect(five).toEqual(descend(lesson, points, before.line, rate, 5));
    expect(descend(lesson, points, before.line, rate, 8, five)).toEqual(eight);
  });
});

describe('the two backends', () => {
  it('agree to the bit on everything the regression slides show', () => {
    const numbers = (name: 'typescript' | 'wasm', line: Line, data: Points): unknown => {
      const lesson = lessons[name];
      return [
        lesson.rows(line, data),
        lesson.slope(line, data),
        lesson.field(Float64Array.of(line.a), Float64Array.of(line.b), data),
      ];
    };
    for (const [line, data] of [
      [before.line, points],
      [
        { a: 0.1, b: -1 / 3 },
        { x: [0.7, 1e9], y: [-3e-5, 2] },
      ],
    ] as const) {
      expect(sameBits(numbers('typescript', line, data), numbers('wasm', line, data))).toBe(true);
    }
  });

  it('are told apart by a single bit, and by the sign of a zero', () => {
    expect(sameBits([1, { a: 0.1 }], [1, { a: 0.1 + 2 ** -56 }])).toBe(false);
    expect(sameBits(0, -0)).toBe(false);
    expect(sameBits([Number.NaN], [Number.NaN])).toBe(true);
    expect(sameBits([1, 2], [1])).toBe(false);
  });
});
