// What a backend's package must offer to be put through the suite.

import type { Backprop } from '../explain/backprop.ts';
import type { Compile } from '../transforms/compile.ts';
import type { Grad, ValueAndGrad } from '../transforms/grad.ts';
import type { MakeTensor } from '../transforms/tensor.ts';
import type { Vmap } from '../transforms/vmap.ts';

/** The part of a package that depends on its backend. */
export interface Api {
  readonly tensor: MakeTensor;
  readonly grad: Grad;
  readonly valueAndGrad: ValueAndGrad;
  readonly vmap: Vmap;
  readonly compile: Compile;
  readonly backprop: Backprop;
}

/** One thing that must hold on every backend. `run` throws a ConformanceError where it does not. */
export interface Case {
  readonly name: string;
  readonly run: (api: Api) => void;
}
