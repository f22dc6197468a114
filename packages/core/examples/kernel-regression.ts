// A smooth curve through noisy points: a sum of Gaussian bumps, whose heights and common width are learned.
// Shows: a table of distances by broadcasting, and a width that stays positive as the exponential of a parameter.

import {
  abs,
  adam,
  add,
  compile,
  div,
  exp,
  expandDims,
  grad,
  linspace,
  matmul,
  max,
  mse,
  mul,
  neg,
  random,
  sin,
  square,
  sub,
  sum,
  type Tensor,
  zeros,
} from '@chainrule/core';

const x = linspace(0, 2 * Math.PI, 40);
const y = add(sin(x), random.normal(random.key(5), [40], { std: 0.1 }));
const centres = linspace(0, 2 * Math.PI, 10);

type Model = { heights: Tensor; logWidth: number };

/** A bump of each height at each centre, summed, at places x. */
const curve = ({ heights, logWidth }: Model, x: Tensor) => {
  const distances = div(sub(expandDims(x, 1), centres), exp(logWidth));
  return matmul(exp(neg(square(distances))), heights);
};

const loss = (model: Model) => add(mse(curve(model, x), y), mul(0.001, sum(square(model.heights))));

const optimiser = adam({ learningRate: 0.05 });
export let model: Model = { heights: zeros([10]), logWidth: Math.log(0.1) };
let memory = optimiser.init(model);

const step = compile((now: Model, past: typeof memory) => optimiser.update(now, grad(loss)(now), past));
for (let i = 0; i < 500; i++) [model, memory] = step(model, memory);

/** The largest distance from the curve behind the noise, between the points too. */
const fine = linspace(0, 2 * Math.PI, 401);
export const worst: number = max(abs(sub(curve(model, fine), sin(fine)))).item();

console.log(`width ${Math.exp(model.logWidth).toFixed(2)}, never further than ${worst.toFixed(2)} from the sine`); // width 0.60, never further than 0.10 from the sine
