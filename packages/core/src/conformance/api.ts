// What a backend's package must offer to be put through the suite.

import type { Arange } from '../constructors/arange.ts';
import type { Eye } from '../constructors/eye.ts';
import type { Fill, Full } from '../constructors/full.ts';
import type { Linspace } from '../constructors/linspace.ts';
import type { Backprop } from '../explain/backprop.ts';
import type { GradCheck } from '../explain/grad-check.ts';
import type { CustomGradient } from '../structural/custom-gradient.ts';
import type { Scan } from '../structural/scan.ts';
import type { Compile } from '../transforms/compile.ts';
import type { Grad, ValueAndGrad } from '../transforms/grad.ts';
import type { Hessian, Hvp, Jacobian } from '../transforms/jacobian.ts';
import type { Jvp } from '../transforms/jvp.ts';
import type { MakeTensor } from '../transforms/tensor.ts';
import type { Vjp } from '../transforms/vjp.ts';
import type { Vmap } from '../transforms/vmap.ts';

/** The part of a package that depends on its backend. */
export interface Api {
  readonly tensor: MakeTensor;
  readonly zeros: Fill;
  readonly ones: Fill;
  readonly full: Full;
  readonly arange: Arange;
  readonly linspace: Linspace;
  readonly eye: Eye;
  readonly grad: Grad;
  readonly valueAndGrad: ValueAndGrad;
  readonly jvp: Jvp;
  readonly vjp: Vjp;
  readonly jacobian: Jacobian;
  readonly hessian: Hessian;
  readonly hvp: Hvp;
  readonly vmap: Vmap;
  readonly compile: Compile;
  readonly scan: Scan;
  readonly customGradient: CustomGradient;
  readonly backprop: Backprop;
  readonly gradCheck: GradCheck;
}

/** One thing that must hold on every backend. */
export interface Case {
  readonly name: string;
  /** The exports of the package that it puts to the test. */
  readonly covers: readonly string[];
  /** Throws a ConformanceError where the backend differs. */
  readonly run: (api: Api) => void;
}
