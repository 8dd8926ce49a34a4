/** Links and images of a body: those that stay as they are, those that lead into the notes and wait for the corpus, those that go. */
import type { Element, ElementContent, Root } from 'hast';
import { PICTURE_NAMES } from '../../pictures/pictures.ts';
import type { DraftTarget } from '../draft.ts';
import { pictureSlot, SLOT, targetSlot } from '../render/slots.ts';

/** What a link means, without its place. */
export type LinkTarget = Omit<DraftTarget, 'line' | 'column'>;

/** Where link targets and problems go. `position` offsets are those of the note. */
export interface TargetSink {
  /** Keeps a target and returns its number. `written` is the URL as it stands in the note, for finding it where no offset is known. */
  addTarget(target: LinkTarget, offset: number | undefined, written: string): number;
  report(rule: 'unsafe-link' | 'unsafe-html' | 'unknown-picture', found: string, offset: number | undefined): void;
}

const RE_SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const RE_SAFE_SCHEME = /^(?:https?|mailto|ftp|ircs?|news|tel|xmpp|kn-wiki)$/i;
const RE_REMOTE = /^(?:https?:)?\/\//i;
const RE_WIKI = /^kn-wiki:/i;
const RE_PICTURE = /^picture:/i;

/**
 * Rewrites the links and images of a tree in place. What it leaves in `href` and `src` has a safe scheme, names a host, or is a slot: a
 * tree may be passed again when HTML of the note has joined it.
 */
export function linkTargets(parent: Root | Element, sink: TargetSink, depth = 0): void {
  if (depth > 600) return;
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type !== 'element') continue;
    const picture = child.tagName === 'p' ? pictureOf(child) : undefined;
    if (picture !== undefined) {
      parent.children[index] = { type: 'text', value: picture };
      continue;
    }
    linkTargets(child, sink, depth + 1);
    if (child.tagName === 'a') linkAnchor(child, sink);
    else if (child.tagName === 'img') parent.children[index] = linkImage(child, sink);
  }
}

function linkAnchor(node: Element, sink: TargetSink): void {
  const { href } = node.properties;
  if (typeof href !== 'string' || href.startsWith(SLOT.target)) return;
  if (href.trim() === '') {
    delete node.properties['href'];
    return;
  }
  const offset = node.position?.start.offset;
  const scheme = RE_SCHEME.exec(href.trim())?.[1];
  if (scheme !== undefined && !RE_SAFE_SCHEME.test(scheme)) {
    sink.report('unsafe-link', href, offset);
    delete node.properties['href'];
    return;
  }
  if (RE_WIKI.test(href)) {
    const [path = '', part = '', label = ''] = href.replace(RE_WIKI, '').split('#').map(decode);
    const target: LinkTarget = { kind: 'wiki', path, part, ...(label === '' ? {} : { label }) };
    node.properties['href'] = targetSlot(sink.addTarget(target, offset, href));
    return;
  }
  if (scheme !== undefined || href.startsWith('//')) return;
  if (
    href.startsWith('#user-content-fn') &&
    (node.properties['dataFootnoteRef'] !== undefined || node.properties['dataFootnoteBackref'] !== undefined)
  )
    return;
  const hash = href.indexOf('#');
  const path = decode((hash < 0 ? href : href.slice(0, hash)).replace(/\?.*$/, ''));
  const part = hash < 0 ? '' : decode(href.slice(hash + 1));
  node.properties['href'] = targetSlot(sink.addTarget({ kind: 'note', path, part }, offset, href));
}

/** What stands for a paragraph that is nothing but a drawn picture. */
function pictureOf({ children }: Element): string | undefined {
  const [image, ...others] = children;
  if (image?.type !== 'element' || image.tagName !== 'img' || others.length > 0) return undefined;
  const { src, alt } = image.properties;
  if (typeof src !== 'string' || !RE_PICTURE.test(src)) return undefined;
  const name = src.replace(RE_PICTURE, '');
  return PICTURE_NAMES.includes(name) ? pictureSlot(name, typeof alt === 'string' ? alt : '') : undefined;
}

function linkImage(node: Element, sink: TargetSink): ElementContent {
  const src = typeof node.properties['src'] === 'string' ? node.properties['src'].trim().replace(RE_WIKI, '') : '';
  if (src.startsWith(SLOT.target)) return node;
  const alt = typeof node.properties['alt'] === 'string' ? node.properties['alt'] : '';
  const offset = node.position?.start.offset;
  if (RE_REMOTE.test(src))
    return {
      type: 'element',
      tagName: 'a',
      properties: { href: src },
      children: [{ type: 'text', value: alt || src }],
    };
  if (src === '' || RE_SCHEME.test(src)) {
    if (src !== '') sink.report(RE_PICTURE.test(src) ? 'unknown-picture' : 'unsafe-link', src, offset);
    return { type: 'text', value: alt };
  }
  node.properties['src'] = targetSlot(
    sink.addTarget({ kind: 'image', path: decode(src.replace(/[?#].*$/, '')), part: '' }, offset, src),
  );
  node.properties['alt'] = alt;
  node.properties['loading'] = 'lazy';
  return node;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
