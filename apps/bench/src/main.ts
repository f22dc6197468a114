// `pnpm bench [--quick] [--workload lsq] [--runner core …]`: validates, times, prints a table, writes results.json.

import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { measureApart } from './apart.ts';
import { choose } from './choose.ts';
import type { Line } from './measure.ts';
import { table } from './report.ts';
import { runners } from './runners/index.ts';
import { dtypes, sizes, tolerance } from './workloads/lsq.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      workload: { type: 'string', multiple: true, default: [] },
      runner: { type: 'string', multiple: true, default: [] },
    },
  });
  choose('workload', [{ name: 'lsq' }], values.workload);
  const names = choose('runner', runners, values.runner).map(({ name }) => name);
  const effort = values.quick ? { rounds: 5, slice: 10 } : { rounds: 25, slice: 50 };
  const lines: Line[] = [];
  for (const dtype of dtypes) {
    for (const size of sizes) {
      process.stderr.write(`lsq, n = ${size}, ${dtype} …\n`);
      lines.push(...(await measureApart({ runners: names, size, dtype, effort })));
    }
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', platform: process.platform };
  await writeFile(
    new URL('../results.json', import.meta.url),
    `${JSON.stringify({ machine, tolerance, lines }, null, 2)}\n`,
  );
  console.log(`\nlsq: value and gradient of Σ(yᵢ − (a xᵢ + b))², on Node ${machine.node}`);
  const allowed = dtypes.map((dtype) => `${tolerance[dtype]} in ${dtype}`).join(', ');
  console.log(`Answers are right to ${allowed}, relative to the largest magnitude.\n\n${table(lines)}`);
  if (lines.some(({ problem }) => problem?.startsWith('wrong'))) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
