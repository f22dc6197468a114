// What the slide about nudged nodes looks at: the node and the nudge of each click, or those chosen by hand.

import { type Choice, chosen } from '../../lesson/chosen.ts';
import { regressionGraph } from '../../lesson/graphs.ts';
import type { Graph, GraphNode, Place } from '../../lesson/ledger.ts';
import { perEngine } from '../../lesson/per-engine.ts';
import type { Line, Points } from '../../lesson/points.ts';
import type { Engine } from '../../store/engine.ts';
import { fields, type Holds, isNumber, nullable, text, whole } from '../../store/holds.ts';
import { type RegressionState, regressionHolds, setting } from '../descent/regression-state.ts';
import type { Given } from '../slide.ts';

interface Nudge {
  readonly by: number;
  /** The plot goes from −half to half. */
  readonly half: number;
}

export interface WiggleState extends RegressionState {
  readonly node: Choice<string> | null;
  readonly nudge: Choice<Nudge> | null;
}

/** What each click looks at. */
export const tour = [
  { node: '', by: 0.1 },
  { node: 'r1', by: 0.1 },
  { node: 'r1', by: 0.1 },
  { node: 'r1', by: 0.01 },
  { node: 'r1', by: 0.001 },
  { node: 'b', by: 0.1 },
  { node: 'a', by: 0.1 },
  { node: 'r2', by: 0.1 },
] as const;

export const wiggleHolds: Holds<WiggleState> = {
  ...regressionHolds,
  node: nullable(fields({ at: whole(0, tour.length), value: text(20) })),
  nudge: nullable(fields({ at: whole(0, tour.length), value: fields({ by: isNumber, half: isNumber }) })),
};

/** The smallest of 1, 3, 10, 30, … that shows how the curve bends around a nudge. */
export function windowOf(by: number): number {
  const wanted = 2 * Math.abs(by) || 0.3;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const half = [1, 3, 10].find((one) => one * power >= wanted) ?? 10;
  return Number((half * power).toPrecision(3));
}

export interface Looked {
  readonly graph: Graph;
  readonly line: Line;
  /** The chosen node; none before the first click. */
  readonly node: GraphNode | undefined;
  readonly nudge: Nudge;
}

function bPlace({ place }: GraphNode): Place {
  return { column: 1.75, row: place?.row ?? 2.5 };
}

/** Traced once for a line and its data, not for every move of a handle. b stands clear of the names in this lower picture. */
const graphOn: (engine: Engine) => (line: Line, points: Points) => Graph = perEngine((engine) => {
  let last: { readonly line: Line; readonly points: Points; readonly graph: Graph } | undefined;
  return (line, points) => {
    if (last?.points === points && last.line.a === line.a && last.line.b === line.b) return last.graph;
    const { nodes, edges } = regressionGraph(engine, line, points);
    const graph = { edges, nodes: nodes.map((node) => (node.name === 'b' ? { ...node, place: bPlace(node) } : node)) };
    last = { line, points, graph };
    return graph;
  };
});

export function lookedAt(given: Given<WiggleState>): Looked {
  const { engine, points, state } = given;
  const { line } = setting(given);
  const graph = graphOn(engine)(line, points);
  const at = tour[Math.min(state.clock, tour.length - 1)] ?? tour[0];
  const name = chosen(state.node, state.clock, at.node as string);
  return {
    graph,
    line,
    // With other data the tour's node may not be there: then it is the last one, L.
    node: name ? (graph.nodes.find((node) => node.name === name) ?? graph.nodes.at(-1)) : undefined,
    nudge: chosen(state.nudge, state.clock, { by: at.by, half: windowOf(at.by) }),
  };
}

/** Every edge a nudge of the node passes on its way to L. */
export function onwards({ edges }: Graph, name: string): readonly number[] {
  const reached = new Set([name]);
  const passed: number[] = [];
  // The ledger goes from the result to the inputs: backwards, it is an order of computation.
  edges
    .map((edge, i) => ({ ...edge, i }))
    .reverse()
    .forEach(({ from, to, i }) => {
      if (!reached.has(from)) return;
      reached.add(to);
      passed.push(i);
    });
  return passed;
}
