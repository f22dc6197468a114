// ode: all y at the end, and the gradient of the last one.

import type { Api, Operand, Tensor } from '../../objectives/api.ts';
import { ode as solution } from '../../objectives/ode.ts';
import type { OdeInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

const toArray = (result: Tensor): unknown => result.toArray();

export const ode: Module = {
  primal: (api: Api, { x, s }: OdeInput) => {
    const [placed, run] = [api.tensor(x), api.compile(solution(api, x.length, s))];
    return task(() => run(placed) as Tensor, toArray);
  },
  gradient: (api: Api, { x, s }: OdeInput) => {
    const { compile, grad, slice, sum, tensor } = api;
    const solve = solution(api, x.length, s);
    const last = (x: Operand): Operand => sum(slice(solve(x), [-1], [Number.POSITIVE_INFINITY]));
    const [placed, run] = [tensor(x), compile(grad(last))];
    return task(() => run(placed) as Tensor, toArray);
  },
};
