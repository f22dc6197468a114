// Looks a page through with axe.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in these parts of the page, or in all of it. */
export async function faultsOf(page: Page, parts?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return await page.evaluate(async (include) => {
    const { axe } = globalThis as typeof globalThis & {
      axe: { run(context: unknown): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(include ? { include } : document);
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, parts);
}
