// Routines: where each operand begins and how it is strided, read through the views above what is stored.

import { BackendError } from '../errors.ts';
import type { Binding } from '../kernel/kernel.ts';
import { asList } from '../program/primitive.ts';
import type { Atom, Equation, Variable } from '../program/program.ts';
import { rowMajorStrides, type Shape, sizeOf } from '../shape/shape.ts';
import type { Lowering } from './lower.ts';
import { identity, isView, type Position, readThrough } from './read.ts';
import type { Roots } from './roots.ts';

/** Strides of an array along each of its axes. */
interface Walk {
  readonly offset: number;
  readonly strides: readonly number[];
}

/** The stored variable below views, and how a view of it is walked; undefined if it is no view of something stored. */
function walkOf(
  roots: Roots,
  atom: Variable,
  level: number,
): { readonly root: Variable; readonly walk: Walk } | undefined {
  let root: Atom = atom;
  let position: Position = identity(atom.type.shape.length);
  while (root.kind === 'variable' && !roots.isLoaded(root, level)) {
    const equation = roots.definitionOf(root);
    if (equation === undefined || !isView(equation)) return undefined;
    position = readThrough(equation, position);
    [root] = equation.inputs;
  }
  if (root.kind === 'literal') return undefined;
  const own = rowMajorStrides(root.type.shape);
  const strides = new Array<number>(atom.type.shape.length).fill(0);
  let offset = 0;
  position.forEach((read, k) => {
    const stride = own[k] as number;
    offset += read.offset * stride;
    if (read.axis >= 0) strides[read.axis] = (strides[read.axis] as number) + read.scale * stride;
  });
  return { root, walk: { offset, strides } };
}

/** The stride of several axes taken as one, or undefined if they do not follow each other without a gap. */
function merged(axes: readonly number[], shape: Shape, strides: readonly number[]): number | undefined {
  const wide = axes.filter((axis) => shape[axis] !== 1);
  const last = wide.at(-1);
  if (last === undefined) return 0;
  for (let i = wide.length - 1; i > 0; i--) {
    const inner = wide[i] as number;
    const outer = wide[i - 1] as number;
    if (strides[outer] !== (strides[inner] as number) * (shape[inner] as number)) return undefined;
  }
  return strides[last];
}

function bindingOf(
  slot: number,
  { offset, strides }: Walk,
  shape: Shape,
  axes: readonly (readonly number[])[],
): Binding | undefined {
  const found = axes.map((group) => merged(group, shape, strides));
  const all = found.filter((stride) => stride !== undefined);
  return all.length === found.length ? { slot, offset, strides: all } : undefined;
}

/** Empty arrays are not walked at all: any stride will do. */
function contiguous(shape: Shape): Walk {
  return { offset: 0, strides: rowMajorStrides(shape) };
}

export function lowerRoutine(
  lowering: Lowering,
  { primitive, params, inputs, outputs }: Equation,
  level: number,
): void {
  const [result] = outputs;
  if (primitive.lowering.kind !== 'routine') return;
  const types = inputs.map((input) => input.type);
  const { routine, layout } = primitive.lowering;
  const { dtype, sizes, axes } = layout(asList(types), result.type, params);
  const operands = inputs.map((input, i): Binding => {
    const own = axes[i] as readonly (readonly number[])[];
    const { shape } = input.type;
    const found = input.kind === 'variable' ? walkOf(lowering.roots, input, level) : undefined;
    const direct = found && bindingOf(lowering.slotOf(found.root), found.walk, shape, own);
    if (direct !== undefined) return direct;
    const slot = input.kind === 'variable' ? lowering.copied(input, level) : lowering.slotOfAtom(input);
    const binding = bindingOf(slot, contiguous(shape), shape, own);
    if (binding === undefined && sizeOf(shape) > 0) throw new BackendError(`${primitive.name} has a layout of its own`);
    return binding ?? { slot, offset: 0, strides: own.map(() => 0) };
  });
  const slot = lowering.newSlotFor(result);
  const { shape } = result.type;
  const binding = bindingOf(slot, contiguous(shape), shape, axes[inputs.length] as readonly (readonly number[])[]);
  if (binding === undefined && sizeOf(shape) > 0) throw new BackendError(`${primitive.name} has a layout of its own`);
  lowering.steps.push({
    step: 'routine',
    routine,
    dtype,
    sizes,
    operands,
    result: binding ?? { slot, offset: 0, strides: sizes.map(() => 0) },
  });
}
