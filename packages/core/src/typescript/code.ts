// Text as code: functions made of generated JavaScript, where the page's policy lets it and the user wants it.

const settings = { generate: true };

/**
 * Sets whether JavaScript may be generated (default: true): for the kernels of the TypeScript backend, and for what
 * `compile` puts around the kernels of either backend. Pages whose Content-Security-Policy forbids `unsafe-eval` work
 * either way; setting it to false beforehand avoids the violation report of the attempt. Interpreted kernels give the
 * same bits, 3 to 7 times slower. What was prepared or compiled before keeps what it was made with.
 */
export function configure(options: { readonly generate: boolean }): void {
  settings.generate = options.generate;
}

/** Whether code may be generated, as far as is known. */
export function mayGenerate(): boolean {
  return settings.generate;
}

type Maker = (...given: unknown[]) => unknown;

/** Compiled texts, the oldest first: the same text is met again for other sizes and other constants. */
const makers = new Map<string, Maker>();
const capacity = 512;

function makerOf(names: readonly string[], text: string): Maker {
  const key = `${names.join()};${text}`;
  let maker = makers.get(key);
  if (maker === undefined) {
    maker = new Function(...names, `'use strict';\n${text}`) as Maker;
    const oldest = makers.keys().next();
    if (makers.size >= capacity && !oldest.done) makers.delete(oldest.value);
    makers.set(key, maker);
  }
  return maker;
}

/**
 * What the text of a function body returns, with the given values under their names; undefined where code may not be
 * generated, which is then remembered.
 */
export function evaluate(text: string, given: Readonly<Record<string, unknown>>): unknown {
  if (!settings.generate) return undefined;
  try {
    return makerOf(Object.keys(given), text)(...Object.values(given));
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    settings.generate = false;
    return undefined;
  }
}
