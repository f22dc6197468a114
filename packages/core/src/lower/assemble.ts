// From an expression and where its values go to a kernel call: loops collapsed, values numbered, the key made.

import type { Binding, Kernel, KernelCall, NumberType, ReductionOp } from '../kernel/kernel.ts';
import type { DType } from '../shape/dtype.ts';
import type { Expression, Node } from './expression.ts';
import { collapse, innerStep, type Walk } from './loop.ts';

export interface Target {
  readonly node: Node;
  readonly slot: number;
  readonly walk: Walk;
}

export interface Shell {
  /** Sizes of the loop's axes, the reduced ones last. */
  readonly sizes: readonly number[];
  /** How many of the last axes are reduced; 0 for a map. */
  readonly reduced: number;
  readonly stores: readonly Target[];
  readonly reductions: readonly Target[];
  readonly op: ReductionOp;
}

/** The kernel call, or undefined if the reduced axes do not form one run for every access. */
export function assemble(
  expression: Expression,
  { sizes, reduced, stores, reductions, op }: Shell,
): KernelCall | undefined {
  const { loads, constants, body } = expression;
  const walks = [...loads.map((load) => load.walk), ...stores.map((s) => s.walk), ...reductions.map((s) => s.walk)];
  const loop = { sizes, strides: walks.map((walk) => walk.strides) };
  const split = sizes.length - reduced;
  const outer = collapse(loop, 0, split);
  const inner = collapse(loop, split, sizes.length);
  if (inner.sizes.length > 1) return undefined;
  const reduce = reductions.length > 0;
  const allSizes = [...outer.sizes, ...inner.sizes];
  if (reduce && inner.sizes.length === 0) allSizes.push(1);
  const stridesOf = (i: number): number[] => {
    const strides = [...(outer.strides[i] as number[]), ...(inner.strides[i] as number[])];
    if (strides.length < allSizes.length) strides.push(0);
    return strides;
  };
  const binding = (slot: number, walk: Walk, i: number): Binding => ({
    slot,
    offset: walk.offset,
    strides: stridesOf(i),
  });
  const number = ({ from, index }: Node): number =>
    from === 'load' ? index : from === 'constant' ? loads.length + index : loads.length + constants.length + index;
  const last = allSizes.length - 1;
  const step = (i: number): ReturnType<typeof innerStep> => innerStep(last < 0 ? undefined : stridesOf(i)[last]);
  const shape: Omit<Kernel, 'key'> = {
    form: reduce ? 'reduce' : last < 0 ? 'point' : 'map',
    outer: Math.max(0, last),
    loads: loads.map(({ dtype }, i) => ({ dtype, inner: step(i) })),
    constants: constants.map(({ dtype }) => dtype),
    body: body.map(({ op, dtype, args }) => ({ op, dtype, args: args.map(number) })),
    stores: stores.map(({ node }, i) => ({ dtype: node.dtype, inner: step(loads.length + i), value: number(node) })),
    reductions: reductions.map(({ node }) => ({ dtype: numberType(node.dtype), op, value: number(node) })),
  };
  return {
    step: 'kernel',
    kernel: { key: keyOf(shape), ...shape },
    sizes: allSizes,
    loads: loads.map(({ slot, walk }, i) => binding(slot, walk, i)),
    stores: stores.map(({ slot, walk }, i) => binding(slot, walk, loads.length + i)),
    reductions: reductions.map(({ slot, walk }, i) => binding(slot, walk, loads.length + stores.length + i)),
    constants: constants.map(({ value }) => value),
  };
}

function numberType(dtype: DType): NumberType {
  return dtype === 'bool' ? 'i32' : dtype;
}

function keyOf({ form, outer, loads, constants, body, stores, reductions }: Omit<Kernel, 'key'>): string {
  let key = `${form}${outer};`;
  for (const { dtype, inner } of loads) key += `${dtype} ${inner},`;
  key += `;${constants};`;
  for (const { op, dtype, args } of body) {
    key += `${typeof op === 'string' ? op : op.name} ${dtype}`;
    for (let i = 0; i < args.length; i++) key += ` ${args[i]}`;
    key += ',';
  }
  key += ';';
  for (const { dtype, inner, value } of stores) key += `${dtype} ${inner} ${value},`;
  key += ';';
  for (const { dtype, op, value } of reductions) key += `${op} ${dtype} ${value},`;
  return key;
}
