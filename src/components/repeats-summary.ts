const COMPARED = 60;

/** Whether a body begins with the words of the summary, as it does where the summary was taken from it. Only letters and figures count. */
export function repeatsSummary(summary: string, html: string): boolean {
  const letters = (text: string) =>
    text
      .replace(/&[a-z]+;|&#\w+;/gi, '')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, COMPARED);
  return letters(html.slice(0, 2000).replace(/<[^>]*>/g, '')).startsWith(letters(summary.replace(/[&<>"]/g, '')));
}
