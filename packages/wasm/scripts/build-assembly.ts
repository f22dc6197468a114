// Compiles assembly/ with asc and embeds the bytes in src/generated/assembly.ts, so that the package has nothing to
// fetch. The elementary functions are core's own text, copied beside the bits.ts that asc needs.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
const elementary = join(root, '../core/src/elementary');
const generated = join(root, 'src/generated');
const notice = '// Written by scripts/build-assembly.ts.';

for (const name of ['exp', 'log', 'pow']) {
  const text = readFileSync(join(elementary, `${name}.ts`), 'utf8');
  // asc takes specifiers without an extension.
  writeFileSync(join(root, `assembly/elementary/${name}.ts`), `${notice}\n${text.replaceAll(".ts'", "'")}`);
}

const options = [
  ['-O3', '--noAssert'],
  ['--enable', 'simd'],
  // Storage is allocated and released by hand; what is not used of the runtime falls away.
  ['--runtime', 'minimal'],
  // Kernels emitted at run time enter the table.
  ['--exportTable'],
  ['--maximumMemory', '65536'],
  // Nothing is imported: what cannot go on traps.
  ['--use', 'abort='],
  // Functions of lanes are for emitted kernels, not for JavaScript.
  ['--disableWarning', '112'],
].flat();

/** asc is called as a program: its types would put AssemblyScript's globals into every file here. */
function compile(entry: string): Buffer {
  const asc = fileURLToPath(new URL('../bin/asc.js', import.meta.resolve('assemblyscript/asc')));
  const folder = mkdtempSync(join(tmpdir(), 'chainrule-'));
  try {
    const output = join(folder, 'core.wasm');
    execFileSync(process.execPath, [asc, entry, '-o', output, ...options], { cwd: root, stdio: 'inherit' });
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const bytes = compile('assembly/index.ts');
mkdirSync(generated, { recursive: true });
writeFileSync(
  join(generated, 'assembly.ts'),
  [
    notice,
    '',
    `/** The WebAssembly module in base64, ${bytes.length} bytes before that. */`,
    `export const assembly: string =\n  '${bytes.toString('base64')}';`,
    '',
  ].join('\n'),
);
