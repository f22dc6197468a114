// Bundle adjustment: how far a point seen by a camera is from where it was observed, and the derivatives of that.

import type { Api, Operand } from './api.ts';

/** The residual of one observation: [2], from a camera [11], a point [3], a weight and a feature [2]. */
export const reprojection = (api: Api) => {
  const { add, concatenate, cos, div, dot, mul, sin, slice, sqrt, square, sub, sum, stack } = api;

  const cross = (a: Operand, b: Operand): Operand => {
    const [a0, a1, a2] = a as Iterable<Operand> as [Operand, Operand, Operand];
    const [b0, b1, b2] = b as Iterable<Operand> as [Operand, Operand, Operand];
    return stack([sub(mul(a1, b2), mul(a2, b1)), sub(mul(a2, b0), mul(a0, b2)), sub(mul(a0, b1), mul(a1, b0))]);
  };

  /** Rodrigues' formula: a point turned about an axis by the axis' length. */
  const rotate = (axis: Operand, point: Operand): Operand => {
    const angle = sqrt(sum(square(axis)));
    const unit = div(axis, angle);
    const along = mul(dot(unit, point), sub(1, cos(angle)));
    return add(add(mul(point, cos(angle)), mul(cross(unit, point), sin(angle))), mul(unit, along));
  };

  return (camera: Operand, point: Operand, weight: Operand, feature: Operand): Operand => {
    const part = (start: number, end: number): Operand => slice(camera, [start], [end]);
    const turned = rotate(part(0, 3), sub(point, part(3, 6)));
    const flat = div(slice(turned, [0], [2]), slice(turned, [2], [3]));
    const radius = sum(square(flat));
    const [k1, k2] = [slice(camera, [9], [10]), slice(camera, [10], [11])];
    const distortion = add(1, add(mul(k1, radius), mul(k2, square(radius))));
    const pixel = add(mul(mul(flat, distortion), part(6, 7)), part(7, 9));
    return mul(weight, sub(pixel, concatenate([feature])));
  };
};

/** Jacobians of many observations by camera, point and weight: blocks [p, 2, 15]. */
export const reprojectionBlocks = (api: Api) => {
  const { concatenate, expandDims, jacobian, vmap } = api;
  const residual = reprojection(api);
  const block = (camera: Operand, point: Operand, weight: Operand, feature: Operand): Operand => {
    const by = jacobian(residual, { argnums: [0, 1, 2] })(camera, point, weight, feature) as readonly Operand[];
    const [byCamera, byPoint, byWeight] = by as readonly [Operand, Operand, Operand];
    return concatenate([byCamera, byPoint, expandDims(byWeight, 1)], { axis: 1 });
  };
  return vmap(block) as unknown as (...observations: [Operand, Operand, Operand, Operand]) => Operand;
};
