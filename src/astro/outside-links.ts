import { documentUrl } from '../kernel/find-document.ts';
import { CODE_KINDS, type EntityKind, RELEASES, type Release } from '../model/entity.ts';
import type { EntityView } from '../model/page-views.ts';
import type { NameFacts } from './kernel-facts.ts';

const SOURCES = 'https://elixir.bootlin.com/linux';
const IDENTIFIERS: ReadonlySet<EntityKind> = new Set([...CODE_KINDS, 'variable', 'field', 'config', 'syscall']);

/** The line of a source file at a release, in a public browser of the sources. */
export function sourceUrl(release: string, file: string, line?: number): string {
  return `${SOURCES}/v${release}/source/${file}${line === undefined ? '' : `#L${line}`}`;
}

/** Places outside that tell more of a name. Nothing is fetched; a reader follows them. */
export function outsideLinks(
  { name, kind }: { readonly name: string; readonly kind: EntityKind },
  { status }: NameFacts,
  known: EntityView['known'] = {},
): NonNullable<EntityView['links']> {
  const links: NonNullable<EntityView['links']>[number][] = [];
  for (const release of RELEASES) {
    const { state, file, line, to } = status[release];
    if (state !== 'present' && state !== 'moved') continue;
    if (IDENTIFIERS.has(kind))
      links.push({
        title: `${name} in ${release} on Elixir`,
        url: `${SOURCES}/v${release}/ident/${encodeURIComponent(name)}`,
        release,
      });
    else {
      const path = state === 'moved' ? to : file;
      if (path !== undefined && !path.includes('/generated/'))
        links.push({ title: `${path} in ${release} on Elixir`, url: sourceUrl(release, path, line), release });
    }
    const url = known[release]?.documentUrl ?? documentPage(kind, release, state === 'moved' ? to : file);
    if (url !== undefined) links.push({ title: `Documentation of ${release}`, url, release });
  }
  const page = kind === 'manpage' ? /^([\w.:+-]+)\((\d)\w*\)$/.exec(name) : null;
  if (page !== null)
    links.push({
      title: `${name} in the Linux manual`,
      url: `https://man7.org/linux/man-pages/man${page[2]}/${page[1]}.${page[2]}.html`,
    });
  if (kind === 'syscall')
    links.push({
      title: `${name}(2) in the Linux manual`,
      url: `https://man7.org/linux/man-pages/man2/${name}.2.html`,
    });
  return links;
}

/** A document of the tree as docs.kernel.org prints it. */
function documentPage(kind: EntityKind, release: Release, file: string | undefined): string | undefined {
  return kind === 'document' && file?.endsWith('.rst') ? documentUrl(release, file) : undefined;
}
