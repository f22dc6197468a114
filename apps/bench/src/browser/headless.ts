// A run in a headless browser, driven from the command line: the built page, served to a browser that is found.

import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { launchBrowser } from '../../../../.ci/browser.ts';
import type { Outcome, Progress } from '../measure/run.ts';
import type { Bench, PageCommand } from './page.ts';

interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface BrowserOutcome {
  readonly outcome: Outcome;
  /** Which browser it was. */
  readonly engine: string;
}

/** Rejects with a sentence where no browser starts, or the page fails. */
export async function runHeadless(command: PageCommand, { signal, onProgress }: Watching): Promise<BrowserOutcome> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const server = await preview({ root, preview: { port: 0, host: '127.0.0.1' } });
  try {
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      const failures: string[] = [];
      page.on('pageerror', ({ message }) => failures.push(message));
      await page.goto(server.resolvedUrls?.local[0] ?? '');
      await page.exposeFunction('onBenchProgress', onProgress);
      signal.addEventListener('abort', () => {
        void page.evaluate(() => (globalThis as unknown as { bench: Bench }).bench.stop());
      });
      const outcome = await page.evaluate((asked) => {
        const { bench, onBenchProgress } = globalThis as unknown as {
          bench: Bench;
          onBenchProgress: Watching['onProgress'];
        };
        return bench.run(asked, (progress) => onBenchProgress(progress));
      }, command);
      if (failures.length > 0) throw new Error(`the page failed: ${failures.join('; ')}`);
      return { outcome, engine: `Chromium ${browser.version()}` };
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}
