// What reductions share: which axes they run over, and the obvious loop over groups of elements.

import { indices } from '../primitive/define.ts';
import { numbers } from '../program/params.ts';
import type { Dense, Params } from '../program/primitive.ts';
import { mustBeOptions } from '../shape/checks.ts';
import { type Shape, sizeAt } from '../shape/shape.ts';

/** What a reduction runs over, and whether the axes stay with size 1. */
export interface ReductionOptions {
  /** One axis or several; negative ones count from the end. Default: all. */
  readonly axis?: number | readonly number[];
  /** Keep the reduced axes with size 1, so that the result broadcasts against the operand. Default: false. */
  readonly keepDims?: boolean;
}

/** Throws an ArgumentError for options that a reduction does not have. */
export function mustBeReduction(operation: string, options: ReductionOptions, others: readonly string[] = []): void {
  mustBeOptions(operation, options, ['axis', 'keepDims', ...others]);
}

function kept(shape: Shape, params: Params): number[] {
  const axes = numbers(params, 'axes');
  return shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis - shape.length));
}

/** The shape without `params.axes`. */
export function reducedShape(shape: Shape, params: Params): Shape {
  return kept(shape, params).map((axis) => sizeAt(shape, axis));
}

/** The shape with the given axes, counted from the end, of size 1. */
export function keptShape(shape: Shape, axes: readonly number[]): Shape {
  return shape.map((n, axis) => (axes.includes(axis - shape.length) ? 1 : n));
}

/** The sizes of the given axes, counted from the end. */
export function sizesAt(shape: Shape, axes: readonly number[]): number[] {
  return axes.map((axis) => sizeAt(shape, axis));
}

/** Elements that one result is made of, for each result in row-major order. */
export function groupsOf(operand: Dense, result: Shape, params: Params): number[][] {
  const outer = kept(operand.shape, params);
  const groups = new Map<string, number[]>(indices(result).map((index) => [index.join(), []]));
  indices(operand.shape).forEach((index, i) => {
    groups.get(outer.map((axis) => index[axis]).join())?.push(operand.elements[i] as number);
  });
  return [...groups.values()];
}
