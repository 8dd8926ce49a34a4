import { escapeHtml } from '../markdown/escape-html.ts';
import type { CauseView, ErrorView, HeardView, SignatureView } from '../model/page-views.ts';
import { repeatsSummary } from './repeats-summary.ts';

/** The message as it is printed, with the summary unless the causes say the same, and its causes, likeliest first: check, fix, commands. */
export function renderErrorFacts(
  { signatures, heard, classes, causes }: ErrorView,
  summary: string | undefined,
): string {
  const causeTexts = causes.map(({ titleHtml, fixHtml }) => `${titleHtml} ${fixHtml}`).join(' ');
  return (
    (summary === undefined || summary === '' || repeatsSummary(summary, causeTexts)
      ? ''
      : `<p class="kn-summary">${escapeHtml(summary)}</p>`) +
    (signatures.length === 0 ? '' : `<div class="kn-printed">${renderSignatures(signatures)}</div>`) +
    (causes.length === 0 ? '' : renderCauses(causes)) +
    (heard.length === 0 ? '' : renderHeard(heard)) +
    (classes.length === 0 ? '' : renderClasses(classes))
  );
}

/** Spellings that are known from reading alone, each with the reason. */
function renderHeard(heard: readonly HeardView[]): string {
  const items = heard.map(({ html, printer, releases, why }) => {
    const by = [...(printer === undefined ? [] : [printer]), ...releases].join(' and ');
    const said = by === '' ? '' : `Said to be printed by ${by}. `;
    return `<dt><samp>${html}</samp></dt><dd>${escapeHtml(said + why)}</dd>`;
  });
  return (
    `<section class="kn-heard"><h2 id="heard">Spellings we have not seen printed</h2>` +
    `<p>No run of ours printed these. A line like one of them is told as similar: check it.</p>` +
    `<dl class="kn-printed-in">${items.join('')}</dl></section>`
  );
}

/** Kinds of lines that the look-up answers with this page. */
function renderClasses(classes: readonly string[]): string {
  const items = classes.map((text) => `<code>${escapeHtml(text)}</code>`);
  return (
    `<section class="kn-kinds"><h2 id="kinds">Other lines that lead here</h2>` +
    `<p>A line that looks like trouble and that no known message fits is answered with this page, as similar, when it has ` +
    `all marks of one of these, in any order: a word in one of its forms, who speaks (with a colon), or the number of an error.</p>` +
    `<p>${items.join(' · ')}</p></section>`
  );
}

/** Neighbours that the same releases and the same program print share one box. */
function renderSignatures(signatures: readonly SignatureView[]): string {
  const boxes: { readonly caption: string; readonly lines: string[] }[] = [];
  for (const signature of signatures) {
    const caption = captionOf(signature);
    const last = boxes.at(-1);
    if (last?.caption === caption) last.lines.push(signature.html);
    else boxes.push({ caption, lines: [signature.html] });
  }
  return boxes
    .map(
      ({ caption, lines }) =>
        `<figure><pre tabindex="0">${lines.map((html) => `<samp>${html}</samp>`).join('\n')}</pre>${caption && `<figcaption>${escapeHtml(caption)}</figcaption>`}</figure>`,
    )
    .join('');
}

function captionOf({ releases, printer }: SignatureView): string {
  const said = [
    printer === undefined ? '' : `printed by ${printer}`,
    releases.length === 0 ? '' : `as ${releases.join(' and ')} ${releases.length > 1 ? 'print' : 'prints'} it`,
  ].filter(Boolean);
  return said.join(', ');
}

function renderCauses(causes: readonly CauseView[]): string {
  return (
    `<section class="kn-causes"><h2 id="causes">${causes.length === 1 ? 'The cause' : 'Causes, likeliest first'}</h2>` +
    `<ol data-count="${causes.length}">${causes.map(renderCause).join('')}</ol></section>`
  );
}

function renderCause({ id, titleHtml, checkHtml, fixHtml, commandsHtml = '', proof }: CauseView): string {
  return (
    `<li id="${escapeHtml(id)}"><h3>${titleHtml}</h3><dl>` +
    (checkHtml === undefined ? '' : `<div><dt>Check</dt><dd>${checkHtml}</dd></div>`) +
    // A raw note may say one sentence, which is then both.
    `${fixHtml === titleHtml ? '' : `<div><dt>Fix</dt><dd>${fixHtml}</dd></div>`}</dl>${commandsHtml}` +
    (proof === 'proven' ? `<p class="kn-proof" data-proof="proven">Proven by a run</p>` : '') +
    (proof === 'analogous' ? `<p class="kn-proof" data-proof="analogous">Shown on a like case</p>` : '') +
    `</li>`
  );
}
