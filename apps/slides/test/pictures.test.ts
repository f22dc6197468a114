import { describe, expect, it } from 'vitest';
import { handles, visibleInterval } from '../src/components/visible-line.ts';
import { arrowPath, contourPaths, levels } from '../src/lesson/contour.ts';
import { contains, grid } from '../src/lesson/grid.ts';
import { isolines } from '../src/lesson/isolines.ts';
import { random, randomLine } from '../src/lesson/random.ts';
import { pointText } from '../src/numbers/point-text.ts';

const extent = { x: [-4, 4], y: [-4, 4] } as const;
const window = { a: [-1, 3], b: [-1, 3] } as const;

describe('grid', () => {
  it('spans the window row by row, edges included', () => {
    const { a, b } = grid({ a: [0, 1], b: [10, 20] }, 3, 2);
    expect([...a]).toEqual([0, 0.5, 1, 0, 0.5, 1]);
    expect([...b]).toEqual([10, 10, 10, 20, 20, 20]);
  });
});

describe('random starts', () => {
  it('depend on the seed alone', () => {
    expect(randomLine(7, window)).toEqual(randomLine(7, window));
    expect(random(1)).not.toBe(random(2));
  });

  it('lie in the window, away from its middle, at one decimal', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const line = randomLine(seed, window);
      expect(contains(window, line)).toBe(true);
      expect(Math.hypot(line.a - 1, line.b - 1)).toBeGreaterThan(0.9);
      expect(line.a).toBe(Number(line.a.toFixed(1)));
    }
  });
});

describe('places in a drawing', () => {
  it('are written to a tenth of a pixel', () => {
    expect(pointText(12.34, -3.96)).toBe('12.3 -4.0');
    expect(pointText(0, -0)).toBe('0.0 0.0');
    expect(pointText(-0.04, 0.96)).toBe('0.0 1.0');
    expect(pointText(1e5, -99.999)).toBe('100000.0 -100.0');
    expect(pointText(123456789.1, -1e12)).toBe('123456789.1 -1000000000000.0');
    for (let seed = 0; seed < 500; seed += 1) {
      const value = (random(seed) - 0.5) * 10 ** (seed % 8);
      const [text = ''] = pointText(value, 0).split(' ');
      expect(text).toMatch(/^-?\d+\.\d$/);
      expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.05 + 1e-9);
    }
  });
});

describe('isolines', () => {
  const values = (columns: number, rows: number, height: (column: number, row: number) => number): number[] =>
    Array.from({ length: columns * rows }, (_, i) => height(i % columns, Math.floor(i / columns)));

  it('run from border to border where the height crosses it', () => {
    const slope = values(4, 3, (column) => column);
    expect(isolines(slope, 4, 3, [1.25])[0]).toEqual([
      {
        places: [
          [1.25, 2],
          [1.25, 1],
          [1.25, 0],
        ],
        closed: false,
      },
    ]);
  });

  it('close round a top', () => {
    const top = values(3, 3, (column, row) => (column === 1 && row === 1 ? 4 : 0));
    const [ring, ...others] = isolines(top, 3, 3, [1])[0] ?? [];
    expect(others).toEqual([]);
    expect(ring?.closed).toBe(true);
    expect(ring?.places.toSorted(([a, b], [c, d]) => a - c || b - d)).toEqual([
      [0.25, 1],
      [1, 0.25],
      [1, 1.75],
      [1.75, 1],
    ]);
  });

  it('keep the high corners of a saddle apart', () => {
    const saddle = [1, 0, 0, 1];
    const found = isolines(saddle, 2, 2, [0.5])[0] ?? [];
    expect(found).toHaveLength(2);
    for (const { places } of found)
      expect(places.map(([column, row]) => column + row).toSorted()).toEqual(
        places.some(([column]) => column === 0) ? [0.5, 0.5] : [1.5, 1.5],
      );
  });

  it('lie at every place on the level, whatever the field', () => {
    const [columns, rows] = [30, 20];
    const waves = (column: number, row: number): number => Math.sin(column * 0.7) + Math.cos(row * 0.9 + column * 0.2);
    const found = isolines(values(columns, rows, waves), columns, rows, [0.3])[0] ?? [];
    let crossed = 0;
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const here = waves(column, row) >= 0.3;
        if (column < columns - 1 && here !== waves(column + 1, row) >= 0.3) crossed += 1;
        if (row < rows - 1 && here !== waves(column, row + 1) >= 0.3) crossed += 1;
      }
    }
    const places = found.flatMap((line) => line.places);
    expect(places).toHaveLength(crossed);
    expect(new Set(places.map(String)).size).toBe(crossed);
  });

  it('are the same for many levels at once as for each alone', () => {
    const [columns, rows] = [30, 20];
    const waves = values(columns, rows, (column, row) => Math.sin(column * 0.7) + Math.cos(row * 0.9 + column * 0.2));
    const levels = [-3, -1.2, -0.5, 0, 0, 0.4, 1.9, 3];
    const alone = levels.map((level) => isolines(waves, columns, rows, [level])[0]);
    expect(isolines(waves, columns, rows, levels)).toEqual(alone);
    expect(alone.map((lines = []) => lines.length > 0)).toEqual([false, true, true, true, true, true, true, false]);
  });

  it('pass beside what is no number, and there is none in a field without any', () => {
    expect(isolines([2, 2, Number.NaN, Number.NEGATIVE_INFINITY], 2, 2, [1])[0]).toEqual([
      {
        places: [
          [1, 0],
          [0, 0],
        ],
        closed: false,
      },
    ]);
    expect(isolines([Number.NaN, Number.NaN, Number.NaN, Number.NaN], 2, 2, [1])).toEqual([[]]);
  });
});

