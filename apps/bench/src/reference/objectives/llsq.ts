// ½ Σᵢ (sign tᵢ − Σⱼ xⱼ tᵢʲ)², term by term, with Horner's rule.

import type { List } from '../../workload.ts';
import { type Node, Tape } from '../tape.ts';
import type { Derivative } from './derivative.ts';

export function rightLlsq(x: List, n: number): Derivative {
  const t = new Tape();
  const leaves = t.leaves(x);
  const mark = t.mark();
  let value = 0;
  for (let i = 0; i < n; i++) {
    const at = -1 + (2 * i) / (n - 1);
    let polynomial: Node = t.leaf(0);
    for (let j = leaves.length - 1; j >= 0; j--) polynomial = t.add(t.scale(polynomial, at), leaves[j] as Node);
    const term = t.scale(t.square(t.sub(t.leaf(Math.sign(at)), polynomial)), 0.5);
    value += t.value(term);
    t.accumulate(term, mark);
    t.forget(mark);
  }
  return { value, gradient: [t.given(leaves)] };
}
