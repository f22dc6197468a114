// Where gradient descent on the lecture's loss has got to, for a learning rate.

import type { Descents } from '../workloads/descents.ts';
import type { Api, Operand } from './api.ts';
import { type Line, lsq } from './lsq.ts';

export const descent = (api: Api, { x, y, start, steps }: Omit<Descents, 'rates'>) => {
  const { grad, mul, scan, sub } = api;
  const loss = lsq(api);
  const points = { x: [...x], y: [...y] };
  return (rate: Operand): Operand => {
    const step = (line: Line) => {
      const by = grad(loss)(line, points) as Line;
      return [{ a: sub(line.a, mul(rate, by.a)), b: sub(line.b, mul(rate, by.b)) }, {}] as const;
    };
    const [end] = scan(step, { a: start[0], b: start[1] }, null, { length: steps });
    return loss(end, points);
  };
};
