import { defineConfig } from 'astro/config';

/** What never depends on the run; `base`, `site` and `outDir` are given by the commands. */
export default defineConfig({
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  vite: {
    // Browsers that know `light-dark()`: for older ones the style sheet would be rewritten, and grow.
    build: { assetsInlineLimit: 0, cssTarget: ['chrome123', 'firefox128', 'safari17.5'] },
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
