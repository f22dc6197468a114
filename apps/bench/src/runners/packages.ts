// The two packages, through their common API: data placed once, one compiled call.

import type * as Package from '@chainrule/core';
import type { Runner } from './runner.ts';

type Api = typeof Package;

function packageRunner(name: string, load: () => Promise<Api>): Runner {
  return {
    name,
    prepare: async (instance, dtype) => {
      const { add, backend, compile, mul, square, sub, sum, tensor, valueAndGrad } = await load();
      if (!backend.available) throw new Error(backend.reason ?? `${name} is not available`);
      type Line = { a: Package.Operand; b: Package.Operand };
      type Points = { x: Package.Operand; y: Package.Operand };
      const loss = ({ a, b }: Line, { x, y }: Points): Package.Operand => sum(square(sub(y, add(mul(a, x), b))));
      const points = { x: tensor(instance.x, { dtype }), y: tensor(instance.y, { dtype }) };
      const run = compile(valueAndGrad(loss));
      return (a, b) => {
        const [value, gradient] = run({ a, b }, points);
        return [value, gradient.a as number, gradient.b as number];
      };
    },
  };
}

export const core: Runner = packageRunner('core', () => import('@chainrule/core'));
export const wasm: Runner = packageRunner('wasm', () => import('@chainrule/wasm'));
