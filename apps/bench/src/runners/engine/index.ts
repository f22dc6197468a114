// The two packages of this repository: one text for both, written against the API that they share.

import { type BackendName, loadBackend } from '../../objectives/backends.ts';
import { workloadNames } from '../../workloads/index.ts';
import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

function engine(name: BackendName, about: string): Runner {
  return inProcess({
    name,
    about,
    group: 'own',
    packages: [`@chainrule/${name}`],
    dtypes: ['f64', 'f32'],
    workloads: workloadNames,
    load: async () => {
      const [api, { preparesFor }] = await Promise.all([loadBackend(name), import('./prepare.ts')]);
      return preparesFor(api);
    },
  });
}

export const core: Runner = engine('core', '@chainrule/core: TypeScript, compiled calls');
export const wasm: Runner = engine('wasm', '@chainrule/wasm: WebAssembly SIMD, compiled calls');
