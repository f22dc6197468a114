// Which functions of a built package the first gradient of a process calls, as V8 counts them (precise coverage).

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a function stands in its file: the first character, and the one after the last. */
export type Range = readonly [start: number, end: number];

/** The functions of a file, by its path, that were called. */
export type Called = (path: string) => readonly Range[];

/** Runs the first gradient in a process of its own, with the package at `frontDoor`. */
export function calledFirst(frontDoor: string): Called {
  const program = join(import.meta.dirname, 'first-gradient.ts');
  const printed = execFileSync(process.execPath, [program, frontDoor], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const byUrl = new Map(Object.entries(JSON.parse(printed) as Record<string, readonly Range[]>));
  return (path) => byUrl.get(pathToFileURL(path).href) ?? [];
}
