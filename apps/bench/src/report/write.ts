// Writes a run's results: JSON for machines, Markdown and SVG for people, and the README's part.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chart } from './chart.ts';
import { markdown, summary } from './markdown.ts';
import type { Results } from './results.ts';

/** Writes `latest.json`, `latest.md` and `latest.svg` into a folder, which is made if it is missing. */
export async function writeResults(folder: string, results: Results): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = {
    'latest.json': `${JSON.stringify(results)}\n`,
    'latest.md': markdown(results),
    'latest.svg': chart(results),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}

const begin = '<!-- results: written by `pnpm bench` -->';
const end = '<!-- /results -->';

/** A README with the summary between its marks. Throws if the marks are missing. */
export function withSummary(readme: string, results: Results): string {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the README has no '${begin}' … '${end}'`);
  return `${readme.slice(0, from + begin.length)}\n\n${summary(results)}\n\n${readme.slice(to)}`;
}

export async function writeSummary(path: string, results: Results): Promise<void> {
  await writeFile(path, withSummary(await readFile(path, 'utf8'), results));
}
