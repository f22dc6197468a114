// The programs in examples/: each prints what its comments say, and what it finds is right.

import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test, vi } from 'vitest';

const folder = new URL('../examples/', import.meta.url);

/** What a program says it prints: the comments behind its `console.log(…);`. */
async function promised(name: string): Promise<string[]> {
  const text = await readFile(new URL(`${name}.ts`, folder), 'utf8');
  return [...text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment = '']) => comment);
}

/** What a program exports, once it has printed what it says. */
async function run<Exports>(name: string, load: () => Promise<Exports>): Promise<Exports> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    const found = await load();
    expect(log).toHaveBeenCalled();
    expect(log.mock.calls.map(([line]) => line)).toEqual(await promised(name));
    return found;
  } finally {
    log.mockRestore();
  }
}

type HasNumbers = { readonly shape: readonly number[]; toTypedArray(): Iterable<number> };

const list = (tensor: HasNumbers): number[] => [...tensor.toTypedArray()];

/** The rows of a matrix. */
const rows = (tensor: HasNumbers): number[][] => {
  const [count = 0, width = 0] = tensor.shape;
  const all = list(tensor);
  return Array.from({ length: count }, (_, i) => all.slice(i * width, (i + 1) * width));
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0);

const squaredDistance = (p: readonly number[], q: readonly number[]): number =>
  total(p.map((x, k) => (x - (q[k] ?? Number.NaN)) ** 2));

