// The same workloads in a real browser, in workers.

import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../../.ci/browser.ts';
import { runHeadless } from '../src/browser/headless.ts';
import type { Options } from '../src/browser/index.ts';
import { browserRunners } from '../src/browser/runners.ts';
import type { Outcome, Progress } from '../src/measure/run.ts';
import { faultsIn } from '../src/report/results.ts';
import { browserRunnerNames } from '../src/runners/index.ts';

test('the built page gives right answers on every runner, and tells how far it is', async () => {
  const seen: Progress[] = [];
  const { outcome, engine } = await runHeadless(
    { scale: 'quick', workloads: [], runners: [] },
    { signal: new AbortController().signal, onProgress: (progress) => seen.push(progress) },
  );
  expect(engine).toMatch(/^Chromium \d/);
  expect(outcome.interrupted).toBe(false);
  expect(faultsIn({ lines: outcome.lines, runners: browserRunners })).toEqual([]);
  const timed = new Set(outcome.lines.map(({ runner, time }) => time && runner));
  expect([...timed].sort()).toEqual([...browserRunnerNames].sort());
  expect(seen.at(-1)?.done).toBe((seen.at(-1)?.of ?? 0) - 1);
});

test('the page can be stopped', async () => {
  const stop = new AbortController();
  const { outcome } = await runHeadless(
    { scale: 'quick', workloads: [], runners: ['core'] },
    { signal: stop.signal, onProgress: ({ done }) => done === 3 && stop.abort() },
  );
  expect(outcome.interrupted).toBe(true);
  expect(outcome.lines.length).toBeGreaterThanOrEqual(3);
  expect(outcome.lines.length).toBeLessThan(30);
});

describe('the front door for other pages', () => {
  let server: ViteDevServer;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  beforeAll(async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    server = await createServer({ root, server: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
    await server.listen();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test('runs both packages in workers, hands lines over as they come, and leaves the page alive', async () => {
    const page = await browser.newPage();
    await page.goto(server.resolvedUrls?.local[0] ?? '');
    const content = "import { runApart } from '/src/browser/index.ts'; Object.assign(globalThis, { runApart });";
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => 'runApart' in globalThis);
    const told = await page.evaluate(async () => {
      const { runApart } = globalThis as unknown as { runApart: (options: Options) => Promise<Outcome> };
      const lines: number[] = [];
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 1);
      const outcome = await runApart({
        workloads: ['lsq', 'compile'],
        scale: 'quick',
        onLines: (some) => lines.push(some.length),
      });
      clearInterval(ticking);
      const unknown = await Promise.resolve()
        .then(() => runApart({ runners: ['jax' as 'core'] }))
        .catch((error: Error) => error.message);
      return { outcome, lines, ticks, unknown };
    });
    expect(told.outcome.lines.map(({ problem }) => problem)).toEqual(told.outcome.lines.map(() => undefined));
    expect(told.lines).toEqual(new Array(10).fill(2));
    expect(told.ticks).toBeGreaterThan(10);
    expect(told.unknown).toBe("unknown runner 'jax'; expected one of core, wasm");
  });
});
