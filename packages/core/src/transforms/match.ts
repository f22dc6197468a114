// How a compiled function recognises arguments it was traced for, and takes them apart in the same pass.

import type { Backend, Input } from '../kernel/backend.ts';
import { dtypeOf, type TypedArray } from '../shape/dtype.ts';
import { sameShape, sizeOf } from '../shape/shape.ts';
import { bufferOn, ConcreteTensor } from '../tensor/concrete.ts';
import { fillShaped } from '../tensor/fill.ts';
import type { Structure } from '../tree/tree.ts';
import type { Incoming } from './function.ts';

/** Whether a value fits; if it does, its leaves are written to the inputs. */
export type Match = (value: unknown) => boolean;

/** The matcher for a leaf that becomes input `at`. */
export function leafMatcher({ type, kind }: Incoming, backend: Backend, inputs: Input[], at: number): Match {
  const { shape, dtype } = type;
  switch (kind) {
    case 'number':
      return (value) => {
        if (typeof value !== 'number') return false;
        inputs[at] = value;
        return true;
      };
    case 'boolean':
      return (value) => {
        if (typeof value !== 'boolean') return false;
        inputs[at] = Number(value);
        return true;
      };
    case 'typed':
      return (value) => {
        if (dtypeOf(value) !== dtype || (value as TypedArray).length !== shape[0]) return false;
        inputs[at] = value as TypedArray;
        return true;
      };
    case 'nested': {
      const leaf = dtype === 'bool' ? 'boolean' : 'number';
      const elements = dtype === 'bool' ? new Uint8Array(sizeOf(shape)) : new Float64Array(sizeOf(shape));
      return (value) => {
        if (fillShaped(elements, value, shape, leaf) < 0) return false;
        inputs[at] = elements;
        return true;
      };
    }
    default:
      return (value) => {
        if (!(value instanceof ConcreteTensor) || value.dtype !== dtype || !sameShape(value.shape, shape)) return false;
        inputs[at] = bufferOn(backend, value);
        return true;
      };
  }
}

/** The matcher for a tree, from those for its leaves in order. */
export function matcher(structure: Structure, leaves: readonly Match[]): Match {
  let next = 0;
  const build = (form: Structure): Match => {
    if (form.kind === 'leaf') {
      const leaf = leaves[next++];
      if (leaf === undefined) throw new RangeError('a structure has more leaves than values');
      return leaf;
    }
    const parts = form.parts.map(build);
    const count = parts.length;
    if (form.kind === 'tuple') {
      return (value) => {
        if (!Array.isArray(value) || value.length !== count) return false;
        for (let i = 0; i < count; i++) if (!parts[i]?.(value[i])) return false;
        return true;
      };
    }
    const { keys } = form;
    return (value) => {
      if (typeof value !== 'object' || value === null) return false;
      let found = 0;
      for (const _key in value) found++;
      if (found !== count) return false;
      const record = value as Record<string, unknown>;
      for (let i = 0; i < count; i++) if (!parts[i]?.(record[keys[i] as string])) return false;
      return true;
    };
  };
  return build(structure);
}
