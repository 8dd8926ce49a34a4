import { defineConfig } from 'astro/config';

/**
 * Parts of the script are loaded as they are asked for, without the list of what they load in turn: that list and Vite's program for it
 * are a third of what every page loads. Where a part needs a second one, `client/` asks for both at once.
 */
const PLAIN_IMPORTS = {
  name: 'kn-plain-imports',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: ({ name }: { readonly name: string }) => name === 'client',
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
  renderChunk: (code: string) => code.replaceAll(/,\s*__VITE_PRELOAD__/g, ''),
} as const;

/** What never depends on the run; `base`, `site` and `outDir` are given by the commands. */
export default defineConfig({
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never', format: 'directory' },
  vite: {
    plugins: [PLAIN_IMPORTS],
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
