// GradBench's protocol: a message a line on standard input, an answer a line on standard output.

import type { Api } from '../objectives/api.ts';
import type { Module, Runs, Task } from './module.ts';

export type Message =
  | { readonly id: number; readonly kind: 'start'; readonly eval?: string }
  | { readonly id: number; readonly kind: 'define'; readonly module: string }
  | {
      readonly id: number;
      readonly kind: 'evaluate';
      readonly module: string;
      readonly function: string;
      readonly input: unknown;
    }
  | { readonly id: number; readonly kind: 'analysis'; readonly of: number; readonly valid: boolean };

export interface Timing {
  readonly name: 'evaluate';
  readonly nanoseconds: number;
}

/** `success` is there where the message asked for something. */
export interface Answer {
  readonly id: number;
  readonly tool?: string;
  readonly success?: boolean;
  readonly output?: unknown;
  readonly timings?: readonly Timing[];
  readonly error?: string;
}

/** Runs until both are reached, at least once. */
function runs({ run, output }: Task, { min_runs = 1, min_seconds = 0 }: Runs): { output: unknown; timings: Timing[] } {
  const timings: Timing[] = [];
  let elapsed = 0;
  let result: unknown;
  do {
    const began = process.hrtime.bigint();
    result = run();
    const nanoseconds = Number(process.hrtime.bigint() - began);
    timings.push({ name: 'evaluate', nanoseconds });
    elapsed += nanoseconds / 1e9;
  } while (timings.length < min_runs || elapsed < min_seconds);
  return { output: output(result), timings };
}

/** Answers one message. Rejects nothing: what goes wrong is an answer too. */
export function respond(
  message: Message,
  { api, modules, tool }: { api: Api; modules: Readonly<Record<string, Module>>; tool: string },
): Answer {
  const { id } = message;
  const moduleOf = (name: string): Module => {
    const found = Object.hasOwn(modules, name) ? modules[name] : undefined;
    if (found === undefined) throw new Error(`no module ${name}; there are ${Object.keys(modules).join(', ')}`);
    return found;
  };
  try {
    switch (message.kind) {
      case 'start':
        return { id, tool };
      case 'define':
        moduleOf(message.module);
        return { id, success: true };
      case 'evaluate': {
        const module = moduleOf(message.module);
        const prepare = Object.hasOwn(module, message.function) ? module[message.function] : undefined;
        if (prepare === undefined) throw new Error(`${message.module} has no function ${message.function}`);
        const asked = typeof message.input === 'object' ? (message.input as Runs) : {};
        return { id, success: true, ...runs(prepare(api, message.input as never), asked) };
      }
      default:
        return { id };
    }
  } catch (error) {
    return { id, success: false, error: error instanceof Error ? error.message : String(error) };
  }
}
