// hello: x² and its derivative.

import type { Api, Operand } from '../../objectives/api.ts';
import { type Module, task } from '../module.ts';

const same = (value: unknown): unknown => value;

export const hello: Module = {
  square: ({ square }: Api, x: number) => task(() => square(x), same),
  double: ({ grad, square }: Api, x: number) => task(() => grad((v: Operand) => square(v))(x), same),
};
