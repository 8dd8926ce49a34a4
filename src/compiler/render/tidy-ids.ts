/**
 * Identifiers of HTML in a note. They are kept, because links lead to them, but under a prefix, so that they cannot be mistaken for those
 * of the page; none stands twice.
 */
import type { Element, Root } from 'hast';

const PREFIX = 'user-content-';
const RE_OWN_PLACE = /^(?:h[2-6]|p)$/;
const RE_FOOTNOTE = /^(?:user-content-fn(?:ref)?-|footnote-label$)/;
const RE_TAG = /<[A-Za-z][^<>]*>/g;
const RE_ID = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const RE_ID_OR_NAME = /\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The identifier under which `written`, an identifier of HTML in a note, is found on its page. */
export function idOnPage(written: string): string {
  return RE_FOOTNOTE.test(written) ? written : `${PREFIX}${written}`;
}

/** Identifiers, and names of anchors, that a piece of HTML gives out. */
export function idsInHtml(html: string): readonly string[] {
  return [...html.matchAll(RE_TAG)]
    .flatMap(([tag]) =>
      [...tag.matchAll(/^<a\s/i.test(tag) ? RE_ID_OR_NAME : RE_ID)].map(
        ([, double, single, bare]) => double ?? single ?? bare ?? '',
      ),
    )
    .filter((id) => id !== '');
}

/** Renames the identifiers of a tree in place, and its headings of the first level, which is the page's own; `own` are those that headings and definitions of the part have. */
export function tidyIds(tree: Root, own: ReadonlySet<string>): void {
  visit(tree, own, new Set(), 0);
}

function visit(parent: Root | Element, own: ReadonlySet<string>, used: Set<string>, depth: number): void {
  if (depth > 600) return;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    tidyElement(child, own, used);
    visit(child, own, used, depth + 1);
  }
}

function tidyElement(node: Element, own: ReadonlySet<string>, used: Set<string>): void {
  if (node.tagName === 'h1') node.tagName = 'h2';
  const { id, name, className } = node.properties;
  if (Array.isArray(className) && className.length === 0) delete node.properties['className'];
  const written =
    typeof id === 'string' && id !== '' ? id : node.tagName === 'a' && typeof name === 'string' ? name : '';
  delete node.properties['name'];
  if (written === '') return;
  const kept = own.has(written) && RE_OWN_PLACE.test(node.tagName) ? written : idOnPage(written);
  if (used.has(kept)) delete node.properties['id'];
  else node.properties['id'] = kept;
  used.add(kept);
}
