// mlp-small and mlp-mnist: a step of gradient descent of a network with one or two hidden layers.

import { type TrainingWorkload, trainingWorkload } from '../kinds/training.ts';
import { type Node, Tape } from '../reference/tape.ts';
import { type Numbers, seeded } from '../seeded.ts';

export interface Task {
  /** Inputs, hidden layers, outputs. */
  readonly layers: readonly number[];
  readonly samples: number;
  /** [samples, inputs] in row-major order. */
  readonly inputs: Numbers;
  /** One for each sample: a number to fit, or the index of a class. */
  readonly targets: Numbers;
  readonly rate: number;
  /** tanh between the layers and a mean square error, or relu and softmax cross-entropy. */
  readonly kind: 'regression' | 'classes';
}

interface NetworkSize {
  readonly layers: readonly number[];
  readonly samples: number;
}

/** Weights [from, to] and bias [to] of each layer, one after the other. */
function startOf({ layers }: Task): Numbers[] {
  const random = seeded(6);
  return layers.slice(1).flatMap((to, i) => {
    const from = layers[i] as number;
    return [random.normal(from * to, 1 / Math.sqrt(from)), random.normal(to, 0.1)];
  });
}

/** The loss of one sample, times the number of samples. */
function lossOf(t: Tape, { layers, inputs, targets, kind }: Task, parameters: readonly Node[][], sample: number): Node {
  const width = layers[0] as number;
  let values: (number | Node)[] = Array.from({ length: width }, (_, j) => inputs[sample * width + j] as number);
  for (let layer = 0; layer + 1 < layers.length; layer++) {
    const [weights, bias] = [parameters[2 * layer] as Node[], parameters[2 * layer + 1] as Node[]];
    const to = layers[layer + 1] as number;
    const last = layer + 2 === layers.length;
    const before = values;
    values = bias.map((own, j) => {
      let sum = own;
      before.forEach((value, k) => {
        const weight = weights[k * to + j] as Node;
        // Inputs are constants, and most of a picture's are 0.
        if (layer > 0) sum = t.add(sum, t.mul(weight, value));
        else if (value !== 0) sum = t.add(sum, t.scale(weight, value));
      });
      if (last) return sum;
      if (kind === 'regression') return t.tanh(sum);
      return t.value(sum) > 0 ? sum : t.leaf(0);
    });
  }
  const target = targets[sample] as number;
  if (kind === 'regression') return t.square(t.sub(values[0] as Node, t.leaf(target)));
  return t.sub(t.logSumExp(values), values[target] as Node);
}

function rightStep(task: Task, parameters: readonly Numbers[]): { loss: number; next: Numbers[] } {
  const t = new Tape();
  const nodes = parameters.map((numbers) => t.leaves(numbers));
  const mark = t.mark();
  let loss = 0;
  for (let sample = 0; sample < task.samples; sample++) {
    const node = lossOf(t, task, nodes, sample);
    loss += t.value(node);
    t.accumulate(node, mark);
    t.forget(mark);
  }
  const next = parameters.map((numbers, i) => {
    const given = t.given(nodes[i] as Node[]);
    return numbers.map((value, j) => value - (task.rate * (given[j] as number)) / task.samples);
  });
  return { loss: loss / task.samples, next };
}

/** Two spirals wound into each other; which one a point belongs to is −1 or 1. */
function spirals({ layers, samples }: NetworkSize): Task {
  const inputs = new Float64Array(2 * samples);
  const targets = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const side = i % 2 === 0 ? 1 : -1;
    const radius = (i + 1) / samples;
    inputs[2 * i] = Math.fround(side * radius * Math.cos(9 * radius));
    inputs[2 * i + 1] = Math.fround(side * radius * Math.sin(9 * radius));
    targets[i] = side;
  }
  return { layers, samples, inputs, targets, rate: 2 ** -4, kind: 'regression' };
}

/** Pictures as sparse as handwritten digits: about a fifth of the pixels are not 0. */
function pictures({ layers, samples }: NetworkSize): Task {
  const random = seeded(5);
  const inputs = random.uniform(samples * (layers[0] as number)).map((value) => (value < 0.2 ? 5 * value : 0));
  const targets = random.uniform(samples, 0, layers.at(-1)).map(Math.floor);
  return { layers, samples, inputs: inputs.map(Math.fround), targets, rate: 2 ** -4, kind: 'classes' };
}

const shared = { dtypes: ['f64', 'f32'], tolerance: { f64: 1e-12, f32: 2e-5 }, start: startOf, rightStep } as const;

export const mlpSmall: TrainingWorkload<NetworkSize, Task> = trainingWorkload({
  ...shared,
  name: 'mlp-small',
  computes: 'a step of gradient descent on the whole batch, 2-16-16-1, tanh, mean square error; the loss is read back',
  sizes: {
    '32 points': { layers: [2, 16, 16, 1], samples: 32 },
    '1,024 points': { layers: [2, 16, 16, 1], samples: 1024 },
  },
  quick: ['32 points'],
  full: ['1,024 points'],
  data: spirals,
});

export const mlpMnist: TrainingWorkload<NetworkSize, Task> = trainingWorkload({
  ...shared,
  name: 'mlp-mnist',
  computes: 'a step of gradient descent, 784-128-10, ReLU, softmax cross-entropy; the loss is read back',
  sizes: {
    '24-16-10, batch 8': { layers: [24, 16, 10], samples: 8 },
    'batch 128': { layers: [784, 128, 10], samples: 128 },
  },
  quick: ['24-16-10, batch 8'],
  full: ['batch 128'],
  data: pictures,
});
