// ht: residuals of a posed hand, and their Jacobian: by each point's own two coordinates, if there are any, and by theta.

import type { Api, Operand, Tensor } from '../../objectives/api.ts';
import { handResiduals } from '../../objectives/ht.ts';
import type { HtInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

export const ht: Module = {
  objective: (api: Api, input: HtInput) => {
    const { atVertices, inTriangles } = handResiduals(api, input);
    const [theta, us] = [api.tensor(input.theta), placesIn(api, input)];
    const vertices = api.compile(atVertices);
    const triangles = api.compile(inTriangles);
    return task(
      () => (us === undefined ? vertices(theta) : triangles(theta, us)) as Tensor,
      (residuals) => [...residuals.toTypedArray()],
    );
  },
  jacobian: (api: Api, input: HtInput) => {
    const { compile, concatenate, jacobian, jvp, reshape, tensor } = api;
    const { atVertices, inTriangles } = handResiduals(api, input);
    const [theta, us] = [tensor(input.theta), placesIn(api, input)];
    const rows = 3 * input.data.points.length;
    const flat = (matrix: Operand): Operand => reshape(matrix, [rows, input.theta.length]);
    const vertices = compile((theta: Operand) => flat(jacobian(atVertices, { mode: 'forward' })(theta) as Operand));
    // A point's residual depends on no other point's coordinates: one direction serves them all.
    const direction = (axis: 0 | 1): Tensor => tensor(input.data.points.map(() => (axis === 0 ? [1, 0] : [0, 1])));
    const [along, across] = [direction(0), direction(1)];
    const triangles = compile((theta: Operand, us: Operand) => {
      const by = (tangent: Operand): Operand => {
        const [, column] = jvp((places: Operand) => inTriangles(theta, places))([us], [tangent]);
        return reshape(column as Operand, [rows, 1]);
      };
      const byTheta = jacobian((t: Operand) => inTriangles(t, us), { mode: 'forward' })(theta) as Operand;
      return concatenate([by(along), by(across), flat(byTheta)], { axis: 1 });
    });
    return task(
      () => (us === undefined ? vertices(theta) : triangles(theta, us)) as Tensor,
      (matrix) => matrix.toArray(),
    );
  },
};

/** The points' coordinates [points, 2], or undefined if they are at vertices. */
function placesIn({ tensor }: Api, { us, data }: HtInput): Tensor | undefined {
  const flat = us.flat();
  return flat.length === 0 ? undefined : tensor(flat, { shape: [data.points.length, 2] });
}
