// gmm: the log-likelihood, and its derivatives by α, μ, q and l.

import type { Api, Tensor } from '../../objectives/api.ts';
import { gmm as likelihood, type Mixture } from '../../objectives/gmm.ts';
import type { GmmInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

function mixtureIn({ tensor }: Api, { d, k, alpha, mu, q, l }: GmmInput): Mixture {
  // In one dimension there is nothing below the diagonal, and no row to infer a shape from.
  const below = (d * (d - 1)) / 2;
  return { alpha: tensor(alpha), mu: tensor(mu), q: tensor(q), l: tensor(l.flat(), { shape: [k, below] }) };
}

export const gmm: Module = {
  objective: (api: Api, input: GmmInput) => {
    const [mixture, run] = [mixtureIn(api, input), api.compile(likelihood(api, input))];
    return task(
      () => (run(mixture) as Tensor).item(),
      (value) => value,
    );
  },
  jacobian: (api: Api, input: GmmInput) => {
    const [mixture, run] = [mixtureIn(api, input), api.compile(api.grad(likelihood(api, input)))];
    return task(
      () => run(mixture) as { [K in keyof Mixture]: Tensor },
      ({ alpha, mu, q, l }) => ({
        alpha: alpha.toArray(),
        mu: mu.toArray(),
        q: q.toArray(),
        l: l.toArray(),
      }),
    );
  },
};
