// Values and gradients that others computed in 113-bit arithmetic and rounded once: objectives of GradBench (MIT licence,
// commit f26651a7bcc1).

import { expect, test } from 'vitest';
import {
  add,
  logSumExp,
  matmul,
  mul,
  type Operand,
  reshape,
  slice,
  square,
  sub,
  sum,
  valueAndGrad,
} from '../src/index.ts';

function close(found: number, exact: number, size: number): void {
  expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-15 * Math.max(1, size));
}

function agrees(f: (x: Operand) => Operand, x: number[], value: number, gradient: readonly number[]): void {
  const [found, slope] = valueAndGrad(f)(x);
  close(found, value, Math.abs(value));
  const size = Math.max(...gradient.map(Math.abs));
  expect(slope.length).toBe(gradient.length);
  gradient.forEach((exact, i) => {
    close(slope[i] ?? Number.NaN, exact, size);
  });
}

test('log Σ exp of ten numbers', () => {
  agrees(
    (x) => logSumExp(x),
    [
      0.8862307577671197, 0.6075181414095023, 0.5357528044225025, 0.26874442712959945, 0.2465948394648756,
      0.4875025492147341, 0.013595438320110342, 0.9589019790462953, 0.9719500903664396, 0.848507519231137,
    ],
    2.9332485818802905,
    [
      0.12911938672630338, 0.09771204514594149, 0.09094541592267942, 0.06963387259942372, 0.06810846695061569,
      0.08666145850049073, 0.05395239779185903, 0.1388520081181131, 0.14067563615474105, 0.12433931208983239,
    ],
  );
});

test('half the squared distance of a cubic from the sign of t, at 16 points t in [−1, 1]', () => {
  const t = Array.from({ length: 16 }, (_, i) => -1 + (2 * i) / 15);
  const powers = t.map((at) => [1, at, at * at, at * at * at]);
  agrees(
    (x) => mul(0.5, sum(square(sub(t.map(Math.sign), matmul(powers, x))))),
    [0.2028331447547701, 0.9215010698247421, 0.8656152193913049, 0.5368668657372464],
    5.534045477817648,
    [8.477493419952653, -0.7682671873766872, 4.765281339006512, 0.7096322717084198],
  );
});

test('the determinant of a 3 × 3 matrix, expanded along its rows', () => {
  const determinant = (matrix: Operand, n: number, row: number, columns: readonly number[]): Operand =>
    columns.reduce<Operand>((total, column, k) => {
      const at = row * n + column;
      const rest = columns.filter((other) => other !== column);
      const minor = rest.length === 0 ? 1 : determinant(matrix, n, row + 1, rest);
      const term = mul(reshape(slice(matrix, [at], [at + 1]), []), minor);
      return k % 2 === 0 ? add(total, term) : sub(total, term);
    }, 0);
  agrees(
    (x) => determinant(x, 3, 0, [0, 1, 2]),
    [
      0.3106508659059103, 0.36504724550438084, 0.1672384141598965, 0.8837561908862405, 0.6700728881525351,
      0.21743075931973666, 0.6074181075955603, 0.9075885659848357, 0.19093762900248734,
    ],
    0.03112690863477552,
    [
      -0.0693955425292998, -0.036670931345028204, 0.39507260829395935, 0.08208241695446311, -0.042268701262642726,
      -0.06020686686224972, -0.032689427408575805, 0.08025293021054986, -0.11445404025580667,
    ],
  );
});
