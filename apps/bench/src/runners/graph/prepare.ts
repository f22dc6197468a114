// Workloads on the graph of numbers.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { TrainingCall } from '../../kinds/training.ts';
import type { TypedNumbers } from '../../workload.ts';
import type { Prepares } from '../runner.ts';
import { Value } from './graph.ts';

const valuesOf = (numbers: TypedNumbers): Value[] => Array.from(numbers, (number) => new Value(number));
const total = (values: readonly Value[]): Value => values.reduce((sum, value) => sum.add(value));

export const prepares: Prepares = {
  lsq: (data) => (atA, atB) => {
    const [a, b] = [new Value(atA), new Value(atB)];
    let loss = new Value(0);
    for (let i = 0; i < data.x.length; i++) {
      const prediction = a.mul(new Value(data.x[i] as number)).add(b);
      loss = loss.add(new Value(data.y[i] as number).sub(prediction).square());
    }
    loss.backward();
    return [loss.value, a.gradient, b.gradient];
  },
  rosenbrock: (data) => {
    const call: ResidentCall<readonly Float64Array[]> = {
      run: () => {
        const by = [new Float64Array(data.x.length), new Float64Array(data.x.length)] as const;
        for (let i = 0; i < data.x.length; i++) {
          const [x, y] = [new Value(data.x[i] as number), new Value(data.y[i] as number)];
          const across = y.sub(x.square()).square();
          new Value(1).sub(x).square().add(new Value(100).mul(across)).backward();
          by[0][i] = x.gradient;
          by[1][i] = y.gradient;
        }
        return by;
      },
      read: (by) => by,
    };
    return call as ResidentCall;
  },
  'mlp-small': ({ layers, samples, inputs, targets, rate }) => {
    const width = layers[0] as number;
    const call: TrainingCall<readonly TypedNumbers[]> = {
      place: (parameters) => parameters,
      step: (parameters) => {
        const network = parameters.map(valuesOf);
        let loss = new Value(0);
        for (let sample = 0; sample < samples; sample++) {
          let values = Array.from({ length: width }, (_, j) => new Value(inputs[sample * width + j] as number));
          for (let layer = 0; layer + 1 < layers.length; layer++) {
            const [weights, bias] = [network[2 * layer] as Value[], network[2 * layer + 1] as Value[]];
            if (layer > 0) values = values.map((value) => value.tanh());
            values = bias.map((own, j) => {
              const products = values.map((value, k) => value.mul(weights[k * bias.length + j] as Value));
              return total([own, ...products]);
            });
          }
          loss = loss.add((values[0] as Value).sub(new Value(targets[sample] as number)).square());
        }
        loss = loss.mul(new Value(1 / samples));
        loss.backward();
        const next = network.map((values) => Float64Array.from(values, (value) => value.value - rate * value.gradient));
        return { loss: loss.value, next };
      },
      read: (parameters) => parameters,
    };
    return call as TrainingCall;
  },
  lse:
    () =>
    ([point]) => {
      const x = valuesOf(point as TypedNumbers);
      const largest = new Value(x.reduce((best, { value }) => Math.max(best, value), Number.NEGATIVE_INFINITY));
      largest.add(total(x.map((value) => value.sub(largest).exp())).log()).backward();
      return [x.map(({ gradient }) => gradient)];
    },
  'deep-chain':
    ({ rounds }) =>
    ([point]) => {
      const x = new Value(point?.[0] as number);
      let v = x;
      for (let i = 0; i < rounds; i++) v = v.sin().mul(x).add(x);
      v.backward();
      return [[x.gradient]];
    },
  scan:
    ({ steps, step, friction }) =>
    ([point]) => {
      const start = valuesOf(point as TypedNumbers);
      const gravity = start[2] as Value;
      let [angle, speed] = start as [Value, Value];
      const [h, c] = [new Value(step), new Value(friction)];
      for (let i = 0; i < steps; i++) {
        angle = angle.add(h.mul(speed));
        speed = speed.sub(h.mul(gravity.mul(angle.sin()).add(c.mul(speed))));
      }
      angle.square().backward();
      return [start.map(({ gradient }) => gradient)];
    },
};
