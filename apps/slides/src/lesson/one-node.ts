// One node z = f(x, y) inside of some larger L: its value, and what the engine's ledger says of it.

import type { Engine, Operand } from '../store/engine.ts';
import { ledgerGraph } from './ledger.ts';

export const nodeKinds = ['product', 'sum', 'square', 'max'] as const;
export type NodeKind = (typeof nodeKinds)[number];

export interface NodeAt {
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  /** ∂L/∂z, from whatever comes after the node. */
  readonly upstream: number;
}

/** A gradient by x, and by y where the node has a second operand. */
export interface ByOperand {
  readonly x: number;
  readonly y: number | undefined;
}

export interface NodeGradients {
  readonly z: number;
  readonly upstream: number;
  readonly local: ByOperand;
  readonly downstream: ByOperand;
}

type Operation = (engine: Engine, x: Operand, y: Operand) => Operand;

const operations: Readonly<Record<NodeKind, Operation>> = {
  product: ({ mul }, x, y) => mul(x, y),
  sum: ({ add }, x, y) => add(x, y),
  square: ({ square }, x) => square(x),
  max: ({ maximum }, x, y) => maximum(x, y),
};

/** The rows of z. For L stands the simplest loss with that upstream gradient: upstream · z. */
export function oneNode(engine: Engine, { kind, x, y, upstream }: NodeAt): NodeGradients {
  const { mul, named } = engine;
  const graph = ledgerGraph(
    engine,
    ({ x = 0, y = 0 }) => named('L', mul(upstream, named('z', operations[kind](engine, x, y)))),
    { x, y },
  );
  const z = graph.nodes.find(({ name }) => name === 'z');
  const rowOf = (name: string) => graph.edges.find(({ from, to }) => from === name && to === 'z');
  const [byX, byY] = [rowOf('x'), rowOf('y')];
  return {
    z: z?.value ?? Number.NaN,
    upstream: z?.gradient ?? Number.NaN,
    local: { x: byX?.local ?? Number.NaN, y: byY?.local },
    downstream: { x: byX?.downstream ?? Number.NaN, y: byY?.downstream },
  };
}
