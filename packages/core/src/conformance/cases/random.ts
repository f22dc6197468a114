// Random numbers: the same from the same key on every backend, called at once, compiled, and mapped over keys.

import { mul } from '../../primitives/mul.ts';
import { sum } from '../../primitives/sum.ts';
import * as random from '../../random/front.ts';
import type { Operand } from '../../tensor/operand.ts';
import { agrees, dense, sameBits } from '../agree.ts';
import type { Api, Case } from '../api.ts';
import { array, floats } from '../data.ts';

const shapes = [[], [0], [1], [7], [2, 3], [130], [1025]];

function keys(api: Api): Operand {
  return random.split(api.tensor(random.key(5), { dtype: 'i32' }), 3);
}

/** A draw, for every shape: from one key, and mapped over several. */
function draws(name: keyof typeof random, draw: (key: Operand, shape: readonly number[]) => Operand): Case {
  return {
    name: `random.${name} of every shape, from one key and from many`,
    covers: [`random.${name}`],
    run: (api) => {
      const key = api.tensor(random.key(-3), { dtype: 'i32' });
      for (const shape of shapes) {
        agrees(api, (k: Operand) => draw(k, shape), [key]);
        if (shape.length < 2)
          agrees(
            api,
            api.vmap((k: Operand) => draw(k, shape)),
            [keys(api)],
          );
      }
      agrees(api, (k: Operand) => draw(random.foldIn(k, 9), [4]), [key]);
    },
  };
}

export const randomCases: readonly Case[] = [
  ...floats.flatMap((dtype): Case[] =>
    [
      draws('uniform', (key, shape) => random.uniform(key, shape, { dtype })),
      draws('uniform', (key, shape) => random.uniform(key, shape, { dtype, low: -2, high: 3.5 })),
      draws('normal', (key, shape) => random.normal(key, shape, { dtype })),
      draws('normal', (key, shape) => random.normal(key, shape, { dtype, mean: 3, std: 0.25 })),
    ].map((one, i) => ({ ...one, name: `${one.name}, of ${dtype}${i % 2 === 0 ? '' : ', with bounds or moments'}` })),
  ),
  draws('bits', (key, shape) => random.bits(key, shape)),
  draws('integers', (key, shape) => random.integers(key, shape, { low: -3, high: 1000 })),
  draws('bernoulli', (key, shape) => random.bernoulli(key, 0.3, shape)),
  draws('permutation', (key, shape) =>
    random.permutation(
      key,
      shape.reduce((product, n) => product * n, 1),
    ),
  ),
  {
    name: 'keys from seeds, from keys and from numbers, known and traced',
    covers: ['random.key', 'random.split', 'random.foldIn'],
    run: (api) => {
      const seeds = [0, 1, -1, 2 ** 31, -(2 ** 40), Number.MAX_SAFE_INTEGER];
      for (const seed of seeds) agrees(api, (s: Operand) => random.key(s), [api.tensor(seed)]);
      const same = random.key(7);
      sameBits('random.key', dense(same), dense(api.compile((s: Operand) => random.key(s))(api.tensor(7))));
      for (const count of [1, 2, 9]) agrees(api, (s: Operand) => random.split(random.key(s), count), [api.tensor(5)]);
      for (const n of [0, -1, 12345])
        agrees(api, (k: Operand, i: Operand) => random.foldIn(k, i), [same, api.tensor(n, { dtype: 'i32' })]);
      agrees(
        api,
        api.vmap((k: Operand, i: Operand) => random.foldIn(k, i)),
        [keys(api), api.tensor([1, 2, 3], { dtype: 'i32' })],
      );
    },
  },
  {
    name: 'random numbers with traced parameters, their gradients, and a shuffled array',
    covers: ['random.normal', 'random.uniform', 'random.bernoulli', 'random.permutation'],
    run: (api) => {
      const key = api.tensor(random.key(11), { dtype: 'i32' });
      const spread = (mean: Operand, std: Operand, k: Operand): Operand =>
        sum(mul(random.normal(k, [3, 2], { mean, std }), 2) as Operand);
      agrees(api, api.grad(spread, { argnums: [0, 1] }), [array(api, [2]), array(api, [3, 1]), key]);
      agrees(api, (p: Operand, k: Operand) => random.bernoulli(k, p), [api.tensor([0, 0.5, 1, 2, -1]), key]);
      agrees(api, (low: Operand, k: Operand) => random.uniform(k, [4], { low, high: 9 }), [array(api, [4]), key]);
      agrees(api, (x: Operand, k: Operand) => random.permutation(k, x), [array(api, [5, 2]), key]);
      agrees(
        api,
        api.grad((x: Operand, k: Operand) => sum(mul(random.permutation(k, x), x) as Operand)),
        [array(api, [5]), key],
      );
    },
  },
];
