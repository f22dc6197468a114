// `node src/golden.ts <folder>`: checks all golden files of a folder on both packages.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkGolden, type GoldenFile, tolerance } from './gradbench/golden.ts';
import { backendNames, loadBackend } from './objectives/backends.ts';

async function main([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('usage: node src/golden.ts <folder of golden files>');
  const files = globSync('*.json', { cwd: folder }).sort();
  if (files.length === 0) throw new Error(`there is no golden file in ${folder}`);
  let wrong = 0;
  for (const file of files) {
    const golden: GoldenFile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    for (const backend of backendNames) {
      for (const { name, error } of checkGolden(await loadBackend(backend), golden)) {
        const right = error <= tolerance;
        if (!right) wrong++;
        console.log(`${right ? '✓' : '✗'} ${file} ${backend} ${name}: ${error.toExponential(1)}`);
      }
    }
  }
  console.log(
    `${files.length} files on ${backendNames.join(' and ')}: ${wrong === 0 ? 'all right' : `${wrong} wrong`}`,
  );
  if (wrong > 0) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
