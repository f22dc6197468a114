// Prints the built deck as PDF, in a headless browser: the handout and the speaker's notes.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.ts';
import { serve } from './server.ts';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** What is wrong with a command, as a sentence for who gave it. */
export class UsageError extends Error {}

/** The value of an option if it is one of `values`. */
export function oneOf<V extends string>(name: string, value: string, values: readonly V[]): V {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is ${values.join(', ')}; not '${value}'`);
  return found;
}

/** The pages that the deck shows at an address such as `?paper=notes&lang=en`, as PDF. */
export async function print(query: string): Promise<Uint8Array> {
  if (!existsSync(built)) throw new UsageError(`there is no built deck in ${built}; run \`pnpm build\` first`);
  const { address, close } = await serve(built, 0);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(address + query);
    await page.waitForSelector('body[data-ready]');
    // Some pictures are computed over several frames.
    await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), undefined, { timeout: 0 });
    if (faults.length) throw new Error(`the deck could not be drawn for paper: ${faults.join('; ')}`);
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, outline: true, tagged: true });
  } finally {
    await browser.close();
    close();
  }
}

/** Runs a command: makes its PDF and says where it is, or what is wrong and how the command is used. */
export async function command(
  usage: string,
  make: () => { readonly query: string; readonly out: string },
): Promise<void> {
  try {
    const { query, out } = make();
    // Where the command was given; pnpm runs it in the package's own folder.
    const path = resolve(process.env.INIT_CWD ?? '.', out);
    const pdf = await print(query);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, pdf);
    console.log(path);
  } catch (error) {
    const wrong = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
    if (!wrong) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 1;
  }
}
