// Compiles assembly/ with asc and embeds the bytes in src/generated/assembly.ts, so that the package has nothing to
// fetch. The elementary functions are core's own text, copied beside the bits.ts that asc needs. Every function with the
// name of its file is exported, the versions on lanes too, so that a new one is found here by being there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
const algorithms = join(root, '../core/src/elementary');
const elementary = join(root, 'assembly/elementary');
const lanes = join(root, 'assembly/lanes');
const generated = join(root, 'src/generated');
const notice = '// Written by scripts/build-assembly.ts.';
/** The operations that each side writes for itself. */
const bits = 'bits.ts';

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
}

function copyAlgorithms(): void {
  const files = sourcesIn(algorithms).filter((file) => file !== bits);
  for (const file of sourcesIn(elementary)) if (file !== bits && !files.includes(file)) rmSync(join(elementary, file));
  for (const file of files) {
    const text = readFileSync(join(algorithms, file), 'utf8');
    // asc takes specifiers without an extension.
    writeFileSync(join(elementary, file), `${notice}\n${text.replaceAll(".ts'", "'")}`);
  }
}

/** Writes a folder's index.ts: each file's function of the name that belongs to it. */
function listExports(folder: string, nameOf: (file: string) => string): void {
  const lines = sourcesIn(folder).flatMap((file) => {
    const name = nameOf(basename(file, '.ts'));
    const isThere = readFileSync(join(folder, file), 'utf8').includes(`export function ${name}(`);
    return isThere ? [`export { ${name} } from './${basename(file, '.ts')}';`] : [];
  });
  writeFileSync(join(folder, 'index.ts'), `${[notice, '', ...lines].join('\n')}\n`);
}

copyAlgorithms();
listExports(elementary, (file) => file);
listExports(lanes, (file) => `${file}Lanes`);

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
