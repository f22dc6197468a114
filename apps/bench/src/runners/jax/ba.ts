// Bundle adjustment on jax-js: one column of all Jacobians for each of the fifteen numbers, in forward mode.

import { jvp, numpy as np } from '@jax-js/jax';

/** Column `i` of each row, as [rows, 1]. */
const column = (x: np.Array, i: number, count = 1): np.Array => x.ref.slice([], [i, i + count]);

/** Residuals [n, 2] of observations: cameras [n, 11], points [n, 3], weights [n, 1], features [n, 2]. */
function residuals(cameras: np.Array, points: np.Array, weights: np.Array, features: np.Array): np.Array {
  const axis = column(cameras, 0, 3);
  const angle = np.sqrt(np.sum(np.square(axis.ref), 1).reshape([-1, 1]));
  const unit = axis.div(angle.ref);
  const from = points.sub(column(cameras, 3, 3));
  const [cos, sin] = [np.cos(angle.ref), np.sin(angle)];
  const along = np.sum(unit.ref.mul(from.ref), 1).reshape([-1, 1]).mul(np.subtract(1, cos.ref));
  const part = (x: np.Array, i: number): np.Array => column(x, i % 3);
  const cross = [0, 1, 2].map((i) =>
    part(unit, i + 1)
      .mul(part(from, i + 2))
      .sub(part(unit, i + 2).mul(part(from, i + 1))),
  );
  const turned = from.mul(cos).add(np.concatenate(cross, 1).mul(sin)).add(unit.mul(along));
  const flat = column(turned, 0, 2).div(column(turned, 2));
  turned.dispose();
  const radius = np.sum(np.square(flat.ref), 1).reshape([-1, 1]);
  const growth = column(cameras, 9)
    .mul(radius.ref)
    .add(column(cameras, 10).mul(np.square(radius)));
  const pixels = flat
    .mul(growth.add(1))
    .mul(column(cameras, 6))
    .add(column(cameras, 7, 2));
  cameras.dispose();
  return weights.mul(pixels.sub(features));
}

/** Blocks [n, 2, 15]. */
export function blocksOf(cameras: np.Array, points: np.Array, weights: np.Array, features: np.Array): np.Array {
  const all = np.concatenate([cameras, points, weights], 1);
  const f = (x: np.Array): np.Array => {
    const parts = [column(x, 0, 11), column(x, 11, 3), column(x, 14)] as const;
    x.dispose();
    return residuals(...parts, features.ref);
  };
  const columns = Array.from({ length: 15 }, (_, i) => {
    const direction = np.zerosLike(all.ref).add(np.eye(15, 15, { dtype: np.float64 }).slice([i, i + 1]));
    const [value, tangent] = jvp(f, [all.ref], [direction]) as [np.Array, np.Array];
    value.dispose();
    return tangent.reshape([-1, 2, 1]);
  });
  all.dispose();
  features.dispose();
  return np.concatenate(columns, 2);
}
