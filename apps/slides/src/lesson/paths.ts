// The gradient as a sum over paths: every path from the input to the result with the product of its local gradients,
// and how many multiplications each way to the same sum takes.

import type { Engine } from '../store/engine.ts';
import { type Graph, ledgerGraph } from './ledger.ts';
import { perEngine } from './per-engine.ts';
import { flat, single } from './read.ts';

/** How often the chain of paths.ts doubles at most: 64 paths are as many as can be told apart. */
export const deepest = 6;
const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

/** Places in `graph.edges`, from the input to the result. */
export type Path = readonly number[];

export interface Paths {
  readonly graph: Graph;
  readonly paths: readonly Path[];
  /** Of the local gradients, along each path. */
  readonly products: readonly number[];
  /** Of the products. */
  readonly total: number;
  /** What backward and forward mode give for the same derivative. */
  readonly reverse: number;
  readonly forward: number;
}

export interface Counts {
  readonly depth: number;
  readonly paths: number;
  /** Multiplications where each path is walked on its own. */
  readonly byPath: number;
  /** Multiplications of one sweep over the graph, in either direction. */
  readonly edges: number;
}

/** Every way from the first input to the result; of two edges to one node, that of the first operand comes first. */
export function pathsOf({ nodes, edges }: Graph): readonly Path[] {
  const result = nodes.at(-1)?.name;
  const onwards = (from: string): readonly Path[] => {
    if (from === result) return [[]];
    return edges
      .flatMap((edge, place) => (edge.from === from ? [{ ...edge, place }] : []))
      .sort((one, other) => one.position - other.position)
      .flatMap(({ to, place }) => onwards(to).map((rest): Path => [place, ...rest]));
  };
  return onwards(nodes[0]?.name ?? '');
}

/** `b = a + a; c = b + b; …`, as often as `depth` says, from 1 to `deepest`, at a = 1. */
export function doubling(engine: Engine, depth: number): Paths {
  const { add, named, compile, prod, sum, grad, jvp } = engine;
  const chain = (a: ReturnType<typeof add> | number): ReturnType<typeof add> | number => {
    let last = a;
    for (const name of names.slice(1, depth + 1)) last = named(name, add(last, last));
    return last;
  };
  const graph = ledgerGraph(engine, ({ a = 0 }) => chain(a as number), { a: 1 });
  const paths = pathsOf(graph);
  const locals = paths.map((path) => path.map((place) => graph.edges[place]?.local ?? Number.NaN));
  const multiply = compile((rows: readonly (readonly number[])[]) => prod(rows, { axis: 1 }));
  const products = flat(multiply(locals));
  return {
    graph,
    paths,
    products,
    total: single(sum(products)),
    reverse: single(grad(chain)(1)),
    forward: single(jvp(chain)([1], [1])[1]),
  };
}

/** The same, computed once. */
export const doublingsOn: (engine: Engine) => (depth: number) => Paths = perEngine((engine) => {
  const found = new Map<number, Paths>();
  return (depth) => {
    const known = found.get(depth) ?? doubling(engine, depth);
    found.set(depth, known);
    return known;
  };
});

/** Counted on the graphs themselves: one multiplication for each edge that is walked. */
export function countsOn(engine: Engine): readonly Counts[] {
  const doublings = doublingsOn(engine);
  return Array.from({ length: deepest }, (_, i) => {
    const { graph, paths } = doublings(i + 1);
    return {
      depth: i + 1,
      paths: paths.length,
      byPath: paths.reduce((sum, path) => sum + path.length, 0),
      edges: graph.edges.length,
    };
  });
}

/** More weights than this take too long to trace while a slider moves. */
export const mostWeights = 60;

/** How many edges the squared error of one neuron with that many weights has: the uses of its values, in its program. */
export const neuronEdgesOn: (engine: Engine) => (weights: number) => number = perEngine((engine) => {
  const { add, mul, sub, square, program } = engine;
  const found = new Map<number, number>();
  return (weights) => {
    const known = found.get(weights);
    if (known !== undefined) return known;
    const places = Array.from({ length: weights }, (_, i) => i);
    const loss = (w: Readonly<Record<string, number>>): number => {
      const terms = places.map((i) => mul(w[`w${i}`] ?? 0, 1 + i));
      return square(
        sub(
          terms.reduce((sum, term) => add(sum, term)),
          1,
        ),
      ) as number;
    };
    const { equations } = program(loss)(Object.fromEntries(places.map((i) => [`w${i}`, 1])));
    const edges = equations.flatMap(({ inputs }) => inputs.filter(({ kind }) => kind === 'variable')).length;
    found.set(weights, edges);
    return edges;
  };
});
