/**
 * `pnpm test`: every test of every package, then one line with the sum, `N passed, N failed`.
 *
 * turbo runs or replays each package's suite; a suite leaves its counts in `test-results.json`, which turbo caches
 * with it. A package that has a suite but ran no test counts as a failure, and so does a skipped test.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Counts = { readonly passed: number; readonly failed: number };
type File = { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] };

/** Packages that have a suite. */
function suites(): string[] {
  const hasSuite = (path: string): boolean => JSON.parse(readFileSync(path, 'utf8')).scripts?.test !== undefined;
  return globSync('{packages,apps}/*/package.json').filter(hasSuite).map(dirname).sort();
}

/** A file that could not be loaded has no assertions, but has failed. */
function countFile({ status, assertionResults }: File): Counts {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.length - passed;
  return { passed, failed: status === 'passed' ? failed : Math.max(failed, 1) };
}

function add(left: Counts, right: Counts): Counts {
  return { passed: left.passed + right.passed, failed: left.failed + right.failed };
}

function countSuite(folder: string): Counts {
  const path = join(folder, 'test-results.json');
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  const { testResults }: { testResults: readonly File[] } = JSON.parse(readFileSync(path, 'utf8'));
  const counts = testResults.map(countFile).reduce(add, { passed: 0, failed: 0 });
  return counts.passed + counts.failed > 0 ? counts : { passed: 0, failed: 1 };
}

const folders = suites();
for (const folder of folders) rmSync(join(folder, 'test-results.json'), { force: true });
// `shell`, because on Windows turbo is a .cmd file.
const turbo = spawnSync('turbo run test --continue --log-order=grouped --output-logs=new-only', {
  stdio: 'inherit',
  shell: true,
});

console.log();
let sum: Counts = { passed: 0, failed: 0 };
for (const folder of folders) {
  const counts = countSuite(folder);
  console.log(`${folder.padEnd(16)} ${counts.passed} passed, ${counts.failed} failed`);
  sum = add(sum, counts);
}
// What failed outside any test (a build, an unhandled error) is one failure more.
if (turbo.status !== 0 && sum.failed === 0) sum = add(sum, { passed: 0, failed: 1 });
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 ? 0 : 1;
