// Bundle adjustment's residual of one observation, and its Jacobian, node by node.

import type { List } from '../../workload.ts';
import { type Node, Tape } from '../tape.ts';

export interface Reprojection {
  readonly error: readonly [number, number];
  /** Two rows of 15: by camera (11), point (3), weight. */
  readonly block: readonly [readonly number[], readonly number[]];
}

type Triple = readonly [Node, Node, Node];

export function rightReprojection(camera: List, point: List, weight: number, feature: List): Reprojection {
  const t = new Tape();
  const c = t.leaves(camera);
  const x = t.leaves(point);
  const w = t.leaf(weight);
  const at = (from: readonly Node[], i: number): Node => from[i] as Node;
  const dot = (a: readonly Node[], b: readonly Node[]): Node => t.sum(a.map((node, i) => t.mul(node, at(b, i))));

  const axis = c.slice(0, 3);
  const angle = t.sqrt(dot(axis, axis));
  const unit = axis.map((node) => t.div(node, angle)) as unknown as Triple;
  const from = x.map((node, i) => t.sub(node, at(c, 3 + i)));
  const [cos, sin] = [t.cos(angle), t.sin(angle)];
  const along = t.mul(dot(unit, from), t.sub(t.leaf(1), cos));
  const turned = from.map((node, i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    const cross = t.sub(t.mul(at(unit, j), at(from, k)), t.mul(at(unit, k), at(from, j)));
    return t.add(t.add(t.mul(node, cos), t.mul(cross, sin)), t.mul(at(unit, i), along));
  });
  const flat = [0, 1].map((i) => t.div(at(turned, i), at(turned, 2)));
  const radius = dot(flat, flat);
  const growth = t.add(t.mul(at(c, 9), radius), t.mul(at(c, 10), t.square(radius)));
  const distortion = t.add(t.leaf(1), growth);
  const errors = flat.map((node, i) => {
    const pixel = t.add(t.mul(t.mul(node, distortion), at(c, 6)), at(c, 7 + i));
    return t.mul(w, t.sub(pixel, t.leaf(feature[i] as number)));
  }) as [Node, Node];
  const leaves = [...c, ...x, w];
  return {
    error: [t.value(errors[0]), t.value(errors[1])],
    block: [t.gradient(errors[0], leaves), t.gradient(errors[1], leaves)],
  };
}
