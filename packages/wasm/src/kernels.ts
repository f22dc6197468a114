// Compiled kernels, by key: emitted in one module for all that a plan lacks, entered into the function table, and
// dropped from it again when many newer ones came.

import { BackendError, type Kernel } from '@chainrule/core/backend';
import type { Core } from './core.ts';
import { emitModule, importModule } from './emit/module.ts';
import { instantiate, webAssembly } from './webassembly.ts';

export class Kernels {
  /** Changes whenever a kernel was dropped: entries found before may then belong to another one. */
  epoch = 0;
  private readonly core: Core;
  private readonly capacity: number;
  /** Index in the function table, by key; the one unused for longest first. */
  private readonly entries = new Map<string, number>();
  private readonly vacant: number[] = [];

  /** `capacity`: how many kernels are kept, unless a single plan has more. */
  constructor(core: Core, capacity: number) {
    this.core = core;
    this.capacity = capacity;
  }

  get count(): number {
    return this.entries.size;
  }

  /** The kernels' indices in the function table. */
  resolve(kernels: readonly Kernel[]): number[] {
    const wanted = new Map(kernels.map((kernel) => [kernel.key, kernel]));
    const missing = [...wanted.values()].filter(({ key }) => !this.entries.has(key));
    if (missing.length > 0) this.compile(missing);
    for (const key of wanted.keys()) this.touch(key);
    this.drop(wanted);
    return kernels.map(({ key }) => this.entries.get(key) as number);
  }

  private touch(key: string): void {
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    this.entries.delete(key);
    this.entries.set(key, entry);
  }

  private compile(kernels: readonly Kernel[]): void {
    const wasm = webAssembly();
    if (wasm === undefined) throw new BackendError('WebAssembly is no longer there');
    const exports = instantiate(wasm, emitModule(kernels, this.core.exports), { [importModule]: this.core.exports });
    const { table } = this.core;
    kernels.forEach(({ key }, k) => {
      const index = this.vacant.pop() ?? table.grow(1);
      table.set(index, exports[k]);
      this.entries.set(key, index);
    });
  }

  private drop(wanted: ReadonlyMap<string, Kernel>): void {
    for (const [key, index] of this.entries) {
      if (this.entries.size <= this.capacity || wanted.has(key)) return;
      this.entries.delete(key);
      this.core.table.set(index, null);
      this.vacant.push(index);
      this.epoch++;
    }
  }
}
