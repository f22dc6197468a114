// How primitives are written down: one call each, in a file of `primitives/`.

import { DTypeError, ShapeError } from '../errors.ts';
import type { Elementary, Opcode } from '../kernel/instructions.ts';
import type {
  Dense,
  Derivative,
  Domain,
  List,
  Local,
  Params,
  Primitive,
  Transpose,
  View,
} from '../program/primitive.ts';
import { type DType, dtypes } from '../shape/dtype.ts';
import { type ArrayType, rowMajorStrides, type Shape, sameShape, showType, sizeOf } from '../shape/shape.ts';

interface ElementwiseDefinition {
  readonly name: string;
  /** Number of operands. */
  readonly arity: 1 | 2 | 3;
  /** The kernel instruction, and which operands it takes if not simply all in order. */
  readonly op: Opcode | Elementary;
  readonly args?: readonly number[];
  /** What the operands are converted to. Default: any numbers. */
  readonly domain?: Domain;
  readonly scalar: (...operands: number[]) => number;
  /** The same for i32, where the last 32 bits of what `scalar` gives are not it. */
  readonly whole?: (...operands: number[]) => number;
  /** Local derivatives; left out where the result is constant wherever it has a derivative. */
  readonly locals?: readonly (Local | undefined)[];
  /** Gives truth values. */
  readonly truth?: true;
  /** Gives truth values, and leaving the result unused is a mistake. */
  readonly comparison?: true;
}

interface ElementaryDefinition {
  readonly name: string;
  readonly arity: 1 | 2;
  /** The function of this name in `elementary/`. */
  readonly compute: (x: number, y: number) => number;
  readonly locals?: readonly (Local | undefined)[];
}

/** A primitive that computes an elementary function of each element. */
export function elementary({ name, arity, compute, locals }: ElementaryDefinition): Primitive {
  return elementwise({
    name,
    arity,
    op: { name, arity, compute },
    domain: 'float',
    scalar: (x = 0, y = 0) => compute(x, y),
    ...(locals === undefined ? {} : { locals }),
  });
}

/** The shape that operands share; a literal (a scalar) goes with any. */
export function commonShape(name: string, operands: readonly ArrayType[]): Shape {
  let shape: Shape = [];
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i] as ArrayType;
    if (operand.shape.length === 0) continue;
    if (shape.length !== 0 && !sameShape(shape, operand.shape)) {
      throw new ShapeError(`${name}: operands ${operands.map(showType).join(' and ')} differ in shape`);
    }
    shape = operand.shape;
  }
  return shape;
}

function commonDType(name: string, operands: List<ArrayType>): DType {
  const { dtype } = operands[0];
  if (operands.some((operand) => operand.dtype !== dtype)) {
    throw new DTypeError(`${name}: operands ${operands.map(showType).join(' and ')} differ in dtype`);
  }
  return dtype;
}

/** Element `i` of an operand, where a scalar goes with any shape; NaN of one that is not there. */
function element(operand: Dense | undefined, i: number): number {
  if (operand === undefined) return Number.NaN;
  return operand.elements[operand.elements.length === 1 ? 0 : i] as number;
}

/** A primitive that treats every element alike: its derivative is its local derivatives. */
export function elementwise(definition: ElementwiseDefinition): Primitive {
  const { name, arity, op, args, scalar, locals, comparison } = definition;
  const whole = definition.whole ?? ((...operands: number[]): number => scalar(...operands) | 0);
  const truth = comparison ?? definition.truth ?? false;
  const derivative: Derivative = locals === undefined ? { kind: 'none' } : { kind: 'elementwise', locals };
  const primitive: Primitive = {
    name,
    domain: definition.domain ?? 'number',
    types: (operands) => {
      const first = operands[0];
      // One type for a whole chain of values: programs of millions of equations hold it once.
      if (!truth && first !== undefined && operands.every((operand) => operand === first)) return [first];
      const dtype = commonDType(name, operands);
      return [
        {
          shape: commonShape(name, operands),
          dtype: truth ? 'bool' : dtype,
          weak: operands.every((operand) => operand.weak),
        },
      ];
    },
    derivative,
    lowering: { kind: 'elementwise', op, args: args ?? Array.from({ length: arity }, (_, i) => i) },
    evaluate: (operands, _params, [result]) => [mapElements(operands, result, result.dtype === 'i32' ? whole : scalar)],
    scalar,
  };
  return comparison ? { ...primitive, comparison } : primitive;
}

/** The slow and obvious loop over elements, each result rounded to the dtype. */
export function mapElements(
  operands: readonly Dense[],
  result: ArrayType,
  scalar: (...operands: number[]) => number,
): number[] {
  const length = sizeOf(result.shape);
  const round = dtypes[result.dtype].round;
  const [x, y, z] = operands;
  return Array.from({ length }, (_, i) => round(scalar(element(x, i), element(y, i), element(z, i))));
}

interface ViewDefinition {
  readonly name: string;
  readonly shape: (operand: Shape, params: Params) => Shape;
  readonly view: (operand: Shape, params: Params) => View;
  readonly transpose: Transpose;
}

/** A primitive that only reads its operand in another way: linear, and no work at all once it is fused. */
export function view({ name, shape, view: read, transpose }: ViewDefinition): Primitive {
  return {
    name,
    types: (operands, params) => {
      const operand = operands[0];
      return [{ shape: shape(operand.shape, params), dtype: operand.dtype, weak: false }];
    },
    derivative: { kind: 'linear', transposes: [transpose] },
    lowering: { kind: 'view', view: read },
    evaluate: ([operand], params, [result]) => {
      const axes = read(operand.shape, params);
      const strides = rowMajorStrides(operand.shape);
      const at = (index: readonly number[]): number =>
        axes.reduce(
          (sum, { axis, scale, offset }, k) =>
            sum + ((index[axis] as number) * scale + offset) * (strides[k] as number),
          0,
        );
      return [indices(result.shape).map((index) => operand.elements[at(index)] as number)];
    },
  };
}

/** All indices of a shape in row-major order. */
export function indices(shape: Shape): number[][] {
  let found: number[][] = [[]];
  for (const n of shape) found = found.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i]));
  return found;
}
