// deep-chain: many operations on single numbers, each on the result of the one before.

import { type GradientWorkload, gradientWorkload } from '../kinds/gradient.ts';
import { type Node, Tape } from '../reference/tape.ts';

export interface Chain {
  /** Rounds of three operations: v ← sin(v) · x + x. */
  readonly rounds: number;
  /** Whether the function is traced or taped anew at each call, or may be compiled before. */
  readonly compiled: boolean;
}

export const deepChain: GradientWorkload<Chain, Chain> = gradientWorkload({
  name: 'deep-chain',
  computes:
    'derivative of v ← sin(v) · x + x, repeated, by the number x: unrolled, an operation is a node of the graph',
  dtypes: ['f64'],
  sizes: {
    '300 nodes': { rounds: 100, compiled: false },
    '300 nodes, compiled': { rounds: 100, compiled: true },
    '100,000 nodes': { rounds: 33_333, compiled: false },
    '100,000 nodes, compiled': { rounds: 33_333, compiled: true },
  },
  quick: ['300 nodes', '300 nodes, compiled'],
  full: ['100,000 nodes', '100,000 nodes, compiled'],
  tolerance: { f64: 1e-12, f32: 1e-4 },
  data: (chain) => chain,
  start: () => [Float64Array.of(0.75)],
  right: ({ rounds }, [point]) => {
    const t = new Tape();
    const x = t.leaf(point?.[0] as number);
    let v: Node = x;
    for (let i = 0; i < rounds; i++) v = t.add(t.mul(t.sin(v), x), x);
    return [t.gradient(v, [x])];
  },
});
