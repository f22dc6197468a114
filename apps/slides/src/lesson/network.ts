// A small network 2–n–n–1 with tanh that tells two classes of points apart, and its training: one step is one compiled
// program, the gradient and the update of every parameter together.

import type { Engine, Operand, Tensor } from '../store/engine.ts';
import { perEngine } from './per-engine.ts';
import { flat, single } from './read.ts';

interface Layer {
  readonly weights: Tensor;
  readonly bias: Tensor;
}

export type Network = readonly [Layer, Layer, Layer];

/** Points of two classes: point i is (x[i], y[i]), of class 0 or 1. */
export interface Classes {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly label: readonly number[];
}

/** A network, its loss on the data, and the gradient that its next step goes against. */
export interface Trained {
  readonly network: Network;
  readonly gradient: Network;
  readonly loss: number;
}

export interface Training {
  /** The network that belongs to a seed, not trained yet. */
  start(seed: number, width: number, data: Classes): Trained;
  /** One step of gradient descent: every parameter minus rate times its derivative. */
  step(from: Trained, data: Classes, rate: number): Trained;
  /** Above 0 where the network says class 1: one batched forward pass over all places. */
  scores(network: Network, x: readonly number[], y: readonly number[]): number[];
}

export const trainingOn: (engine: Engine) => Training = perEngine((engine) => {
  const { add, matmul, tanh, squeeze, tensor, zeros, random, binaryCrossEntropy, valueAndGrad, compile, sgd } = engine;

  const linear = (values: Operand, { weights, bias }: Layer): Operand => add(matmul(values, weights), bias);
  const scores = ([first, second, last]: Network, places: Operand): Operand =>
    squeeze(linear(tanh(linear(tanh(linear(places, first)), second)), last), 1);
  const loss = (network: Network, places: Operand, labels: Operand): Operand =>
    binaryCrossEntropy(scores(network, places), labels);

  const slope = compile((network: Network, places: Operand, labels: Operand) =>
    valueAndGrad(loss)(network, places, labels),
  );
  const step = compile((network: Network, gradient: Network, places: Operand, labels: Operand, rate: Operand) => {
    const optimiser = sgd({ learningRate: rate });
    const [next] = optimiser.update(network, gradient, optimiser.init(network));
    return [next, valueAndGrad(loss)(next, places, labels)] as const;
  });
  const forward = compile(scores);

  const placesOf = (x: readonly number[], y: readonly number[]): Tensor =>
    tensor(
      Float64Array.from({ length: 2 * x.length }, (_, i) => (i % 2 ? y : x)[i >> 1] ?? 0),
      { shape: [x.length, 2] },
    );
  const grids = new WeakMap<readonly number[], Tensor>();
  const known = new WeakMap<Classes, { places: Tensor; labels: Tensor }>();
  const tensorsOf = (data: Classes): { places: Tensor; labels: Tensor } => {
    const made = known.get(data) ?? { places: placesOf(data.x, data.y), labels: tensor([...data.label]) };
    known.set(data, made);
    return made;
  };

  const fresh = (seed: number, width: number): Network => {
    const key = random.key(seed);
    const layer = (index: number, from: number, to: number): Layer => ({
      weights: random.normal(random.foldIn(key, index), [from, to], { std: 1.5 / Math.sqrt(from) }),
      bias: zeros([to]),
    });
    return [layer(0, 2, width), layer(1, width, width), layer(2, width, 1)];
  };
  const starts = new Map<string, Network>();

  return {
    start(seed, width, data) {
      const name = `${seed} ${width}`;
      const network = starts.get(name) ?? fresh(seed, width);
      starts.set(name, network);
      const { places, labels } = tensorsOf(data);
      const [value, gradient] = slope(network, places, labels);
      return { network, gradient, loss: single(value) };
    },
    step({ network, gradient }, data, rate) {
      const { places, labels } = tensorsOf(data);
      const [next, [value, slopes]] = step(network, gradient, places, labels, rate);
      return { network: next, gradient: slopes, loss: single(value) };
    },
    scores(network, x, y) {
      const places = grids.get(x) ?? placesOf(x, y);
      grids.set(x, places);
      return flat(forward(network, places));
    },
  };
});
