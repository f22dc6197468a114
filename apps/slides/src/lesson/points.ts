// The lecture's training data and starting values, and the names used for them on every slide.

/** Training data: point i is (x[i], y[i]). */
export interface Points {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The line y = a x + b. */
export interface Line {
  readonly a: number;
  readonly b: number;
}

export const lecturePoints: Points = { x: [-2, 0, 1], y: [-1, 1, 2] };
export const lectureLine: Line = { a: 2, b: 1 };
export const lectureRate = 0.1;
