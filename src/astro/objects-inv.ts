import { deflateSync } from 'node:zlib';

/** Name of the inventory below the output folder, as Sphinx looks for it. */
export const OBJECTS_FILE = 'objects.inv';

/** One place that other documentation may link to. */
export interface InventoryItem {
  /** What a reference names: `kfree`, or the id of an entry. */
  readonly name: string;
  /** Sphinx domain, `c` for what C defines and `std` for everything else. */
  readonly domain: string;
  /** Role within the domain, such as `function`, `macro`, `struct`, `member`, `type`, `var`, `label` or `doc`. */
  readonly role: string;
  /** Relative to the root of the site; a final `$` stands for the name. */
  readonly uri: string;
  /** Shown as the link's text; the name itself when absent. */
  readonly displayName?: string | undefined;
}

/**
 * The bytes of a Sphinx inventory, version 2: four lines of text, then the compressed list, one item a line, sorted.
 * Layout as documented at https://sphobjinv.readthedocs.io/en/stable/syntax.html. Names with line breaks are refused.
 */
export function writeObjectsInv(site: {
  readonly project: string;
  readonly version: string;
  readonly items: readonly InventoryItem[];
}): Uint8Array {
  const head = `# Sphinx inventory version 2\n# Project: ${oneLine(site.project)}\n# Version: ${oneLine(site.version)}\n# The remainder of this file is compressed using zlib.\n`;
  const lines = site.items.map(itemLine).sort();
  const body = lines.map((line) => `${line}\n`).join('');
  return Buffer.concat([Buffer.from(head, 'utf8'), deflateSync(Buffer.from(body, 'utf8'), { level: 9 })]);
}

/** `name domain:role priority uri display`, where `$` and `-` stand for the name. */
function itemLine({ name, domain, role, uri, displayName }: InventoryItem): string {
  if (/[\r\n]/.test(name) || name === '')
    throw new Error(`Unexpected name ${JSON.stringify(name)} of an inventory item`);
  if (/\s/.test(uri)) throw new Error(`Unexpected blank in the address "${uri}" of ${name}`);
  const shortUri = uri.endsWith(name) && !/\s/.test(name) ? `${uri.slice(0, -name.length)}$` : uri;
  const display = displayName === undefined || displayName === name ? '-' : oneLine(displayName);
  return `${name} ${domain}:${role} 1 ${shortUri} ${display}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
