/**
 * Rewrites a drawing from a list of what is allowed: shapes, text, gradients, patterns, masks, filters and their looks. Scripts, event
 * handlers, foreign content, animation and every reference to another file are left out, so that the file is harmless also when it is
 * opened by itself.
 */
import type { Element, ElementContent, Root } from 'hast';
import { rehype } from 'rehype';
import { decodeText, detectText } from './decode-text.ts';

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_TAGS = 50_000;
const MAX_DEPTH = 200;

const ELEMENTS = new Set(
  (
    'svg g defs symbol use switch title desc metadata style path rect circle ellipse line polyline polygon text tspan textPath a image marker ' +
    'linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix ' +
    'feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge ' +
    'feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
);
/** Shown without themselves: what stands inside them is kept. */
const UNWRAPPED = new Set(['a', 'switch']);
/** Left out with all that stands inside. */
const DROPPED = new Set(['metadata']);
const LINKS = new Set(['href', 'xLinkHref']);
/** Properties that no drawing needs, beside every `on…`. */
const RE_UNSAFE_PROPERTY =
  /^(?:on|xml(?!ns$|nsXLink$|Space$|Lang$)|xLink(?!Href$)|ping$|target$|download$|srcDoc$|action$|formAction$)/i;
const RE_DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*$/;
/** Style text that reaches for something outside the file, or hides what it reaches for. */
const RE_UNSAFE_STYLE =
  /@import|@font-face|url\s*\(\s*(?!["']?#)|expression\s*\(|javascript:|behavior\s*:|-moz-binding|image-set|[\\<&]/i;

/** The drawing as a standalone file; `undefined` when there is no `svg` element, or it is too large or too deep to be looked at. */
export function sanitiseSvg(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const detected = detectText(bytes);
  if (detected.kind === 'no-text') return undefined;
  const text = decodeText(bytes, detected.encoding);
  if (isOverLimits(text)) return undefined;
  const processor = rehype().data('settings', {
    fragment: true,
    space: 'svg',
    closeEmptyElements: true,
    tightSelfClosing: true,
  });
  const root = processor.parse(text) as Root;
  const svg = findSvg(root.children as readonly ElementContent[]);
  const clean = svg === undefined ? undefined : cleanElement(svg)[0];
  if (clean?.type !== 'element') return undefined;
  clean.properties = {
    ...clean.properties,
    xmlns: 'http://www.w3.org/2000/svg',
    xmlnsXLink: 'http://www.w3.org/1999/xlink',
  };
  return `${processor.stringify({ type: 'root', children: [clean] })}\n`;
}

/** Counts tags before anything is parsed: depth is at most the number of tags open at once. */
function isOverLimits(text: string): boolean {
  let tags = 0;
  let depth = 0;
  for (const [tag] of text.matchAll(/<[a-z/][^>]*/gi)) {
    tags += 1;
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/')) depth += 1;
    if (tags > MAX_TAGS || depth > MAX_DEPTH) return true;
  }
  return false;
}

function findSvg(children: readonly ElementContent[]): Element | undefined {
  for (const child of children) {
    if (child.type !== 'element') continue;
    const found = child.tagName === 'svg' ? child : findSvg(child.children);
    if (found !== undefined) return found;
  }
  return undefined;
}

function cleanElement(element: Element): ElementContent[] {
  if (!ELEMENTS.has(element.tagName) || DROPPED.has(element.tagName)) return [];
  const children = element.children.flatMap((child) => {
    if (child.type === 'text') return [child];
    return child.type === 'element' ? cleanElement(child) : [];
  });
  if (UNWRAPPED.has(element.tagName)) return children;
  if (
    element.tagName === 'style' &&
    children.some((child) => child.type !== 'text' || RE_UNSAFE_STYLE.test(child.value))
  )
    return [];
  const properties = cleanProperties(element);
  const isPicture = element.tagName === 'image' || element.tagName === 'use';
  if (isPicture && properties.href === undefined && properties.xLinkHref === undefined) return [];
  return [{ type: 'element', tagName: element.tagName, properties, children }];
}

function cleanProperties({ tagName, properties }: Element): Element['properties'] {
  const kept: Element['properties'] = {};
  for (const [name, value] of Object.entries(properties)) {
    if (RE_UNSAFE_PROPERTY.test(name) || /[^A-Za-z0-9-]/.test(name)) continue;
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    const isSafe = LINKS.has(name) ? isSafeLink(tagName, text) : !RE_UNSAFE_STYLE.test(text) || name === 'd';
    if (isSafe) kept[name] = value;
  }
  return kept;
}

function isSafeLink(tagName: string, target: string): boolean {
  return target.startsWith('#') || (tagName === 'image' && RE_DATA_IMAGE.test(target));
}
