// lstm: the loss, and its derivatives by the main and then the extra parameters, flat.

import type { Api, Tensor } from '../../objectives/api.ts';
import { lstm as lossOf, type Network } from '../../objectives/lstm.ts';
import type { LstmInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

function networkIn({ tensor }: Api, { main_params, extra_params }: LstmInput): Network {
  return { main: tensor(main_params), extra: tensor(extra_params) };
}

export const lstm: Module = {
  objective: (api: Api, input: LstmInput) => {
    const [network, run] = [networkIn(api, input), api.compile(lossOf(api, input))];
    return task(
      () => (run(network) as Tensor).item(),
      (loss) => loss,
    );
  },
  jacobian: (api: Api, input: LstmInput) => {
    const [network, run] = [networkIn(api, input), api.compile(api.grad(lossOf(api, input)))];
    return task(
      () => run(network) as { [K in keyof Network]: Tensor },
      ({ main, extra }) => [...main.toTypedArray(), ...extra.toTypedArray()],
    );
  },
};
