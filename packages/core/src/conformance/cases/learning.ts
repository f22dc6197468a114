// Losses, optimisers with their schedules, and the check of gradients.

import { binaryCrossEntropy, crossEntropy } from '../../losses/cross-entropy.ts';
import { mse } from '../../losses/mse.ts';
import { adam, adamW } from '../../optimisers/adam.ts';
import type { Optimiser } from '../../optimisers/optimiser.ts';
import { rmsProp } from '../../optimisers/rms-prop.ts';
import * as schedules from '../../optimisers/schedules.ts';
import { sgd } from '../../optimisers/sgd.ts';
import { add } from '../../primitives/add.ts';
import { matmul } from '../../primitives/matmul.ts';
import { mul } from '../../primitives/mul.ts';
import { sin } from '../../primitives/sin.ts';
import { sum } from '../../primitives/sum.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees, ConformanceError } from '../agree.ts';
import type { Case } from '../api.ts';
import { array, fewWhole, floats, hardArray, truths } from '../data.ts';
import { derivatives, everyWay } from '../exercise.ts';

interface Layer {
  readonly w: Operand;
  readonly b: Operand;
}

const loss = ({ w, b }: Layer, x: Operand, y: Operand): Operand => mse(add(matmul(x, w), b) as Operand, y);

const optimisers: Readonly<Record<string, readonly Optimiser<string>[]>> = {
  sgd: [
    sgd({ learningRate: 0.1 }),
    sgd({ learningRate: 0.1, momentum: 0.9 }),
    sgd({ learningRate: schedules.cosineDecay({ initial: 0.1, steps: 5 }), momentum: 0.5, nesterov: true }),
  ] as never,
  rmsProp: [rmsProp(), rmsProp({ learningRate: 0.01, decay: 0.5, epsilon: 1e-3 })] as never,
  adam: [adam(), adam({ learningRate: schedules.warmup({ steps: 3, after: 0.1 }), beta1: 0.5 })] as never,
  adamW: [adamW(), adamW({ learningRate: 0.05, weightDecay: 0.3 })] as never,
};

const rates: Readonly<Record<string, schedules.Schedule>> = {
  constant: schedules.constant(0.3),
  linear: schedules.linear({ from: 1, to: 0.1, steps: 7 }),
  exponentialDecay: schedules.exponentialDecay({ initial: 0.5, factor: 0.9, steps: 3, staircase: true }),
  cosineDecay: schedules.cosineDecay({ initial: 0.5, final: 0.01, steps: 9 }),
  warmup: schedules.warmup({ steps: 4, after: schedules.linear({ from: 1, to: 0, steps: 5 }) }),
};

export const learningCases: readonly Case[] = [
  ...floats.flatMap((dtype): Case[] => [
    {
      name: `losses on ${dtype}: values and every transform`,
      covers: ['mse', 'crossEntropy', 'binaryCrossEntropy'],
      run: (api) => {
        const logits = array(api, [4, 3], dtype);
        const other = array(api, [4, 3], dtype, 5);
        everyWay(api, mse as never, logits, other);
        everyWay(api, binaryCrossEntropy as never, logits, api.tensor(truths(12, 2), { dtype, shape: [4, 3] }));
        everyWay(api, crossEntropy as never, logits, other);
        const classes = api.tensor(fewWhole(4, 3, 3));
        derivatives(api, crossEntropy as never, logits, classes);
        agrees(api, crossEntropy, [logits, api.tensor([0, -1, 7, 2], { dtype: 'i32' })]);
        agrees(api, (x: Operand, y: Operand) => crossEntropy(x, y, { axis: 0 }), [
          logits,
          api.tensor(fewWhole(3, 3, 4)),
        ]);
        agrees(api, mse, [array(api, [0], dtype), array(api, [0], dtype)]);
        agrees(api, mse, [logits, hardArray(api, [4, 3], 'i32')]);
        derivatives(
          api,
          crossEntropy as never,
          api.tensor([1000, -1000, Number.NEGATIVE_INFINITY], { dtype }),
          api.tensor([0, 1, 0], { dtype }),
        );
        derivatives(
          api,
          binaryCrossEntropy as never,
          api.tensor([1000, -1000], { dtype }),
          api.tensor([0, 1], { dtype }),
        );
      },
    },
    ...Object.entries(optimisers).map(
      ([name, some]): Case => ({
        name: `${name} on ${dtype}: steps of a tree of parameters, compiled and at once`,
        covers: [name],
        run: (api) => {
          for (const optimiser of some) {
            const step = (parameters: Layer, state: never, x: Operand, y: Operand): unknown =>
              optimiser.update(
                parameters,
                api.grad(loss as never)(parameters as never, x as never, y as never) as never,
                state,
              );
            let parameters: Layer = { w: array(api, [3, 2], dtype), b: array(api, [2], dtype, 3) };
            let state = optimiser.init(parameters);
            const x = array(api, [5, 3], dtype, 4);
            const y = array(api, [5, 2], dtype, 5);
            for (let i = 0; i < 3; i++) {
              agrees(api, step, [parameters, state, x, y]);
              [parameters, state] = step(parameters, state as never, x, y) as [Layer, typeof state];
            }
          }
        },
      }),
    ),
  ]),
  ...Object.entries(rates).map(
    ([name, rate]): Case => ({
      name: `schedules.${name} at every step, known and traced`,
      covers: [`schedules.${name}`],
      run: (api) => {
        for (let step = 0; step < 12; step++) agrees(api, (n: Operand) => add(rate(n), 0), [step]);
        agrees(
          api,
          api.vmap((n: Operand) => add(rate(n), 0)),
          [api.arange(12)],
        );
      },
    }),
  ),
  {
    name: 'gradCheck finds right gradients right and wrong ones wrong',
    covers: ['gradCheck'],
    run: (api) => {
      const f = (x: Operand): Operand => sum(mul(sin(x), x) as Operand);
      const good = api.gradCheck(f)(array(api, [2, 3]));
      if (!good.ok || good.checked !== 6) throw new ConformanceError(`gradCheck: ${JSON.stringify(good)}`);
      const wrong = api.customGradient(
        ((x: Operand) => sin(x)) as (x: Operand) => Operand,
        ((upstream: Operand) => [upstream]) as never,
      );
      const bad = api.gradCheck((x: Operand) => sum(wrong(x)))(array(api, [3]));
      if (bad.ok) throw new ConformanceError(`gradCheck took a wrong gradient for right: ${JSON.stringify(bad)}`);
    },
  },
];
