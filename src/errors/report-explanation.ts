import type { Explanation, Finding, LogPlace } from './explanation.ts';
import { findPlace } from './find-place.ts';
import { normaliseLine } from './normalise-line.ts';

const RE_CONTROL = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;
const MAX_SHOWN = 200;
const MAX_LISTED = 5;

/** The answer as a value for scripts: entries by name, without their signatures. `source` names the log. */
export function toReport(explanation: Explanation, source: string): Record<string, unknown> {
  const { lineCount, spoken, findings, splats, unexplained } = explanation;
  return {
    version: 1,
    source,
    lineCount,
    ...(spoken === undefined ? {} : { spoken }),
    findings: findings.map(({ entry, signature, ...rest }) => ({
      entry: entry.id,
      title: entry.title,
      component: entry.component,
      severity: entry.severity,
      signature: signature.text,
      releases: signature.releases ?? [],
      ...(signature.isHeard ? { isHeard: true } : {}),
      ...rest,
    })),
    splats,
    unexplained: unexplained.map(({ entries, ...rest }) => ({ ...rest, entries: entries.map(({ id }) => id) })),
  };
}

/** The answer for a person at a terminal; ends with a line break. Control characters of the log are left out. */
export function formatText(explanation: Explanation, source: string): string {
  const { findings, spoken, splats, unexplained, lineCount } = explanation;
  const lines = [`${source}: ${countOf(lineCount, 'line')}, ${countOf(findings.length, 'message')} explained`];
  if (spoken !== undefined) lines.push(`kernel: ${clean(spoken.version)} (line ${spoken.line})`);
  for (const finding of findings) lines.push('', ...textOfFinding(finding, source));
  for (const splat of splats) {
    lines.push('', `report in lines ${splat.line}–${splat.endLine}: ${clean(splat.title)}`);
    if (splat.at !== undefined)
      lines.push(
        `  at ${splat.at.symbol}+${splat.at.offset}${splat.at.module === undefined ? '' : ` in module ${splat.at.module}`}`,
      );
    const trace = splat.trace.filter((frame) => !frame.isGuess).slice(0, 8);
    if (trace.length > 0) lines.push(`  called from ${trace.map(({ symbol }) => symbol).join(' ← ')}`);
    for (const { flag, meaning } of splat.taint) lines.push(`  taint ${flag}: ${meaning}`);
    for (const doubt of splat.doubts) lines.push(`  note: ${doubt}`);
  }
  if (unexplained.length > 0) lines.push('', 'not known, but they look like trouble:');
  for (const { line, text, entries } of unexplained.slice(0, MAX_LISTED)) {
    const hint = entries.length === 0 ? '' : `  (see ${entries.map(({ id }) => id).join(', ')})`;
    lines.push(`  ${source}:${line}  ${clean(text)}${hint}`);
  }
  if (unexplained.length > MAX_LISTED) lines.push(`  and ${unexplained.length - MAX_LISTED} more`);
  return `${lines.join('\n')}\n`;
}

/** One workflow command a finding, as CI services read them; the place is that in the source where the line names one. */
export function formatAnnotations(explanation: Explanation, source: string): string {
  return explanation.findings.map((finding) => annotationOf(finding, source)).join('');
}

function textOfFinding(finding: Finding, source: string): string[] {
  const { entry, level, occurrences, count, causes, consequences, consequenceCount, signature } = finding;
  const sure = level === 'exact' ? '' : ' (similar: check it)';
  const releases = signature.isHeard
    ? ', not seen printed here'
    : signature.releases === undefined
      ? ''
      : `, as ${signature.releases.join(' and ')} print${signature.releases.length === 1 ? 's' : ''} it`;
  const lines = [`${entry.title}${sure}  [${entry.severity}, ${entry.id}${releases}]`];
  for (const { line, column, text } of occurrences.slice(0, MAX_LISTED))
    lines.push(`  ${source}:${line}:${column}  ${clean(text)}`);
  if (count > MAX_LISTED) lines.push(`  and ${countOf(count - MAX_LISTED, 'more line')}`);
  causes.forEach((cause, index) => {
    lines.push(`  ${index + 1}. ${cause.title}`);
    if (cause.check !== undefined) lines.push(`     check: ${cause.check}`);
    lines.push(`     fix:   ${cause.fix}`);
    for (const { text } of cause.commands) lines.push(`       $ ${text}`);
  });
  const first = consequences[0];
  if (first !== undefined)
    lines.push(`  follows from it: ${countOf(consequenceCount, 'line')}, first ${source}:${first.line}`);
  return lines;
}

function annotationOf(finding: Finding, source: string): string {
  const first: LogPlace | undefined = finding.occurrences[0];
  if (first === undefined) return '';
  const place = findPlace(normaliseLine(first.text).text) ?? { file: source, line: first.line, column: first.column };
  const { severity, title, id } = finding.entry;
  const kind = severity === 'harmless' ? 'notice' : severity === 'warning' ? 'warning' : 'error';
  const cause = finding.causes[0];
  const advice = cause === undefined ? '' : `\nMost likely: ${cause.title}. ${cause.fix}`;
  const column = place.column === undefined ? '' : `,col=${place.column}`;
  return `::${kind} file=${escapeProperty(place.file)},line=${place.line}${column},title=${escapeProperty(`${title} (${id})`)}::${escapeMessage(clean(first.text) + advice)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Without escape sequences, so that a log cannot steer the terminal that shows it. */
function clean(text: string): string {
  const plain = text.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, '').replace(RE_CONTROL, '');
  return plain.length > MAX_SHOWN ? `${plain.slice(0, MAX_SHOWN)}…` : plain;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
