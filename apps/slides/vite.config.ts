import { defineConfig, type Plugin } from 'vite';

/** KaTeX' stylesheet offers each font three times; every browser that runs the deck reads the first. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/katex[^/]*\.css/.test(id)) return undefined;
    return code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '');
  },
};

export default defineConfig({
  // Works from any folder of any server.
  base: './',
  plugins: [woff2Only],
  build: {
    target: 'es2022',
    // Fonts stay files: the page's policy allows none from `data:`.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
