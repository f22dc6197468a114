// Hand tracking: how far observed points are from a posed hand whose skin follows its bones.

import type { HtInput } from '../gradbench/inputs.ts';
import type { Api, Operand, Tensor } from './api.ts';

const fingers = 5;

/** For each bone, which entries of [theta, 0] turn it about x and z: three joints of a finger bend, its first one sways. */
function angleTable(bones: number, zero: number): { bend: number[]; sway: number[] } {
  const bend = new Array<number>(bones).fill(zero);
  const sway = new Array<number>(bones).fill(zero);
  let angle = 6;
  for (let finger = 0; finger < fingers; finger++) {
    for (let joint = 0; joint < 3; joint++) {
      const bone = 2 + 4 * finger + joint;
      bend[bone] = angle++;
      if (joint === 0) sway[bone] = angle++;
    }
  }
  return { bend, sway };
}

/** Residuals [points, 3] at theta and, for points within triangles, at their coordinates [points, 2]. */
export const handResiduals = (api: Api, { theta, data }: Pick<HtInput, 'theta' | 'data'>) => {
  const { add, concatenate, cos, expandDims, matmul, mul, neg, onesLike, reshape, sin } = api;
  const { slice, sqrt, square, stack, sub, sum, take, tensor, transpose, where, zerosLike } = api;
  const { model, correspondences, points } = data;
  const bones = model.parents.length;
  const { bend, sway } = angleTable(bones, theta.length);
  const indices = (numbers: readonly number[]): Tensor => tensor(numbers, { dtype: 'i32' });
  const [bendAt, swayAt] = [indices(bend), indices(sway)];
  const relatives = tensor(model.base_relatives);
  const inverses = tensor(model.inverse_base_absolutes);
  const positions = transpose(tensor(model.base_positions));
  const weights = expandDims(transpose(tensor(model.weights)), 1);
  const mirror = tensor([[model.is_mirrored ? -1 : 1], [1], [1]]);
  const observed = tensor(points);
  const corner = (i: number): Tensor => indices(correspondences.map((triangle) => model.triangles[triangle]?.[i] ?? 0));

  /** Turns about x, then about z, as matrices [bones, 4, 4]. */
  const turns = (theta: Operand): Operand => {
    const angles = concatenate([theta, [0]]);
    const [x, z] = [take(angles, bendAt), take(angles, swayAt)];
    const [cx, sx, cz, sz] = [cos(x), sin(x), cos(z), sin(z)];
    const [none, one] = [zerosLike(x), onesLike(x)];
    const rows = [
      [cz, neg(mul(sz, cx)), mul(sz, sx), none],
      [sz, mul(cz, cx), neg(mul(cz, sx)), none],
      [none, sx, cx, none],
      [none, none, none, one],
    ];
    return stack(
      rows.map((row) => stack(row, { axis: 1 })),
      { axis: 1 },
    );
  };

  /** The matrix [3, 3] that turns about an axis by the axis' length; none below 0.0001. */
  const rotation = (axis: Operand): Operand => {
    const squares = sum(square(axis));
    const small = api.less(squares, 1e-8);
    const angle = sqrt(where(small, 1, squares));
    const [x, y, z] = where(small, zerosLike(axis), api.div(axis, angle)) as Iterable<Operand> as [
      Operand,
      Operand,
      Operand,
    ];
    const [c, s] = [where(small, 1, cos(angle)), where(small, 0, sin(angle))];
    const off = sub(1, c);
    const along = (a: Operand, b: Operand): Operand => mul(mul(a, b), off);
    const on = (a: Operand): Operand => add(c, mul(square(a), off));
    return stack([
      stack([on(x), sub(along(x, y), mul(z, s)), add(along(x, z), mul(y, s))]),
      stack([add(along(x, y), mul(z, s)), on(y), sub(along(y, z), mul(x, s))]),
      stack([sub(along(x, z), mul(y, s)), add(along(y, z), mul(x, s)), on(z)]),
    ]);
  };

  /** Where the skin's vertices are: [vertices, 3]. */
  const skin = (theta: Operand): Operand => {
    const posed = [...(matmul(relatives, turns(theta)) as Iterable<Operand>)];
    const absolutes: Operand[] = [];
    posed.forEach((own, bone) => {
      const parent = model.parents[bone] as number;
      absolutes.push(parent < 0 ? own : matmul(absolutes[parent] as Operand, own));
    });
    const moved = matmul(matmul(stack(absolutes), inverses), positions);
    const blended = sum(mul(slice(moved, [0, 0], [bones, 3]), weights), { axis: 0 });
    const turned = matmul(rotation(slice(theta, [0], [3])), mul(blended, mirror));
    return add(transpose(turned), reshape(slice(theta, [3], [6]), [1, 3]));
  };

  return {
    atVertices: (theta: Operand): Operand => sub(observed, take(skin(theta), indices(correspondences), { axis: 0 })),
    inTriangles: (theta: Operand, us: Operand): Operand => {
      const vertices = skin(theta);
      const at = (i: number): Operand => take(vertices, corner(i), { axis: 0 });
      const first = slice(us, [0, 0], [points.length, 1]);
      const second = slice(us, [0, 1], [points.length, 2]);
      const third = sub(sub(1, first), second);
      return sub(observed, add(add(mul(first, at(0)), mul(second, at(1))), mul(third, at(2))));
    },
  };
};
