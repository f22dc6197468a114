/** The engine in a real browser: the whole conformance suite on both backends, the same text that Node runs. */

import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../scripts/browser.ts';

/** One script that runs the suite on a backend, by its name, and says what failed. */
async function bundle(): Promise<string> {
  const result = await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('engine.ts', import.meta.url)), formats: ['iife'], name: 'engine' },
    },
  });
  const [output] = result as Rolldown.RolldownOutput[];
  const [chunk] = output?.output ?? [];
  if (chunk === undefined) throw new Error('the build gave no script');
  return chunk.code;
}

let browser: Browser;
let script: string;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchBrowser(), bundle()]);
});

afterAll(() => browser.close());

test.each(['typescript', 'wasm'] as const)(
  'the %s backend agrees with the reference in a browser, bit for bit',
  {
    timeout: 300_000,
  },
  async (backend) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const { passed, failures } = await page.evaluate(
      (name) =>
        (globalThis as unknown as { engine: { run(name: string): { passed: number; failures: string[] } } }).engine.run(
          name,
        ),
      backend,
    );
    await page.close();
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(200);
  },
);
