import { escapeHtml } from '../markdown/escape-html.ts';

/** Where the element finds its catalogue, the advice and the pages of errors; none is there in the single file. */
export interface LogLookupAddresses {
  readonly catalogueUrl: string;
  readonly adviceUrl: string;
  readonly entryBase: string;
  /** List of the names that have a page. */
  readonly namesUrl: string;
}

/** Markup of `<kn-log-lookup>`: a form, a line of state, findings and log. Hidden until its script runs, which it needs. */
export function renderLogLookup(addresses?: LogLookupAddresses): string {
  const data =
    addresses === undefined
      ? ''
      : ` data-catalogue="${escapeHtml(addresses.catalogueUrl)}" data-advice="${escapeHtml(addresses.adviceUrl)}" data-entry-base="${escapeHtml(addresses.entryBase)}" data-names="${escapeHtml(addresses.namesUrl)}"`;
  return (
    `<kn-log-lookup${data}><div data-needs-script hidden>` +
    `<form class="kn-log-form" autocomplete="off"><label for="kn-log-text">Log</label>` +
    `<textarea id="kn-log-text" rows="8" spellcheck="false" autocapitalize="off" wrap="off" ` +
    `placeholder="Paste the output of make, dmesg or insmod: one line or a hundred thousand." aria-describedby="kn-log-privacy"></textarea>` +
    `<div class="kn-log-actions"><button type="submit">Explain</button>` +
    `<label class="kn-log-file"><input type="file" class="kn-hidden"><span>Open a file…</span></label>` +
    `<button type="reset">Clear</button></div>` +
    `<p id="kn-log-privacy" class="kn-log-privacy">The log stays in this browser: it is not sent, not stored, and not put into the address. A file may also be dropped here.</p></form>` +
    `<p role="status" class="kn-log-state"></p>` +
    `<div class="kn-log-result" hidden><section aria-label="What it means"><ol class="kn-log-list"></ol></section>` +
    `<section aria-label="The log" class="kn-log-view"><div class="kn-log-pane" tabindex="0" role="region" aria-label="Lines of the log"></div></section></div>` +
    `</div></kn-log-lookup>`
  );
}
