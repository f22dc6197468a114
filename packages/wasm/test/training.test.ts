// A network of the size of those for handwritten digits, trained from a seed: both backends come to the same bits.

import * as core from '@chainrule/core';
import { expect, test } from 'vitest';
import * as wasm from '../src/index.ts';

type Operand = core.Operand;

interface Layer {
  readonly w: Operand;
  readonly b: Operand;
}

const sizes = [784, 128, 10] as const;
const batch = 32;
const steps = 8;

/** The parameters after some steps, and the loss before each of them. */
function train(cr: typeof core, dtype: 'f64' | 'f32'): { readonly losses: number[]; readonly numbers: number[][] } {
  const { random } = cr;
  const keys = [...random.split(random.key(2026), 4)];
  const key = (i: number): Operand => keys[i] as Operand;
  const layer = (i: 0 | 1): Layer => ({
    w: cr.tensor(random.normal(key(i), [sizes[i], sizes[i + 1] ?? 0], { dtype, std: Math.sqrt(2 / sizes[i]) })),
    b: cr.zeros([sizes[i + 1] ?? 0], { dtype }),
  });
  const images = cr.tensor(random.uniform(key(2), [batch, sizes[0]], { dtype }));
  const labels = cr.tensor(random.integers(key(3), [batch], { high: 10 }));
  const loss = ({ hidden, out }: { hidden: Layer; out: Layer }, x: Operand, y: Operand): Operand => {
    const features = cr.relu(cr.add(cr.matmul(x, hidden.w), hidden.b) as Operand) as Operand;
    return cr.crossEntropy(cr.add(cr.matmul(features, out.w), out.b) as Operand, y);
  };
  const optimiser = cr.adam({ learningRate: 0.001 });
  const step = cr.compile((parameters: never, state: never, x: Operand, y: Operand) => {
    const [value, gradient] = cr.valueAndGrad(loss as never)(parameters, x as never, y as never) as unknown as [
      Operand,
      never,
    ];
    return [value, ...optimiser.update(parameters, gradient, state)];
  }) as unknown as (...args: unknown[]) => [unknown, unknown, unknown];
  let parameters: unknown = { hidden: layer(0), out: layer(1) };
  let state: unknown = optimiser.init(parameters);
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) {
    const [value, next, remembered] = step(parameters, state, images, labels);
    losses.push(typeof value === 'number' ? value : (value as core.Tensor).item());
    [parameters, state] = [next, remembered];
  }
  const numbers = cr.tree.leaves(parameters).map((leaf) => Array.from((leaf as core.Tensor).toTypedArray()));
  return { losses, numbers };
}

test.each(['f64', 'f32'] as const)('a 784-128-10 network of %s trains to the same bits on both backends', (dtype) => {
  const here = train(core, dtype);
  const there = train(wasm as unknown as typeof core, dtype);
  expect(there.losses).toEqual(here.losses);
  there.numbers.forEach((numbers, i) => {
    expect(
      numbers.every((x, k) => Object.is(x, here.numbers[i]?.[k])),
      `parameter ${i}`,
    ).toBe(true);
  });
  expect(new Set(here.numbers.map((numbers) => numbers.length))).toEqual(new Set([784 * 128, 128, 128 * 10, 10]));
  expect(here.losses.at(-1)).toBeLessThan(0.8 * (here.losses[0] ?? 0));
});