describe('examples', () => {
  test('linear regression ends at the line that the closed form gives', async () => {
    const { line } = await run('linear-regression', () => import('../examples/linear-regression.ts'));
    const [x, y] = [
      [-2, -1, 0, 1, 2],
      [-3.1, -0.9, 1.2, 2.8, 5],
    ] as const;
    // The x sum to 0, so slope and intercept can be found one by one.
    expect(line.a).toBeCloseTo(total(x.map((at, i) => at * (y[i] ?? 0))) / total(x.map((at) => at * at)), 12);
    expect(line.b).toBeCloseTo(total(y) / 5, 12);
  });

  test('logistic regression ends where the two equations of the greatest likelihood hold', async () => {
    const { hours, model, passed } = await run(
      'logistic-regression',
      () => import('../examples/logistic-regression.ts'),
    );
    const surprise = hours.map(
      (x, i) => 1 / (1 + Math.exp(-(model.intercept + model.slope * x))) - (passed[i] ?? Number.NaN),
    );
    expect(total(surprise)).toBeCloseTo(0, 6);
    expect(total(surprise.map((one, i) => one * (hours[i] ?? Number.NaN)))).toBeCloseTo(0, 6);
  });

  test('softmax regression ends where the slope of its loss is 0, and tells nine points in ten right', async () => {
    const { accuracy, labels, model, points } = await run(
      'softmax-regression',
      () => import('../examples/softmax-regression.ts'),
    );
    const [weights, bias, classes] = [rows(model.weights), list(model.bias), list(labels)];
    const slope = weights.map((row) => row.map((w) => 2 * 0.05 * w));
    let right = 0;
    rows(points).forEach((point, i) => {
      const powers = bias.map((b, c) => Math.exp(b + total(point.map((x, k) => x * (weights[k]?.[c] ?? Number.NaN)))));
      const surprise = powers.map((power, c) => power / total(powers) - (c === classes[i] ? 1 : 0));
      right += powers.indexOf(Math.max(...powers)) === classes[i] ? 1 : 0;
      for (const [k, row] of slope.entries())
        for (const c of bias.keys()) row[c] = (row[c] ?? 0) + ((surprise[c] ?? 0) * (point[k] ?? 0)) / 150;
    });
    for (const one of slope.flat()) expect(one).toBeCloseTo(0, 6);
    expect(accuracy).toBeCloseTo(right / 150, 12);
    expect(accuracy).toBeGreaterThan(0.9);
  });

  test('the spirals are told apart without an error', async () => {
    const { accuracy, losses } = await run('spirals', () => import('../examples/spirals.ts'));
    expect(accuracy).toBe(1);
    expect(losses.at(-1)).toBeLessThan(0.01);
  });

  test('the recurrent network tells the next value of waves that it has not seen', async () => {
    const { unseen } = await run('sine', () => import('../examples/sine.ts'));
    // To say that the value stays as it is errs by (2 sin 0.2)² / 2 = 0.08 on average.
    expect(unseen).toBeLessThan(0.001);
  });

  test('Newton’s method ends at (1, 1), with twice as many right digits at each of the last steps', async () => {
    const { path } = await run('newton', () => import('../examples/newton.ts'));
    const errors = path.map(({ x, y }) => Math.hypot(x - 1, y - 1));
    expect(path.length).toBeLessThan(10);
    expect(errors.at(-1)).toBeLessThan(1e-9);
    for (const k of [-1, -2]) expect(errors.at(k)).toBeLessThan(10 * (errors.at(k - 1) ?? 0) ** 2 + 1e-12);
  });

  test('the ball hits the target in a simulation by a plain loop', async () => {
    const { velocity } = await run('projectile', () => import('../examples/projectile.ts'));
    const [vx = 0, vy = 0] = list(velocity);
    const ball = { x: 0, y: 0, vx, vy };
    for (let i = 0; i < 200; i++) {
      const speed = Math.hypot(ball.vx, ball.vy);
      ball.vx += 0.01 * (-0.01 * speed * ball.vx);
      ball.vy += 0.01 * (-9.81 - 0.01 * speed * ball.vy);
      ball.x += 0.01 * ball.vx;
      ball.y += 0.01 * ball.vy;
    }
    expect(ball.x).toBeCloseTo(25, 9);
    expect(ball.y).toBeCloseTo(5, 9);
  });

  test('the principal component is the one that the closed form for two dimensions gives', async () => {
    const { covariance, direction, largest } = await run(
      'principal-component',
      () => import('../examples/principal-component.ts'),
    );
    const [xx = 0, xy = 0, yx = 0, yy = 0] = list(covariance);
    const angle = Math.atan2(2 * xy, xx - yy) / 2;
    const [x = 0, y = 0] = list(direction);
    expect(xy).toBe(yx);
    expect(x).toBeCloseTo(Math.cos(angle), 12);
    expect(y).toBeCloseTo(Math.sin(angle), 12);
    expect(largest).toBeCloseTo((xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy), 12);
  });

  test('kernel regression is close to the curve behind the noise, with bumps wider than at the start', async () => {
    const { model, worst } = await run('kernel-regression', () => import('../examples/kernel-regression.ts'));
    expect(worst).toBeLessThan(0.15);
    expect(Math.exp(model.logWidth)).toBeGreaterThan(0.3);
  });

  test('each centre of k-means is the mean of the points that are nearest to it', async () => {
    const { centres, costs, points } = await run('k-means', () => import('../examples/k-means.ts'));
    const found = rows(centres);
    const nearest = rows(points).map((point) => {
      const distances = found.map((centre) => squaredDistance(point, centre));
      return distances.indexOf(Math.min(...distances));
    });
    found.forEach((centre, c) => {
      const own = rows(points).filter((_, i) => nearest[i] === c);
      expect(own).toHaveLength(4);
      for (const [k, x] of centre.entries()) expect(x).toBeCloseTo(total(own.map((point) => point[k] ?? 0)) / 4, 12);
    });
    for (const [i, cost] of costs.entries()) if (i > 0) expect(cost).toBeLessThanOrEqual(costs[i - 1] ?? 0);
  });

  test('every program has its row in the table of the README', async () => {
    const readme = await readFile(new URL('README.md', folder), 'utf8');
    const listed = [...readme.matchAll(/^\| \[`(.*?)`\]\((.*?)\)/gm)].map(([, name, link]) => [name, link]);
    const programs = (await readdir(folder)).filter((file) => file.endsWith('.ts'));
    expect(listed.toSorted()).toEqual(programs.toSorted().map((file) => [file, file]));
  });
});
