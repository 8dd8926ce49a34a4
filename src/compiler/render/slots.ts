/**
 * Late binding. A rendered body must not depend on other notes, so what only the whole corpus knows is left open in it:
 *
 *     ␁12␂copy_to_user()␃     the text of name 12 of the note: a link, or the plain text
 *     href="␄3␅"               target 3 of the note: a page, an asset, or nothing
 *     ␆kernel/dkms␇            the link to a part that was taken out of the note
 *     ␎read-path␂Caption␏      a drawn picture
 *
 * Notes cannot hold these: control characters are replaced when a note is read, and so are references to them in its HTML.
 */
export const SLOT = {
  open: '\u0001',
  mid: '\u0002',
  close: '\u0003',
  target: '\u0004',
  targetEnd: '\u0005',
  part: '\u0006',
  partEnd: '\u0007',
  picture: '\u000e',
  pictureEnd: '\u000f',
} as const;

const RE_SLOT =
  /\u0001(\d+)\u0002([^\u0003]*)\u0003| (href|src)="\u0004(\d+)\u0005"|\u0006([^\u0007]*)\u0007|\u000e([^\u0002]*)\u0002([^\u000f]*)\u000f/g;

export interface SlotValues {
  /** Attributes of the link around a name, such as `class="n" href="/name/kfree/"`; empty for plain text. */
  name(index: number): string;
  /** URL of a target, escaped for an attribute; `undefined` takes the attribute away. */
  target(index: number): string | undefined;
  /** HTML of the link to a part. */
  part(slug: string): string;
  /** HTML of a drawn picture; its caption is escaped already. */
  picture(name: string, caption: string): string;
}

/** A body with its slots filled in. */
export function fillSlots(html: string, values: SlotValues): string {
  return html.replace(
    RE_SLOT,
    (
      _,
      name?: string,
      text?: string,
      attribute?: string,
      target?: string,
      part?: string,
      picture?: string,
      caption?: string,
    ) => {
      if (picture !== undefined) return values.picture(picture, caption ?? '');
      if (name !== undefined) {
        const attributes = values.name(Number(name));
        return attributes === '' ? (text ?? '') : `<a ${attributes}>${text ?? ''}</a>`;
      }
      if (target !== undefined) {
        const url = values.target(Number(target));
        return url === undefined ? ' data-missing' : ` ${attribute}="${url}"`;
      }
      return values.part(part ?? '');
    },
  );
}

/** Value of an attribute that becomes the URL of target `index`. */
export function targetSlot(index: number): string {
  return `${SLOT.target}${index}${SLOT.targetEnd}`;
}

/** Text that becomes the drawn picture of that name. */
export function pictureSlot(name: string, caption: string): string {
  return `${SLOT.picture}${name}${SLOT.mid}${caption}${SLOT.pictureEnd}`;
}

/** `text` with every control character that slots are made of, and every other that HTML forbids, replaced one to one. */
export function replaceControls(text: string): string {
  return /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text)
    ? text.replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g, '\ufffd')
    : text;
}
