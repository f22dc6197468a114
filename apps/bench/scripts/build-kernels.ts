// Compiles `assembly/kernels.ts` to `dist/kernels.wasm`.

import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('..', import.meta.url));
const { error, stderr } = await asc.main([
  'assembly/kernels.ts',
  ...['--baseDir', folder, '--outFile', 'dist/kernels.wasm'],
  ...['--runtime', 'stub', '--enable', 'simd', '--optimizeLevel', '3', '--noAssert'],
]);
if (error !== null) {
  console.error(stderr.toString());
  throw error;
}
