// `pnpm bench`: checks, times, reports.

import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from './apart/start-child.ts';
import { type Command, parseCommand, usage } from './command.ts';
import { type Outcome, run } from './measure/run.ts';
import { compare, showComparison } from './report/compare.ts';
import { describeMachine } from './report/machine.ts';
import { overview } from './report/markdown.ts';
import { display } from './report/progress.ts';
import { faultsIn, type Results } from './report/results.ts';
import { writeResults, writeSummary } from './report/write.ts';
import { runners } from './runners/index.ts';
import type { Runner } from './runners/runner.ts';

/** A path as the user meant it: pnpm and turbo start this process elsewhere. */
const from = (path: string): string => resolve(process.env.CHAINRULE_FROM ?? '', path);

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function outcomeOf(
  command: Command,
  chosen: readonly Runner[],
  signal: AbortSignal,
): Promise<{ outcome: Outcome; engine?: string }> {
  const { scale, workloads } = command;
  const progress = display(process.stderr);
  try {
    if (command.browser) {
      // What it takes to find a browser is loaded only by those who want one.
      const { runHeadless } = await import('./browser/headless.ts');
      const runners = chosen.map(({ name }) => name);
      return await runHeadless({ scale, workloads, runners }, { signal, onProgress: progress.show });
    }
    const plan = { scale, workloads, runners: chosen, signal, onProgress: progress.show, start: () => startChild() };
    return { outcome: await run(plan) };
  } finally {
    progress.end();
  }
}

/** Where results are written unless the command says where: only whole runs replace those that are kept. */
function folderOf({ browser, whole }: Command, interrupted: boolean): string {
  if (!whole || interrupted) return here('results/partial');
  return here(browser ? 'results/browser' : 'results');
}

async function bench(command: Command): Promise<void> {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  const chosen = runners.filter(({ name }) => command.runners.includes(name));
  const machine = describeMachine(chosen);
  const { outcome, engine } = await outcomeOf(command, chosen, interruption.signal);
  const results: Results = {
    date: new Date().toISOString(),
    scale: command.scale,
    machine: engine === undefined ? machine : { ...machine, engine },
    runners: chosen.map(({ name, about, group }) => ({ name, about, group })),
    ...outcome,
  };
  const folder = command.out === undefined ? folderOf(command, outcome.interrupted) : from(command.out);
  await writeResults(folder, results);
  if (folder === here('results')) await writeSummary(here('README.md'), results);
  console.log(overview(results));
  for (const { runner, workload, size, dtype, problem } of results.lines) {
    if (problem !== undefined) console.log(`${runner}, ${workload}, ${size}, ${dtype}: ${problem}`);
  }
  console.log(`\nWritten to ${folder}`);
  if (faultsIn(results).length > 0) process.exitCode = 1;
  if (outcome.interrupted) process.exitCode = 130;
}

async function compareFiles(paths: readonly string[]): Promise<void> {
  const [before, after] = paths;
  if (before === undefined || after === undefined || paths.length > 2) {
    throw new Error('compare takes two files: compare before.json after.json');
  }
  const [old, now]: Results[] = await Promise.all(
    [before, after].map(async (path) => JSON.parse(await readFile(from(path), 'utf8'))),
  );
  console.log(showComparison(old as Results, now as Results));
  if (compare(old as Results, now as Results).some(({ verdict }) => verdict === 'slower')) process.exitCode = 1;
}

async function main(args: readonly string[]): Promise<void> {
  if (args[0] === 'compare') return await compareFiles(args.slice(1));
  const command = parseCommand(args);
  if (command === 'help') console.log(usage);
  else await bench(command);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
