// lsq and rosenbrock as kernels on memory that is laid out by hand.

import type { ResidentCall } from '../../kinds/resident.ts';
import type { Numbers } from '../../seeded.ts';
import { type DType, placed, type TypedNumbers } from '../../workload.ts';
import type { Prepares } from '../runner.ts';

type Lsq = (x: number, y: number, count: number, a: number, b: number, out: number) => void;
type Rosenbrock = (x: number, y: number, count: number, byX: number, byY: number) => void;

interface Kernels {
  readonly memory: WebAssembly.Memory;
  readonly lsq64: Lsq;
  readonly lsq32: Lsq;
  readonly rosenbrock64: Rosenbrock;
  readonly rosenbrock32: Rosenbrock;
}

export function preparesFor(exports: WebAssembly.Exports): Prepares {
  const kernels = exports as unknown as Kernels;
  const { memory } = kernels;
  // The module keeps nothing in its memory but what is put here.
  let end = 1024;

  /** A place of this many numbers, aligned for SIMD. */
  const reserve = (count: number, dtype: DType): number => {
    const place = end;
    end += Math.ceil((count * (dtype === 'f32' ? 4 : 8)) / 16) * 16;
    const missing = Math.ceil((end - memory.buffer.byteLength) / 65536);
    if (missing > 0) memory.grow(missing);
    return place;
  };
  const view = (place: number, count: number, dtype: DType): TypedNumbers =>
    dtype === 'f32'
      ? new Float32Array(memory.buffer as ArrayBuffer, place, count)
      : new Float64Array(memory.buffer as ArrayBuffer, place, count);
  const put = (numbers: Numbers, dtype: DType): number => {
    const place = reserve(numbers.length, dtype);
    view(place, numbers.length, dtype).set(placed(numbers, dtype));
    return place;
  };

  return {
    lsq: (data, dtype) => {
      const [x, y, out] = [put(data.x, dtype), put(data.y, dtype), reserve(3, 'f64')];
      const kernel = dtype === 'f32' ? kernels.lsq32 : kernels.lsq64;
      const results = view(out, 3, 'f64');
      const count = data.x.length;
      return (a, b) => {
        kernel(x, y, count, a, b, out);
        return [results[0] as number, results[1] as number, results[2] as number];
      };
    },
    rosenbrock: (data, dtype) => {
      const count = data.x.length;
      const [x, y] = [put(data.x, dtype), put(data.y, dtype)];
      const [byX, byY] = [reserve(count, dtype), reserve(count, dtype)];
      const kernel = dtype === 'f32' ? kernels.rosenbrock32 : kernels.rosenbrock64;
      const call: ResidentCall<null> = {
        run: () => {
          kernel(x, y, count, byX, byY);
          return null;
        },
        read: () => [view(byX, count, dtype), view(byY, count, dtype)],
      };
      return call as ResidentCall;
    },
  };
}
