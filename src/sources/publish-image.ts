/** Makes an image of the notes ready to be served: a name that changes with the content, and no script inside. */
import { hash } from 'node:crypto';
import type { SourceAsset } from './read-sources.ts';
import { sanitiseSvg } from './sanitise-svg.ts';
import { describeFailure } from './walk-folder.ts';

export interface PublishedImage {
  readonly kind: 'image';
  /** `<stem>.<8 hexadecimal digits>.<extension>`, of letters, digits, `-` and `_`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface RefusedImage {
  readonly kind: 'refused';
  /** Half a sentence that tells why. */
  readonly reason: string;
}

const RASTER = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'ico']);
const STEM_LENGTH = 60;

/** Reads an image; SVG is sanitised. Refused is what is no image by its extension, cannot be read, or holds no drawing. */
export function publishImage(asset: SourceAsset): PublishedImage | RefusedImage {
  const fileName = asset.file.split('/').at(-1) ?? '';
  const dot = fileName.lastIndexOf('.');
  const extension = fileName.slice(dot + 1).toLowerCase();
  if (dot < 0 || !(extension === 'svg' || RASTER.has(extension)))
    return { kind: 'refused', reason: 'it is no image that browsers show' };
  let bytes: Uint8Array;
  try {
    bytes = asset.readBytes();
  } catch (error) {
    return { kind: 'refused', reason: describeFailure(error) };
  }
  if (extension === 'svg') {
    const drawing = sanitiseSvg(bytes);
    if (drawing === undefined) return { kind: 'refused', reason: 'it holds no drawing that can be shown safely' };
    bytes = new TextEncoder().encode(drawing);
  }
  const stem = fileName
    .slice(0, dot)
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, STEM_LENGTH);
  return { kind: 'image', name: `${stem}.${hash('sha256', bytes, 'hex').slice(0, 8)}.${extension}`, bytes };
}
