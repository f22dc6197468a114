// What is done with each operation: its values, and what every transform makes of it.

import { mul } from '../primitives/mul.ts';
import { sin } from '../primitives/sin.ts';
import { sum } from '../primitives/sum.ts';
import { isTensor } from '../tensor/brand.ts';
import type { Operand, Tensor } from '../tensor/operand.ts';
import { agrees } from './agree.ts';
import type { Api } from './api.ts';

/** A function of arrays with one array as its result. */
export type OfArrays = (...xs: Operand[]) => Operand;

/** One number that changes with every element of the result, and not linearly. */
const total =
  (f: OfArrays) =>
  (...xs: Operand[]): Operand => {
    const y = f(...xs) as Operand;
    return sum(mul(y, sin(y as Operand) as Operand) as Operand);
  };

/** Values, both modes by all floats, and second derivatives by the first argument. */
export function derivatives(api: Api, f: OfArrays, ...xs: readonly Tensor[]): void {
  agrees(api, f, xs);
  const count = xs.length;
  const twice = [...xs, ...xs];
  agrees(api, (...all: Operand[]) => api.jvp(f)(all.slice(0, count) as never, all.slice(count) as never), twice);
  const argnums = xs.flatMap(({ dtype }, i) => (dtype === 'f64' || dtype === 'f32' ? [i] : []));
  agrees(api, api.grad(total(f) as (...xs: Operand[]) => Operand, { argnums }), xs);
  agrees(api, api.hvp(total(f)), [xs[0], xs[0], ...xs.slice(1)]);
}

/** Mapped over a first axis of the first array, over the last axis of all, and over two axes. */
export function mapped(api: Api, f: OfArrays, ...xs: readonly Tensor[]): void {
  const [first, ...rest] = xs;
  if (first === undefined) return;
  const grown = (x: Tensor, size: number, at: 'first' | 'last'): Tensor => {
    const elements = x.toTypedArray();
    const repeated = elements.slice(0, 0).constructor as new (n: number) => typeof elements;
    const all = new repeated(elements.length * size);
    for (let i = 0; i < all.length; i++) {
      const [from, copy] =
        at === 'first' ? [i % elements.length, Math.floor(i / elements.length)] : [Math.floor(i / size), i % size];
      all[i] =
        x.dtype === 'bool'
          ? (elements[from] as number)
          : (elements[from] as number) * (x.dtype === 'i32' ? 1 : 1 - copy / 8);
    }
    return api.tensor(all, { shape: at === 'first' ? [size, ...x.shape] : [...x.shape, size], dtype: x.dtype });
  };
  agrees(api, api.vmap(f, { inAxes: [0, ...rest.map(() => null)] }), [grown(first, 3, 'first'), ...rest]);
  agrees(
    api,
    api.vmap(f, { inAxes: -1, outAxes: -1 }),
    xs.map((x) => grown(x, 2, 'last')),
  );
  if (rest.length > 0) {
    const [one, ...others] = rest as [Tensor, ...Tensor[]];
    agrees(api, api.vmap(f, { inAxes: [null, 0, ...others.map(() => null)] }), [
      first,
      grown(one, 3, 'first'),
      ...others,
    ]);
  }
  const deep = api.vmap(api.vmap(f), { inAxes: xs.map(() => -1) });
  agrees(
    api,
    deep,
    xs.map((x) => grown(grown(x, 2, 'first'), 3, 'last')),
  );
}

/** All of it: for functions of floats. */
export function everyWay(api: Api, f: OfArrays, ...xs: readonly Tensor[]): void {
  derivatives(api, f, ...xs);
  mapped(api, f, ...xs);
  const gradient = api.grad(total(f));
  if (xs.every((x) => isTensor(x) && x.size > 0)) mapped(api, gradient as OfArrays, ...xs);
}
