// lsq and rosenbrock on mathjs.

import { derivative, parse } from 'mathjs';
import type { ResidentCall } from '../../kinds/resident.ts';
import type { Prepares } from '../runner.ts';

/** A formula and its derivatives, ready to be evaluated. */
function compiled(formula: string, variables: readonly string[]) {
  const tree = parse(formula);
  return [tree, ...variables.map((name) => derivative(tree, name))].map((node) => node.compile());
}

export const prepares: Prepares = {
  lsq: ({ x, y }) => {
    const [term, byA, byB] = compiled('(y - (a * x + b))^2', ['a', 'b']);
    return (a, b) => {
      const scope = { a, b, x: 0, y: 0 };
      const sums: [number, number, number] = [0, 0, 0];
      for (let i = 0; i < x.length; i++) {
        scope.x = x[i] as number;
        scope.y = y[i] as number;
        sums[0] += term?.evaluate(scope);
        sums[1] += byA?.evaluate(scope);
        sums[2] += byB?.evaluate(scope);
      }
      return sums;
    };
  },
  rosenbrock: ({ x, y }) => {
    const [, byX, byY] = compiled('(1 - x)^2 + 100 * (y - x^2)^2', ['x', 'y']);
    const call: ResidentCall<readonly Float64Array[]> = {
      run: () => {
        const scope = { x: 0, y: 0 };
        const by = [new Float64Array(x.length), new Float64Array(x.length)] as const;
        for (let i = 0; i < x.length; i++) {
          scope.x = x[i] as number;
          scope.y = y[i] as number;
          by[0][i] = byX?.evaluate(scope);
          by[1][i] = byY?.evaluate(scope);
        }
        return by;
      },
      read: (by) => by,
    };
    return call as ResidentCall;
  },
};
