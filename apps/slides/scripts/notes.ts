// `notes`: the speaker's notes as PDF on A4, a small picture of each slide beside them. After a build.

import { parseArgs } from 'node:util';
import { languages } from '../src/language/language.ts';
import { command, oneOf } from './paper.ts';

const usage = `pnpm --filter slides notes [--lang ko|en] [--out FILE]
  --lang  the language; ko unless given
  --out   the file to write; notes-<lang>.pdf unless given`;

await command(usage, () => {
  const { values } = parseArgs({ options: { lang: { type: 'string', default: 'ko' }, out: { type: 'string' } } });
  const lang = oneOf('lang', values.lang, languages);
  return { query: `?paper=notes&lang=${lang}`, out: values.out ?? `notes-${lang}.pdf` };
});