describe('contours', () => {
  const { columns, rows, a, b } = grid(window, 21, 21);
  const bowl = {
    loss: a.map((value, i) => (value - 1) ** 2 + ((b[i] ?? 0) - 1) ** 2),
    a: a.map((value) => 2 * (value - 1)),
    b: b.map((value) => 2 * (value - 1)),
  };
  const shape = { columns, rows, a, b };

  it('rise quadratically from the least loss to the greatest', () => {
    expect(levels([0, 16], 4)).toEqual([1, 4, 9, 16]);
  });

  it('draw one path for each level', () => {
    const paths = contourPaths(bowl, shape, 5, (column, row) => [column, row]);
    expect(paths).toHaveLength(5);
    expect(paths.slice(0, 4).every((path) => path.startsWith('M'))).toBe(true);
  });

  it('survive a loss that is flat or not a number', () => {
    const flat = { loss: a.map(() => 2), a: a.map(() => 0), b: a.map(() => 0) };
    expect(contourPaths(flat, shape, 3, (column, row) => [column, row])).toHaveLength(3);
    expect(arrowPath(flat, shape, 5, (column, row) => [column, row])).toBe('');
    const undefinedLoss = { ...flat, loss: flat.loss.map(() => Number.NaN) };
    expect(() => contourPaths(undefinedLoss, shape, 3, (column, row) => [column, row])).not.toThrow();
  });

  it('point arrows downhill', () => {
    const path = arrowPath(bowl, shape, 5, (column, row) => [column * 10, -row * 10]);
    const [, x0, y0, x1, y1] = /^M(\S+) (\S+)L(\S+) (\S+?)M/.exec(path)?.map(Number) ?? [];
    expect((x1 ?? 0) - (x0 ?? 0)).toBeGreaterThan(0);
    expect((y1 ?? 0) - (y0 ?? 0)).toBeLessThan(0);
  });
});

describe('the line in the plot', () => {
  it('is cut where it leaves the plot', () => {
    expect(visibleInterval({ a: 2, b: 0 }, extent)).toEqual([-2, 2]);
    expect(visibleInterval({ a: 0, b: 1 }, extent)).toEqual([-4, 4]);
  });

  it('is not drawn where it passes the plot by', () => {
    expect(visibleInterval({ a: 0, b: 5 }, extent)).toBeUndefined();
    expect(handles({ a: 0, b: -9 }, extent)).toBeUndefined();
  });

  it('keeps both handles inside, the one that turns away from the intercept', () => {
    for (const a of [-9, -2, -0.5, 0, 0.5, 2, 9]) {
      const at = handles({ a, b: 1 }, extent);
      expect(at && Math.abs(a * at.turn + 1)).toBeLessThanOrEqual(4);
      expect(at && Math.abs(a * at.lift + 1)).toBeLessThanOrEqual(4);
    }
    expect(Math.abs(handles({ a: 1, b: 1 }, extent)?.turn ?? 0)).toBeGreaterThan(1);
  });
});
