// What `pnpm bench` was asked for.

import { parseArgs } from 'node:util';
import { choose } from './measure/choose.ts';
import type { Plan } from './measure/run.ts';
import { browserRunnerNames, runnerNames } from './runners/index.ts';
import { type WorkloadName, workloadNames } from './workloads/index.ts';

export const usage = `pnpm bench [--quick] [--browser] [workload …] [--runner name …] [--out folder]

  --quick       small sizes, few rounds: checks all answers in under a minute
  --browser     in a headless browser, on the runners that run there
  --runner      only this runner; may be given again
  --out         where results are written; default: results for a whole run in Node, else
                results/partial or results/browser
  workloads     ${workloadNames.join(', ')}
  runners       ${runnerNames.join(', ')}

pnpm bench compare before.json after.json says what got slower beyond the noise.`;

export interface Command {
  readonly scale: Plan['scale'];
  readonly browser: boolean;
  readonly workloads: readonly WorkloadName[];
  readonly runners: readonly string[];
  /** Undefined: the default. */
  readonly out?: string;
  /** Whether everything is run at full scale, as the README shows it. */
  readonly whole: boolean;
}

/** Throws a sentence for what is unknown; names are listed. */
export function parseCommand(args: readonly string[]): Command | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      runner: { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const all = positionals.length === 0 && values.runner.length === 0;
  return {
    scale: values.quick ? 'quick' : 'full',
    browser: values.browser,
    workloads: choose('workload', workloadNames, positionals),
    runners: choose('runner', values.browser ? browserRunnerNames : runnerNames, values.runner),
    ...(values.out !== undefined && { out: values.out }),
    whole: all && !values.quick,
  };
}
