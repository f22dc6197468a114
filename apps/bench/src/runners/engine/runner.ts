// A runner of one of the packages, however it is loaded.

import type { Api } from '../../objectives/api.ts';
import type { BackendName } from '../../objectives/backends.ts';
import { workloadNames } from '../../workloads/index.ts';
import { inProcess } from '../in-process.ts';
import type { Runner } from '../runner.ts';
import { preparesFor } from './prepare.ts';

const abouts: Readonly<Record<BackendName, string>> = {
  core: '@chainrule/core: TypeScript, compiled calls',
  wasm: '@chainrule/wasm: WebAssembly SIMD, compiled calls',
};

export function engineRunner(name: BackendName, load: () => Promise<Api>): Runner {
  return inProcess({
    name,
    about: abouts[name],
    group: 'own',
    packages: [`@chainrule/${name}`],
    dtypes: ['f64', 'f32'],
    workloads: workloadNames,
    load: async () => preparesFor(await load()),
  });
}
