import { escapeHtml } from '../markdown/escape-html.ts';

/** What was typed or printed, as it stood; scrolls inside itself. */
export function renderTranscript(text: string): string {
  return `<pre class="kn-transcript" tabindex="0"><samp>${escapeHtml(text)}</samp></pre>`;
}
