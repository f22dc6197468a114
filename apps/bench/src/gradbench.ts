// `node src/gradbench.ts [--backend core|wasm]`: chainrule as a tool of GradBench, on standard input and output.

import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { modules } from './gradbench/modules/index.ts';
import { respond } from './gradbench/protocol.ts';
import { choose } from './measure/choose.ts';
import { type BackendName, backendNames, loadBackend } from './objectives/backends.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { backend: { type: 'string', default: 'wasm' } } });
  const [name] = choose('backend', backendNames, [values.backend]) as [BackendName];
  const engine = { api: await loadBackend(name), modules, tool: `chainrule-${name}` };
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(respond(JSON.parse(line), engine))}\n`);
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
