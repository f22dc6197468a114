/**
 * A headless browser for tests and for what is printed, found rather than installed: `await launchBrowser()`.
 *
 * In this order: `CHAINRULE_BROWSER` (a path), a Chromium, Chrome or Edge of this machine, the Chromium inside
 * `@sparticuz/chromium` (Linux x64), Playwright's own install. Whichever starts first is used; if none does, the
 * error says what was tried and what to install.
 */

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { bundledChromium } from './bundled-chromium.ts';

const args: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One way to get a browser: what to call it when it fails, and how to start it. */
type Candidate = { readonly name: string; readonly options: () => Promise<LaunchOptions> };

function onPath(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path));
}

function* candidates(): Generator<Candidate> {
  for (const command of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const executablePath = onPath(command);
    if (executablePath) yield { name: executablePath, options: async () => ({ executablePath }) };
  }
  // Playwright knows where macOS and Windows keep them.
  for (const channel of ['chrome', 'msedge']) yield { name: channel, options: async () => ({ channel }) };
  if (process.platform === 'linux' && process.arch === 'x64') {
    yield { name: '@sparticuz/chromium', options: bundledChromium };
  }
  yield { name: "Playwright's Chromium", options: async () => ({}) };
}

/**
 * Starts a headless Chromium. The caller closes it.
 *
 * @throws When `CHAINRULE_BROWSER` is set and does not start, or when no browser starts.
 */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env.CHAINRULE_BROWSER;
  if (chosen) return await chromium.launch({ args: [...args], executablePath: chosen });

  const failures: string[] = [];
  for (const { name, options } of candidates()) {
    try {
      return await chromium.launch({ args: [...args], timeout: 60_000, ...(await options()) });
    } catch (error) {
      failures.push(`  ${name}: ${String(error instanceof Error ? error.message : error).split('\n', 1)[0]}`);
    }
  }
  throw new Error(
    'No browser started. Install Chrome or Chromium, run `npx playwright-core install chromium`, ' +
      `or set CHAINRULE_BROWSER to the path of one. Tried:\n${failures.join('\n')}`,
  );
}
