import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Consumer, consumer } from './consumer.ts';

const root = new URL('../../../', import.meta.url);
const pages: readonly string[] = ['README.md', 'packages/core/README.md', 'packages/wasm/README.md'];

/** The TypeScript blocks of a page. Each is a whole module. */
const blocks = (page: string): string[] => [...page.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = '']) => block);

/** What a block says it prints: the comment that ends each `console.log(…);`. */
const promised = (block: string): string[] =>
  [...block.matchAll(/^.*console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment = '']) => comment);

describe('the code blocks of the READMEs', () => {
  let project: Consumer;

  beforeAll(async () => {
    project = await consumer();
  });

  afterAll(() => project.remove());

  test.each(pages)(
    '%s compiles as strict TypeScript and prints what its comments say',
    async (page) => {
      const found = blocks(await readFile(new URL(page, root), 'utf8'));
      expect(found.length).toBeGreaterThan(0);
      for (const [index, block] of found.entries()) await project.write(`block-${index}.ts`, block);
      await project.compile('nodenext');
      for (const [index, block] of found.entries()) {
        expect(promised(block).length).toBeGreaterThan(0);
        expect(await project.node(24, `block-${index}.js`)).toEqual(promised(block));
      }
    },
    300_000,
  );
});
