import { defineConfig, type Plugin, type UserConfig } from 'vite';

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
    for (const [name, part] of Object.entries(bundle)) {
      if (part === page) continue;
      const text = part.type === 'chunk' ? part.code : String(part.source);
      const inline =
        part.type === 'chunk'
          ? `<script type="module">${text.replaceAll('</script', '<\\/script')}</script>`
          : `<style>${text}</style>`;
      html = html.replace(
        new RegExp(`<(?:script|link)[^>]*${name.replaceAll('.', '\\.')}[^>]*>(?:</script>)?`),
        () => inline,
      );
      delete bundle[name];
    }
    page.fileName = 'deck.html';
    page.source = html;
  },
};

/**
 * Three builds into one folder: the deck (the usual mode), `--mode one-file` the same as `deck.html`, and
 * `--mode pictures` the pictures for other decks, `pictures.js` and `pictures.css`, with the gallery that shows them.
 */
export default defineConfig(({ mode }): UserConfig => {
  const single = mode === 'one-file';
  const pictures = mode === 'pictures';
  return {
    // Works from any folder of any server.
    base: './',
    plugins: single ? [woff2Only, oneFile] : [woff2Only],
    build: {
      target: 'es2022',
      emptyOutDir: !single && !pictures,
      // Fonts stay files where the page's policy allows none from `data:`.
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: pictures
        ? {
            input: { gallery: 'gallery.html', pictures: 'src/pictures.ts' },
            preserveEntrySignatures: 'strict',
            output: {
              // Other decks name these two.
              entryFileNames: ({ name }) => (name === 'pictures' ? 'pictures.js' : 'assets/[name]-[hash].js'),
              assetFileNames: ({ names }) =>
                names.includes('pictures.css') ? 'pictures.css' : 'assets/[name]-[hash][extname]',
            },
          }
        : {},
    },
  };
});
