// The chance of passing an exam after some hours of study: logistic regression on the data of twenty students.
// Shows: a loss of the library on plain arrays, parameters as plain numbers, and a function that predicts.

import { add, binaryCrossEntropy, compile, grad, mul, sigmoid, sub } from '@chainrule/core';

export const hours: number[] = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];
export const passed: number[] = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

type Model = { intercept: number; slope: number };

/** intercept + slope · hours is the logarithm of the odds: 0 is an even chance. */
const loss = ({ intercept, slope }: Model) => binaryCrossEntropy(add(intercept, mul(slope, hours)), passed);

const step = compile((model: Model): Model => {
  const { intercept, slope } = grad(loss)(model);
  return { intercept: sub(model.intercept, mul(0.5, intercept)), slope: sub(model.slope, mul(0.5, slope)) };
});

export let model: Model = { intercept: 0, slope: 0 };
for (let i = 0; i < 2000; i++) model = step(model);

const chance = (hours: number) => sigmoid(add(model.intercept, mul(model.slope, hours)));

console.log(`intercept ${model.intercept.toFixed(4)}, slope ${model.slope.toFixed(4)}`); // intercept -4.0777, slope 1.5046
console.log(`after two hours ${chance(2).toFixed(2)}, after four ${chance(4).toFixed(2)}`); // after two hours 0.26, after four 0.87
