// Modules that ask for a function of one array, and for its gradient.

import type { Api, Operand, Tensor } from '../../objectives/api.ts';
import { type Module, task } from '../module.ts';

interface Names {
  readonly value: string;
  readonly derivative: string;
}

/** `parse` gives the function and where it is asked for. */
export function ofArray<Input>(
  names: Names,
  parse: (api: Api, input: Input) => { f: (x: Operand) => Operand; x: Tensor },
): Module {
  return {
    [names.value]: (api: Api, input: Input) => {
      const { f, x } = parse(api, input);
      const run = api.compile(f);
      return task(
        () => run(x) as Tensor,
        (value) => (typeof value === 'number' ? value : value.toArray()),
      );
    },
    [names.derivative]: (api: Api, input: Input) => {
      const { f, x } = parse(api, input);
      const run = api.compile(api.grad(f));
      return task(
        () => run(x) as Tensor,
        (gradient) => gradient.toArray(),
      );
    },
  };
}
