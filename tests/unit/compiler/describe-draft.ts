import type { Draft, DraftEntry } from '../../../src/compiler/draft.ts';

/** A draft as a fixture writes it down: facts as JSON, bodies as HTML. Names and colours, which have tests of their own, are taken off. */
export interface DescribedDraft {
  readonly facts: unknown;
  readonly html: string;
}

/** What a fixture compares of a draft. Undefined and empty values are left out. */
export function describeDraft(draft: Draft): DescribedDraft {
  const { outcome, reason, isPublished, entries, targets, anchors, aliases, diagnostics } = draft;
  const facts = {
    outcome,
    reason,
    isPublished,
    entries: entries.map(describeEntry),
    targets: targets.map(
      ({ kind, path, part, line, column }) => `${line}:${column} ${kind} ${path}${part && `#${part}`}`,
    ),
    anchors: anchors.map(([anchor, slug, fragment]) => `${anchor} → ${slug}#${fragment}`),
    aliases,
    diagnostics: diagnostics.map(
      ({ line, column, severity, rule, found }) => `${line}:${column} ${severity} ${rule}: ${found}`,
    ),
  };
  return {
    facts: withoutEmpty(facts),
    html: entries.map((entry) => `<!-- ${entry.kind} ${entry.slug} -->\n${showSlots(entry.html)}\n`).join(''),
  };
}

function describeEntry(entry: DraftEntry): unknown {
  const {
    kind,
    slug,
    parent,
    title,
    line,
    endLine,
    number,
    state,
    kernel,
    summary,
    tags,
    lang,
    headings,
    error,
    codes,
    fragments,
  } = entry;
  return {
    kind,
    slug,
    parent,
    title,
    lines: `${line}–${endLine}`,
    number,
    state,
    kernel,
    summary,
    tags,
    lang,
    headings: headings.map(
      (heading) => `${heading.line} h${heading.depth} ${heading.kind} #${heading.id} ${heading.text}`,
    ),
    codes: codes.map((code) => ({
      id: code.anchor,
      lines: `${code.line}–${code.endLine}`,
      language: `${code.language} (${code.languageFrom})`,
      code: code.code,
    })),
    error: error && {
      severity: error.severity,
      component: error.component,
      signatures: error.signatures.map(({ text }) => text),
      causes: error.causes,
    },
    fragments: Object.fromEntries(Object.entries(fragments).map(([key, html]) => [key, showSlots(html)])),
  };
}

/** HTML of a draft for readers: names bare, link targets and parts by number and slug. */
export function showSlots(html: string): string {
  return html
    .replace(/<i class="\w">|<\/i>/g, '')
    .replace(/\u0001\d+\u0002|\u0003/g, '')
    .replace(/\u0004(\d+)\u0005/g, 'target:$1')
    .replace(/\u0006([^\u0007]*)\u0007/g, '[part $1]');
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, inner]): [string, unknown] => [key, withoutEmpty(inner)])
    .filter(
      ([, inner]) =>
        inner !== undefined && !(typeof inner === 'object' && inner !== null && Object.keys(inner).length === 0),
    );
  return Object.fromEntries(kept);
}
