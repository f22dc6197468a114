// The two packages of this repository: one text for both, written against the API that they share.

import type { Api } from '../../objectives/api.ts';
import { workloadNames } from '../../workloads/index.ts';
import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';

function engine(name: string, about: string, packages: readonly string[], load: () => Promise<Api>): Runner {
  return inProcess({
    name,
    about,
    group: 'own',
    packages,
    dtypes: ['f64', 'f32'],
    workloads: workloadNames,
    load: async () => {
      const api = await load();
      if (!api.backend.available) throw new Error(api.backend.reason ?? `${name} is not available`);
      const { preparesFor } = await import('./prepare.ts');
      return preparesFor(api);
    },
  });
}

export const core: Runner = engine(
  'core',
  '@chainrule/core: TypeScript, compiled calls',
  ['@chainrule/core'],
  () => import('@chainrule/core'),
);

export const wasm: Runner = engine(
  'wasm',
  '@chainrule/wasm: WebAssembly SIMD, compiled calls',
  ['@chainrule/wasm'],
  () => import('@chainrule/wasm'),
);
