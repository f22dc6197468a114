// A backward pass with a planted bug. The right one is the engine's ledger; the broken one follows from it and the
// fault alone, row by row. What finds the fault is a gradient check: the program run again with one use nudged.

import type { Engine, Operand } from '../store/engine.ts';
import { type Graph, type GraphEdge, ledgerGraph } from './ledger.ts';
import { random } from './random.ts';
import { single } from './read.ts';

/** Of one node, or of one use of a value: the row of the ledger from `node` to `operand`. */
export type Fault =
  | { readonly kind: 'no-sum'; readonly node: string }
  | { readonly kind: 'no-local' | 'sign'; readonly node: string; readonly operand: string };

export interface Inputs {
  readonly x: number;
  readonly y: number;
}

/** Adds something to one use of a value, or to a node, wherever the program says where it is. */
type Nudge = (value: Operand, place: string) => Operand;

/** `u = xy; r = u − x; s = r²; L = s + u`: x and u are used twice. */
function program(
  { add, mul, sub, square, named }: Engine,
  { x, y }: Readonly<Record<string, Operand>>,
  nudge: Nudge,
): Operand {
  const input = { x: nudge(x ?? 0, 'x'), y: nudge(y ?? 0, 'y') };
  const u = nudge(named('u', mul(nudge(input.x, 'u x'), nudge(input.y, 'u y'))), 'u');
  const r = nudge(named('r', sub(nudge(u, 'r u'), nudge(input.x, 'r x'))), 'r');
  const s = nudge(named('s', square(nudge(r, 's r'))), 's');
  return nudge(named('L', add(nudge(s, 'L s'), nudge(u, 'L u'))), 'L');
}

/** The right ledger. */
export function rightGraph(engine: Engine, { x, y }: Inputs): Graph {
  const places = {
    x: { column: 0, row: 0 },
    y: { column: 0, row: 1 },
    u: { column: 1.2, row: 1 },
    r: { column: 2.2, row: 0 },
    s: { column: 3.1, row: 0 },
    L: { column: 4, row: 1 },
  } as const;
  return ledgerGraph(engine, (line) => program(engine, line, (value) => value), { x, y }, { places });
}

/** The ledger that a backward pass with the fault writes. */
export function brokenGraph({ add, mul, neg }: Engine, right: Graph, fault: Fault): Graph {
  const arrived = new Map<string, number[]>();
  const result = right.nodes.at(-1);
  const gradientOf = (name: string): number => {
    if (name === result?.name) return result.gradient;
    const terms = arrived.get(name) ?? [];
    // Whoever forgets to add lets the last arrival overwrite the others.
    if (fault.kind === 'no-sum' && fault.node === name) return terms.at(-1) ?? 0;
    return terms.reduce((sum, term) => single(add(sum, term)));
  };
  const localOf = ({ from, to, local }: GraphEdge): number => {
    if (fault.kind === 'no-sum' || fault.node !== to || fault.operand !== from) return local;
    return fault.kind === 'sign' ? single(neg(local)) : 1;
  };
  const edges = right.edges.map((edge) => {
    const [upstream, local] = [gradientOf(edge.to), localOf(edge)];
    const downstream = single(mul(upstream, local));
    arrived.set(edge.from, [...(arrived.get(edge.from) ?? []), downstream]);
    return { ...edge, upstream, local, downstream };
  });
  return { edges, nodes: right.nodes.map((node) => ({ ...node, gradient: gradientOf(node.name) })) };
}

/** Every fault that changes a number of the right ledger. */
export function faultsOf({ nodes, edges }: Graph): readonly Fault[] {
  const shared = nodes.filter(({ name }) => edges.filter(({ from }) => from === name).length > 1);
  const at = ({ from, to }: GraphEdge) => ({ node: to, operand: from });
  return [
    ...shared.map(({ name }): Fault => ({ kind: 'no-sum', node: name })),
    ...edges.filter(({ local }) => Math.abs(local) !== 1).map((edge): Fault => ({ kind: 'no-local', ...at(edge) })),
    ...edges.filter(({ local }) => local !== 0).map((edge): Fault => ({ kind: 'sign', ...at(edge) })),
  ];
}

/** The fault of a seed: in every round of seeds each fault comes once. */
export function faultAt(seed: number, faults: readonly Fault[]): Fault | undefined {
  const count = faults.length;
  const round = Math.floor(seed / count);
  const order = faults
    .map((fault, i) => [random(round * count + i + 1), fault] as const)
    .sort(([one], [other]) => one - other);
  return order[seed % count]?.[1];
}

export interface Checks {
  /** By the place of an edge, the derivative of L by that one use. */
  readonly edges: readonly number[];
  /** By name, the derivative of L by the node. */
  readonly nodes: Readonly<Record<string, number>>;
}

const step = 1e-4;

/** Derivatives by running the program twice for each place, a little above and a little below: no rule is used. */
export function checksOf(engine: Engine, { nodes, edges }: Graph, { x, y }: Inputs): Checks {
  const { add, sub, div } = engine;
  const lossAt = (place: string, by: number): Operand =>
    program(engine, { x, y }, (value, here) => (here === place ? add(value, by) : value));
  const slope = (place: string): number => single(div(sub(lossAt(place, step), lossAt(place, -step)), 2 * step));
  return {
    edges: edges.map(({ from, to }) => slope(`${to} ${from}`)),
    nodes: Object.fromEntries(nodes.map(({ name }) => [name, slope(name)])),
  };
}

/** Whether a gradient is what its check says, but for rounding. */
export function agrees(gradient: number, check: number): boolean {
  return Math.abs(gradient - check) <= 1e-5 * Math.max(1, Math.abs(check));
}
