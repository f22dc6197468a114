// How a compiled function recognises arguments it was traced for, and takes them apart in the same pass.

import type { Backend, Input } from '../kernel/backend.ts';
import { dtypeOf, type TypedArray } from '../shape/dtype.ts';
import { sameShape, sizeOf } from '../shape/shape.ts';
import { bufferOn, ConcreteTensor } from '../tensor/concrete.ts';
import { fillShaped } from '../tensor/fill.ts';
import type { Structure } from '../tree/tree.ts';
import type { Incoming } from './function.ts';

/** Whether a value fits; if it does, its leaves are written to `inputs` from `at` on. */
export type Match = (value: unknown, inputs: Input[]) => boolean;

function matchLeaf({ type, kind }: Incoming, backend: Backend, at: number): Match {
  const { shape, dtype } = type;
  switch (kind) {
    case 'number':
      return (value, inputs) => {
        if (typeof value !== 'number') return false;
        inputs[at] = value;
        return true;
      };
    case 'boolean':
      return (value, inputs) => {
        if (typeof value !== 'boolean') return false;
        inputs[at] = Number(value);
        return true;
      };
    case 'typed':
      return (value, inputs) => {
        if (dtypeOf(value) !== dtype || (value as TypedArray).length !== shape[0]) return false;
        inputs[at] = value as TypedArray;
        return true;
      };
    case 'nested': {
      const leaf = dtype === 'bool' ? 'boolean' : 'number';
      const elements = dtype === 'bool' ? new Uint8Array(sizeOf(shape)) : new Float64Array(sizeOf(shape));
      return (value, inputs) => {
        if (fillShaped(elements, value, shape, leaf) < 0) return false;
        inputs[at] = elements;
        return true;
      };
    }
    default:
      return (value, inputs) => {
        if (!(value instanceof ConcreteTensor) || value.dtype !== dtype || !sameShape(value.shape, shape)) return false;
        inputs[at] = bufferOn(backend, value);
        return true;
      };
  }
}

/** The matcher for a tree of leaves; leaves are taken from `leaves` in order, inputs start at `at`. */
export function matcher(structure: Structure, leaves: Incoming[], backend: Backend, at: number): Match {
  let next = 0;
  const build = (form: Structure): Match => {
    if (form.kind === 'leaf') {
      return matchLeaf(leaves[next] as Incoming, backend, at + next++);
    }
    const parts = form.parts.map(build);
    const count = parts.length;
    if (form.kind === 'tuple') {
      return (value, inputs) => {
        if (!Array.isArray(value) || value.length !== count) return false;
        for (let i = 0; i < count; i++) if (!parts[i]?.(value[i], inputs)) return false;
        return true;
      };
    }
    const { keys } = form;
    return (value, inputs) => {
      if (typeof value !== 'object' || value === null) return false;
      let found = 0;
      for (const _key in value) found++;
      if (found !== count) return false;
      const record = value as Record<string, unknown>;
      for (let i = 0; i < count; i++) if (!parts[i]?.(record[keys[i] as string], inputs)) return false;
      return true;
    };
  };
  return build(structure);
}
