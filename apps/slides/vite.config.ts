import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { filePolicy, pagePolicy } from './scripts/policy.ts';

/** The element that states a page's policy, after the one that states its encoding. */
function withPolicy(page: string, policy: string): string {
  const encoding = '<meta charset="utf-8" />';
  if (!page.includes(encoding)) throw new Error(`expected ${encoding} in the page`);
  return page.replace(encoding, `${encoding}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

/** Pages say their policy themselves: not every host lets one set headers. */
const statedPolicy: Plugin = {
  name: 'stated-policy',
  apply: 'build',
  transformIndexHtml: { order: 'post', handler: (page) => withPolicy(page, pagePolicy) },
};

/** KaTeX' stylesheet offers each font three times; every browser that runs the deck reads the first. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex[^/]*\.css/.test(id)) return undefined;
    return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '');
  },
};

/** Puts script and styles into the page itself, as `deck.html`: a page opened from a disk may not load modules. */
const oneFile: Plugin = {
  name: 'one-file',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['index.html'];
    if (page?.type !== 'asset') throw new Error('expected the page index.html in the bundle');
    let html = String(page.source);
    const hashes: string[] = [];
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue;
      const source = part.type === 'chunk' ? part.code : String(part.source);
      const text = source.replaceAll('</script', '<\\/script');
      if (part.type === 'chunk') hashes.push(`sha256-${createHash('sha256').update(text).digest('base64')}`);
      const inline = part.type === 'chunk' ? `<script type="module">${text}</script>` : `<style>${text}</style>`;
      html = html.replace(
        new RegExp(`<(?:script|link)[^>]*${name.replaceAll('.', '\\.')}[^>]*>(?:</script>)?`),
        () => inline,
      );
      delete bundle[name];
    }
    page.fileName = 'deck.html';
    page.source = withPolicy(html, filePolicy(hashes));
  },
};

/**
 * What the service worker keeps: all that was built but `deck.html`, which holds the same once more. A file whose name
 * changes with its content needs no revision.
 */
function precached(folder: string): readonly { readonly url: string; readonly revision: string | null }[] {
  return globSync('**/*.{html,js,css,woff2}', { cwd: folder, exclude: ['deck.html', 'sw.js'] })
    .toSorted()
    .map((name) => {
      const url = name.replaceAll('\\', '/');
      const revision = createHash('sha256')
        .update(readFileSync(`${folder}/${name}`))
        .digest('hex')
        .slice(0, 16);
      return { url, revision: url.startsWith('assets/') ? null : revision };
    });
}

/**
 * Four builds into one folder: the deck (the usual mode), `--mode one-file` the same as `deck.html`, and
 * `--mode pictures` the pictures for other decks, `pictures.js` and `pictures.css`, with the gallery that shows them. The last, `--mode worker`, makes the
 * service worker, `sw.js`, which knows what the others have built.
 */
export default defineConfig(({ mode }): UserConfig => {
  const first = mode !== 'one-file' && mode !== 'pictures' && mode !== 'worker';
  const inputs: Readonly<Record<string, NonNullable<UserConfig['build']>['rolldownOptions']>> = {
    pictures: {
      input: { gallery: 'gallery.html', pictures: 'src/pictures.ts' },
      preserveEntrySignatures: 'strict',
      output: {
        // Other decks name these two.
        entryFileNames: ({ name }) => (name === 'pictures' ? 'pictures.js' : 'assets/[name]-[hash].js'),
        assetFileNames: ({ names }) =>
          names.includes('pictures.css') ? 'pictures.css' : 'assets/[name]-[hash][extname]',
      },
    },
    worker: { input: 'src/offline/worker.ts', output: { entryFileNames: 'sw.js', format: 'iife' } },
  };
  return {
    // Works from any folder of any server.
    base: './',
    plugins: mode === 'one-file' ? [woff2Only, oneFile] : [woff2Only, statedPolicy],
    // In one file there is none for a worker.
    resolve: {
      alias: mode === 'one-file' ? [{ find: /^\.\/timing-worker\.ts$/, replacement: './timing-worker-inline.ts' }] : [],
    },
    worker: {
      // A page opened from a disk may not load modules, nor may its workers.
      format: mode === 'one-file' ? 'iife' : 'es',
      // The server knows it by its name: it has a policy of its own.
      rolldownOptions: { output: { entryFileNames: 'assets/timing-worker-[hash].js' } },
    },
    define: mode === 'worker' ? { precached: JSON.stringify(precached('dist')) } : {},
    build: {
      target: 'es2022',
      emptyOutDir: first,
      // Fonts stay files where the page's policy allows none from `data:`.
      assetsInlineLimit: mode === 'one-file' ? Number.MAX_SAFE_INTEGER : 0,
      chunkSizeWarningLimit: 1400,
      rolldownOptions: inputs[mode] ?? {},
    },
  };
});
