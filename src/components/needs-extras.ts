/** Elements and classes that only `styles/asides.css` and `styles/picture.css` know; what sanitised HTML of notes is written like. */
const RE_EXTRA =
  /<(?:aside|details|dl|hr|img|input|kbd|mark|section|su[bp])[\s>]|class="(?:kn-(?:definition|picture|plain|template)|[ad]")/;

/** Whether a text shows more than paragraphs, lists, tables and code, so that its page loads `styles/extras.css`. */
export function needsExtras(html: string): boolean {
  return RE_EXTRA.test(html);
}
