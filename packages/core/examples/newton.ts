// Finds the lowest point of Rosenbrock's valley, at (1, 1), by Newton's method: a handful of steps.
// Shows: first and second derivatives as plain numbers, named like the argument: h.x.y is ∂²f/∂x∂y.

import { add, grad, hessian, mul, square, sub } from '@chainrule/core';

type Point = { x: number; y: number };

/** (1 − x)² + 100 (y − x²)² */
const valley = ({ x, y }: Point) => add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));

/** Solves h · step = g, two equations with two unknowns, by Cramer's rule. */
function solve(h: { x: Point; y: Point }, g: Point): Point {
  const determinant = h.x.x * h.y.y - h.x.y * h.y.x;
  return {
    x: (g.x * h.y.y - h.x.y * g.y) / determinant,
    y: (h.x.x * g.y - g.x * h.y.x) / determinant,
  };
}

let point: Point = { x: -1.2, y: 1 };
export const path: Point[] = [point];
while (valley(point) > 1e-20) {
  const step = solve(hessian(valley)(point), grad(valley)(point));
  point = { x: point.x - step.x, y: point.y - step.y };
  path.push(point);
}

console.log(`(${point.x.toFixed(6)}, ${point.y.toFixed(6)}) after ${path.length - 1} steps`); // (1.000000, 1.000000) after 7 steps
