// One neuron y = φ(w₁x₁ + w₂x₂ + b) and its loss (y − t)²: what the engine's ledger says of it, and its descent.

import type { Engine, Operand } from '../store/engine.ts';
import { type GraphEdge, ledgerGraph, type Variables } from './ledger.ts';
import { perEngine } from './per-engine.ts';
import { flat, single } from './read.ts';

export const activations = ['sigmoid', 'tanh', 'relu'] as const;
export type Activation = (typeof activations)[number];

export interface Weights {
  readonly w1: number;
  readonly w2: number;
  readonly b: number;
}

export interface NeuronAt extends Weights {
  readonly x1: number;
  readonly x2: number;
  /** What y should be. */
  readonly target: number;
  readonly activation: Activation;
}

export type NeuronName = 'x1' | 'x2' | 'w1' | 'w2' | 'b' | 'p1' | 'p2' | 's' | 'y' | 'L';

export interface Neuron {
  readonly value: (name: NeuronName) => number;
  /** Derivative of L by the value: the downstream gradient that reaches it, upstream for what comes before it. */
  readonly gradient: (name: NeuronName) => number;
  /** The local gradient at the node that uses the value. */
  readonly local: (name: NeuronName) => number;
}

/** ReLU is written as max(s, 0): one node of the ledger with one local gradient, 1 or 0 (½ at s = 0 itself). */
const functions: Readonly<Record<Activation, (engine: Engine, s: Operand) => Operand>> = {
  sigmoid: ({ sigmoid }, s) => sigmoid(s),
  tanh: ({ tanh }, s) => tanh(s),
  relu: ({ maximum }, s) => maximum(s, 0),
};

function lossOf(engine: Engine, { activation, target }: NeuronAt, values: Variables): Operand {
  const { add, mul, sub, square, named } = engine;
  const { x1 = 0, x2 = 0, w1 = 0, w2 = 0, b = 0 } = values;
  const sum = add(add(named('p1', mul(w1, x1)), named('p2', mul(w2, x2))), b);
  const y = named('y', functions[activation](engine, named('s', sum)));
  return named('L', square(named('r', sub(y, target))));
}

/** The neuron's ledger. Its last node stands for y − t and the square together: with upstream 1, its local is its downstream. */
export function neuron(engine: Engine, at: NeuronAt): Neuron {
  const { x1, x2, w1, w2, b, target, activation } = at;
  return remember(neurons(engine), [x1, x2, w1, w2, b, target, activation].join(), () => ledgerOf(engine, at));
}

/** A slide and its picture ask for the same few. */
const neurons: (engine: Engine) => Map<string, Neuron> = perEngine(() => new Map<string, Neuron>());

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  if (!known.has(key) && known.size >= 8) known.clear();
  known.set(key, found);
  return found;
}

function ledgerOf(engine: Engine, at: NeuronAt): Neuron {
  const { x1, x2, w1, w2, b } = at;
  const graph = ledgerGraph(engine, (values) => lossOf(engine, at, values), { x1, x2, w1, w2, b });
  const nodes = new Map(graph.nodes.map((node) => [node.name, node]));
  const uses = new Map<string, GraphEdge>(graph.edges.map((edge) => [edge.from, edge]));
  return {
    value: (name) => nodes.get(name)?.value ?? Number.NaN,
    gradient: (name) => nodes.get(name)?.gradient ?? Number.NaN,
    local: (name) => (name === 'y' ? uses.get(name)?.downstream : uses.get(name)?.local) ?? Number.NaN,
  };
}

type Step = (weights: Weights, at: NeuronAt, rate: number) => Weights;

/** One step of gradient descent in w₁, w₂ and b. */
export const neuronStep: (engine: Engine) => Step = perEngine((engine) => {
  const { grad, sub, mul, compile } = engine;
  type Inputs = { readonly x1: number; readonly x2: number };
  const stepOf = (activation: Activation) =>
    compile((weights: Weights, inputs: Inputs, target: number, rate: number) => {
      const loss = (now: Weights): Operand =>
        lossOf(engine, { ...now, ...inputs, target, activation }, { ...now, ...inputs });
      const slope = grad(loss)(weights);
      const less = (name: keyof Weights): Operand => sub(weights[name], mul(rate, slope[name]));
      return { w1: less('w1'), w2: less('w2'), b: less('b') };
    });
  const steps = Object.fromEntries(activations.map((activation) => [activation, stepOf(activation)]));
  return ({ w1, w2, b }, { x1, x2, target, activation }, rate) => {
    const next = steps[activation]?.({ w1, w2, b }, { x1, x2 }, target, rate);
    return next ? { w1: single(next.w1), w2: single(next.w2), b: single(next.b) } : { w1, w2, b };
  };
});

const walks: (engine: Engine) => Map<string, Weights[]> = perEngine(() => new Map<string, Weights[]>());

/** The weights after some steps from `at`. The last walks are kept and continued. */
export function weightsAfter(engine: Engine, at: NeuronAt, rate: number, steps: number): Weights {
  const { x1, x2, w1, w2, b, target, activation } = at;
  const start: Weights = { w1, w2, b };
  const key = [x1, x2, w1, w2, b, target, activation, rate].join();
  const walk = remember(walks(engine), key, () => [start]);
  for (let k = walk.length; k <= steps; k += 1) walk.push(neuronStep(engine)(walk[k - 1] ?? start, at, rate));
  return walk[steps] ?? start;
}

export interface CurveAt {
  readonly value: number;
  readonly slope: number;
}

/** An activation at many s, and its value and slope at one. */
export const activationCurve: (engine: Engine) => (activation: Activation, s: readonly number[]) => number[] =
  perEngine((engine) => {
    const { vmap, compile } = engine;
    const all = new Map(activations.map((name) => [name, compile(vmap((s: Operand) => functions[name](engine, s)))]));
    return (activation, s) => flat(all.get(activation)?.([...s]));
  });

export const activationAt: (engine: Engine) => (activation: Activation, s: number) => CurveAt = perEngine((engine) => {
  const { jvp, compile } = engine;
  const all = new Map(
    activations.map((name) => [
      name,
      compile((s: number) => jvp((at: Operand) => functions[name](engine, at))([s], [1])),
    ]),
  );
  return (activation, s) => {
    const [value, slope] = all.get(activation)?.(s) ?? [Number.NaN, Number.NaN];
    return { value: single(value), slope: single(slope) };
  };
});
