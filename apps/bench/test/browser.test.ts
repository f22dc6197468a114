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
    const content = `import { generatesCode, runApart } from '/src/browser/index.ts';
      const start = () => new Worker('/src/browser/worker.ts', { type: 'module' });
      Object.assign(globalThis, { runApart, generatesCode, start });`;
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => 'runApart' in globalThis);
    const told = await page.evaluate(async () => {
      const { runApart, generatesCode, start } = globalThis as unknown as {
        runApart: (options: Options) => Promise<Outcome>;
        generatesCode: (start: () => Worker) => Promise<boolean>;
        start: () => Worker;
      };
      const lines: number[] = [];
      let ticks = 0;
      const ticking = setInterval(() => ticks++, 1);
      const outcome = await runApart({
        start,
        workloads: ['lsq', 'compile'],
        scale: 'quick',
        onLines: (some) => lines.push(some.length),
      });
      clearInterval(ticking);
      const unknown = await Promise.resolve()
        .then(() => runApart({ start, runners: ['jax' as 'core'] }))
        .catch((error: Error) => error.message);
      const cases = [{ workload: 'scan', size: '100 steps', dtype: 'f64' }] as const;
      const brief = await runApart({ start, cases, scale: 'brief' });
      return { outcome, lines, ticks, unknown, brief, generates: await generatesCode(start) };
    });
    expect(told.outcome.lines.map(({ problem }) => problem)).toEqual(told.outcome.lines.map(() => undefined));
    expect(told.lines).toEqual(new Array(10).fill(2));
    expect(told.ticks).toBeGreaterThan(10);
    expect(told.brief.lines.map(({ runner, size, time }) => [runner, size, time !== undefined])).toEqual([
      ['core', '100 steps', true],
      ['wasm', '100 steps', true],
    ]);
    expect(told.generates).toBe(true);
    expect(told.unknown).toBe("unknown runner 'jax'; expected one of core, wasm");
  });
});
