// The shape of the loss's bowl: where its bottom is and how steep its walls are. The loss is quadratic in a and b, so one
// Hessian says all of it, among other things the learning rate at which a descent goes over the edge.

import type { Engine, Operand } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import type { Line, Points } from './points.ts';
import { single } from './read.ts';
import { lossesOn } from './regression.ts';

export interface Bowl {
  /** The least-squares line; not finite where all x are equal. */
  readonly minimum: Line;
  /** The loss there. */
  readonly least: number;
  /** The greatest and the least eigenvalue of the Hessian. */
  readonly steepest: number;
  readonly flattest: number;
  /** 2/λmax: beyond this learning rate plain descent diverges. */
  readonly limit: number;
  /** How far a and b reach on the ring where the loss is 1 above its least. */
  readonly ring: Line;
}

type BowlOf = (points: Points) => Bowl;

/** The bowl over the given points, kept for as long as they are. */
export const bowlOn: (engine: Engine) => BowlOf = perEngine((engine) => {
  const compute = bowl(engine);
  const kept = new WeakMap<Points, Bowl>();
  return (points) => {
    const known = kept.get(points) ?? compute(points);
    kept.set(points, known);
    return known;
  };
});

function bowl(engine: Engine): BowlOf {
  const { add, sub, mul, div, square, sqrt, grad, hessian, compile } = engine;
  const { loss } = lossesOn(engine);
  const zero: Line = { a: 0, b: 0 };

  const shape = compile((start: Line, points: Points) => {
    const cost = (line: Line): Operand => loss(line, points);
    const slope = grad(cost)(start);
    const curvature = hessian(cost)(start);
    const [p, q, r] = [curvature.a.a, curvature.a.b, curvature.b.b];
    const determinant = sub(mul(p, r), square(q));
    // One Newton step from anywhere ends at the bottom of a quadratic bowl.
    const minimum = {
      a: sub(start.a, div(sub(mul(r, slope.a), mul(q, slope.b)), determinant)),
      b: sub(start.b, div(sub(mul(p, slope.b), mul(q, slope.a)), determinant)),
    };
    const middle = div(add(p, r), 2);
    const half = sqrt(add(square(div(sub(p, r), 2)), square(q)));
    const steepest = add(middle, half);
    return {
      minimum,
      least: loss(minimum, points),
      steepest,
      flattest: sub(middle, half),
      limit: div(2, steepest),
      ring: { a: sqrt(div(mul(2, r), determinant)), b: sqrt(div(mul(2, p), determinant)) },
    };
  });

  return (points) => {
    const { minimum, least, steepest, flattest, limit, ring } = shape(zero, points);
    const line = (pair: { readonly a: unknown; readonly b: unknown }): Line => ({
      a: single(pair.a),
      b: single(pair.b),
    });
    return {
      minimum: line(minimum),
      least: single(least),
      steepest: single(steepest),
      flattest: single(flattest),
      limit: single(limit),
      ring: line(ring),
    };
  };
}
