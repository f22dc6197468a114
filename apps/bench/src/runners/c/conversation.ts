// A C program at work: it reads a workload's data, then answers and times it when it is told to.

import { spawn } from 'node:child_process';
import type { Subject } from '../runner.ts';
import { byteReader } from './bytes.ts';
import { bytesOf, type Input } from './input.ts';

export function converse(path: string, { name, parts }: Input): Subject {
  const child = spawn(path, [name], { stdio: ['pipe', 'pipe', 'inherit'] });
  // What ends early is found out where its output is read.
  child.stdin.on('error', () => {});
  child.on('error', () => child.stdout.destroy());
  const read = byteReader(child.stdout);
  const whole = async (): Promise<number> => Number(new BigInt64Array(await read(8))[0]);
  for (const bytes of bytesOf(parts)) child.stdin.write(bytes);
  return {
    answers: async () => {
      child.stdin.write('a');
      const lists: Float64Array[] = [];
      const count = await whole();
      for (let i = 0; i < count; i++) lists.push(new Float64Array(await read(8 * (await whole()))));
      return lists;
    },
    time: async (calls) => {
      child.stdin.write('t');
      for (const bytes of bytesOf([calls])) child.stdin.write(bytes);
      return new Float64Array(await read(8))[0] as number;
    },
    close: () => child.kill(),
  };
}
