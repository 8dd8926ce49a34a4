/** Links and images of a body: those that stay as they are, those that lead into the notes and wait for the corpus, those that go. */
import type { Element, ElementContent, Root } from 'hast';

/** Where link targets and problems go. `position` offsets are those of the note. */
export interface TargetSink {
  /** Keeps a target and returns its number. */
  addTarget(kind: 'note' | 'wiki' | 'image', path: string, part: string, offset: number | undefined): number;
  report(rule: 'unsafe-link' | 'unsafe-html', found: string, offset: number | undefined): void;
}

const RE_SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const RE_SAFE_SCHEME = /^(?:https?|mailto|ftp|ircs?|news|tel|xmpp|kn-wiki)$/i;
const RE_REMOTE = /^(?:https?:)?\/\//i;

/** Rewrites the links and images of a tree in place. */
export function linkTargets(parent: Root | Element, sink: TargetSink, depth = 0): void {
  if (depth > 600) return;
  for (let index = 0; index < parent.children.length; index++) {
    const child = parent.children[index];
    if (child?.type !== 'element') continue;
    linkTargets(child, sink, depth + 1);
    if (child.tagName === 'a') linkAnchor(child, sink);
    else if (child.tagName === 'img') parent.children[index] = linkImage(child, sink);
  }
}

function linkAnchor(node: Element, sink: TargetSink): void {
  const { href } = node.properties;
  if (typeof href !== 'string') return;
  const offset = node.position?.start.offset;
  const scheme = RE_SCHEME.exec(href.trim())?.[1];
  if (scheme !== undefined && !RE_SAFE_SCHEME.test(scheme)) {
    sink.report('unsafe-link', href, offset);
    delete node.properties['href'];
    return;
  }
  if (scheme?.toLowerCase() === 'kn-wiki') {
    const [path = '', part = ''] = href.slice(scheme.length + 1).split('#');
    node.properties['href'] = `kn-target:${sink.addTarget('wiki', decode(path), decode(part), offset)}`;
    return;
  }
  if (scheme !== undefined || href.startsWith('//')) return;
  if (node.properties['dataFootnoteRef'] !== undefined || node.properties['dataFootnoteBackref'] !== undefined) return;
  const hash = href.indexOf('#');
  const path = (hash < 0 ? href : href.slice(0, hash)).replace(/\?.*$/, '');
  node.properties['href'] = `kn-target:${sink.addTarget('note', decode(path), hash < 0 ? '' : decode(href.slice(hash + 1)), offset)}`;
}

function linkImage(node: Element, sink: TargetSink): ElementContent {
  const src = typeof node.properties['src'] === 'string' ? node.properties['src'].trim() : '';
  const alt = typeof node.properties['alt'] === 'string' ? node.properties['alt'] : '';
  const offset = node.position?.start.offset;
  if (RE_REMOTE.test(src)) return { type: 'element', tagName: 'a', properties: { href: src }, children: [{ type: 'text', value: alt || src }] };
  if (src === '' || RE_SCHEME.test(src)) {
    if (src !== '') sink.report('unsafe-link', src, offset);
    return { type: 'text', value: alt };
  }
  node.properties['src'] = `kn-target:${sink.addTarget('image', decode(src.replace(/[?#].*$/, '')), '', offset)}`;
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
