// The lecture's figures for section 2, as its table has them.

export const figures = {
  points: { x: [-2, 0, 1], y: [-1, 1, 2] },
  rate: 0.1,
  before: {
    line: { a: 2, b: 1 },
    prediction: [-3, 1, 3],
    residual: [2, 0, -1],
    square: [4, 0, 1],
    loss: 5,
    termsA: [8, 0, 2],
    termsB: [-4, 0, 2],
    gradient: { a: 10, b: -2 },
  },
  after: {
    line: { a: 1, b: 1.2 },
    prediction: [-0.8, 1.2, 2.2],
    residual: [-0.2, -0.2, -0.2],
    square: [0.04, 0.04, 0.04],
    loss: 0.12,
  },
} as const;
