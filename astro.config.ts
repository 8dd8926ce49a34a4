import { defineConfig } from 'astro/config';

/** What never depends on the run; `base`, `site` and `outDir` are given by the commands. */
export default defineConfig({
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  vite: {
    build: { assetsInlineLimit: 0 },
    // Notes are watched by the command itself; kernel trees in the cache would take every watch that the system has.
    server: {
      watch: {
        ignored: ['**/.cache/**', '**/.toolchain/**', '**/dist*/**', '**/tests/**', '**/src/content/**', '**/work/**'],
      },
    },
  },
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
});
