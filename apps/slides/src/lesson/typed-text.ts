// What a slide needs of a typed text besides its numbers: whether it may stand, and how it is written.

import type { Say } from '../language/language.ts';
import { isFormula, readFormula } from '../typed/typed-formula.ts';

/** A sentence about what is wrong with the text; nothing where it is a formula. */
export function faultOf(text: string, variable: string, say: Say): string | undefined {
  const read = readFormula(text, [variable]);
  return isFormula(read) ? undefined : say(read.fault.ko, read.fault.en);
}

/** The text as a formula, with `log` for the natural logarithm as the lecture writes it. */
export function texOf(text: string, variable: string): string {
  const read = readFormula(text, [variable]);
  if (!isFormula(read)) return '';
  return read.tex
    .replaceAll('\\ln', '\\log')
    .replaceAll(/\\left\(\s*(\w+)\s*\\right\)/g, ' $1')
    .replaceAll('~', '\\,');
}
