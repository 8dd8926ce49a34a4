const COMPARED = 60;
const READ = 6000;
/** Tags, and what stands in a text for another program to replace: no summary holds that. */
const RE_UNSAID = /<code class="kn-template">[^<]*<\/code>|<[^>]*>/g;

/** Whether the first part of a body holds the words of the summary, as it does where the summary was taken from it. Only letters and figures count. */
export function repeatsSummary(summary: string, html: string): boolean {
  const letters = (text: string) => text.replace(/&[a-z]+;|&#\w+;/gi, '').replace(/[^\p{L}\p{N}]/gu, '');
  return letters(html.slice(0, READ).replace(RE_UNSAID, '')).includes(letters(summary).slice(0, COMPARED));
}
