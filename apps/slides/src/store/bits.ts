// Whether two backends give the same numbers, bit for bit (a NaN equals a NaN, 0 differs from −0).

import type { Line, Points } from '../lesson/points.ts';
import type { Regression } from '../lesson/regression.ts';

function numbersOf(lesson: Regression, line: Line, points: Points): number[] {
  const { loss, gradient } = lesson.slope(line, points);
  const { prediction, residual, square, terms } = lesson.rows(line, points);
  const field = lesson.field(Float64Array.of(line.a, line.b), Float64Array.of(line.b, line.a), points);
  return [loss, gradient.a, gradient.b, ...prediction, ...residual, ...square, ...terms.a, ...terms.b].concat(
    field.loss,
    field.a,
    field.b,
  );
}

/** Compares every number the slides show at this line and these points. */
export function sameBits(one: Regression, other: Regression, line: Line, points: Points): boolean {
  const expected = numbersOf(other, line, points);
  return numbersOf(one, line, points).every((value, index) => Object.is(value, expected[index]));
}
