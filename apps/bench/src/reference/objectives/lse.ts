// log Σ exp, node by node.

import type { List } from '../../workload.ts';
import { Tape } from '../tape.ts';
import type { Derivative } from './derivative.ts';

export function rightLse(x: List): Derivative {
  const t = new Tape();
  const leaves = t.leaves(x);
  const value = t.logSumExp(leaves);
  return { value: t.value(value), gradient: [t.gradient(value, leaves)] };
}
