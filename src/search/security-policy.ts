import type { OtherSite } from '../model/other-site.ts';
import { connectSources } from './search-manifest.ts';

/**
 * The Content Security Policy under which every page works: `'wasm-unsafe-eval'` is for the word search alone, and data of the builds in
 * `others` may be read; nothing else comes from outside.
 */
export function securityPolicy(others: readonly OtherSite[]): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connectSources(others)}`,
    "font-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
