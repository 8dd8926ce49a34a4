import { defineConfig } from 'astro/config';

/** What never depends on the run; `base`, `site` and `outDir` are given by the commands. */
export default defineConfig({
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  vite: { build: { assetsInlineLimit: 0 } },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
