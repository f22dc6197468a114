// `handout`: the slides as PDF on A4, each in its finished state. After a build.

import { parseArgs } from 'node:util';
import { languages } from '../src/language/language.ts';
import { perPages } from '../src/paper/address.ts';
import { command, oneOf } from './paper.ts';

const usage = `pnpm --filter slides handout [--lang ko|en] [--per-page 1|2|4|6] [--theme light|dark] [--out FILE]
  --lang      the language; ko unless given
  --per-page  slides on a page; 1 unless given
  --theme     light unless given
  --out       the file to write; handout-<lang>.pdf unless given`;

await command(usage, () => {
  const { values } = parseArgs({
    options: {
      lang: { type: 'string', default: 'ko' },
      'per-page': { type: 'string', default: '1' },
      theme: { type: 'string', default: 'light' },
      out: { type: 'string' },
    },
  });
  const lang = oneOf('lang', values.lang, languages);
  const perPage = oneOf('per-page', values['per-page'], perPages.map(String));
  const theme = oneOf('theme', values.theme, ['light', 'dark']);
  return {
    query: `?paper=handout&lang=${lang}&per-page=${perPage}&theme=${theme}`,
    out: values.out ?? `handout-${lang}.pdf`,
  };
});
