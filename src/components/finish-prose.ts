/**
 * What the body of an entry gets only on its page: a link beside each heading that can be linked to, and a label on each box of a
 * task list. In: `<h2 id="x">T</h2>`; out: `<h2 id="x">T<a class="kn-anchor" href="#x" aria-label="Link to this heading"></a></h2>`.
 */
export function finishProse(html: string): string {
  return html
    .replace(
      /<h([2-6]) id="([^"]+)">([\s\S]*?)<\/h\1>/g,
      (_, level: string, id: string, inner: string) =>
        `<h${level} id="${id}">${inner}<a class="kn-anchor" href="#${encodeURIComponent(id)}" aria-label="Link to this heading"></a></h${level}>`,
    )
    .replaceAll('<input type="checkbox"', '<input type="checkbox" aria-label="Task"');
}
