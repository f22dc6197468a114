// Results as the user gets them: in the kind of what they mirror, else a plain number for what was made of plain
// numbers, else a tensor.

import type { Backend, Output } from '../kernel/backend.ts';
import type { Placement } from '../kernel/plan.ts';
import type { TypedArray } from '../shape/dtype.ts';
import type { ArrayType } from '../shape/shape.ts';
import { ConcreteTensor } from '../tensor/concrete.ts';
import { toNested } from '../tensor/nested.ts';
import type { Kind } from '../trace/traced.ts';

export interface Form {
  readonly type: ArrayType;
  readonly kind: Kind;
}

/** The kind a result is given back in. */
export function kindOfResult(type: ArrayType, mirrored: Kind | undefined): Kind {
  if (mirrored === 'number' || mirrored === 'boolean') return type.shape.length === 0 ? mirrored : 'tensor';
  if (mirrored !== undefined) return mirrored;
  if (!type.weak) return 'tensor';
  return type.dtype === 'bool' ? 'boolean' : 'number';
}

export function placementOf(kind: Kind): Placement {
  return kind === 'number' || kind === 'boolean' ? 'number' : kind === 'tensor' ? 'resident' : 'host';
}

export function deliver(backend: Backend, output: Output, { type, kind }: Form): unknown {
  if (kind === 'number') return output;
  if (kind === 'boolean') return output !== 0;
  if (kind === 'typed') return output;
  if (kind === 'nested') {
    const elements = output as TypedArray;
    return type.dtype === 'bool'
      ? toNested(elements, type.shape, (element) => element !== 0)
      : toNested(elements, type.shape, (element) => element);
  }
  if (typeof output === 'object' && 'backend' in output) return new ConcreteTensor(type.shape, output);
  return new ConcreteTensor(type.shape, backend.place(output as TypedArray));
}
