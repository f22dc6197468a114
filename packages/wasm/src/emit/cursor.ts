// The addresses that a kernel's loads and stores move along: one local variable for each access.

import { type Access, dtypes, type Kernel } from '@chainrule/core/backend';
import { type FrameShape, frameShape } from './frame.ts';
import type { FunctionCode, Local } from './function.ts';
import { i32, types } from './opcodes.ts';

/** The parameters of every kernel: see assembly/tile.ts. */
export const parameter = { frame: 0, first: 1, count: 2, results: 3 } as const;
export const parameters = 4;

/** An access at run time. */
export interface Cursor {
  readonly access: Access;
  readonly address: Local;
  /** Bytes from one element to the next; the local variable that holds them if the access is strided. */
  readonly bytes: number;
  readonly step: Local | undefined;
}

export class Cursors {
  readonly loads: readonly Cursor[];
  readonly stores: readonly Cursor[];
  private readonly code: FunctionCode;
  private readonly shape: FrameShape;

  /** Emits the code that points every access to the tile's first element. */
  constructor(code: FunctionCode, kernel: Kernel) {
    this.code = code;
    this.shape = frameShape(kernel);
    this.loads = kernel.loads.map((access, i) => this.begin(access, i));
    this.stores = kernel.stores.map((access, i) => this.begin(access, kernel.loads.length + i));
  }

  private begin(access: Access, row: number): Cursor {
    const { code, shape } = this;
    const { bytes } = dtypes[access.dtype];
    const address = code.local(types.i32);
    code.get(parameter.frame);
    code.memory(i32.load, shape.rows + 4 * row);
    let step: Local | undefined;
    if (access.inner !== 'still') {
      code.get(parameter.first);
      if (access.inner === 'unit') {
        code.i32(bytes);
      } else {
        step = code.local(types.i32);
        code.get(parameter.frame);
        code.memory(i32.load, shape.steps + 4 * row);
        code.tee(step);
      }
      code.op(i32.mul);
      code.op(i32.add);
    }
    code.set(address);
    return { access, address, bytes, step };
  }

  /** Puts the address of the frame on the stack and returns the offset of a constant's cell from it. */
  constant(index: number): number {
    this.code.get(parameter.frame);
    return this.shape.constants + 8 * index;
  }

  /** Moves the accesses to the neighbour on by `elements`. */
  advanceUnit(elements: number): void {
    for (const { access, address, bytes } of [...this.loads, ...this.stores]) {
      if (access.inner === 'unit') this.code.increase(address, elements * bytes);
    }
  }

  /** Moves a strided access on by one element. */
  stride({ address, step }: Cursor): void {
    if (step === undefined) return;
    this.code.get(address);
    this.code.get(step);
    this.code.op(i32.add);
    this.code.set(address);
  }
}
