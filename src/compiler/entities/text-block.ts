/** How a stretch of a block's text was marked up. Several may overlap. */
export type InlineStyle = 'code' | 'emphasis' | 'strong' | 'delete' | 'link';

export interface StyledSpan {
  /** Half-open range of UTF-16 units in the block's text. */
  readonly start: number;
  readonly end: number;
  readonly style: InlineStyle;
}

/**
 * The text of one block of a note with its inline markup taken off, so that a name that several tree nodes share is still one string.
 * `offsets[i]` is the offset in the note's source of the UTF-16 unit `text[i]`; it never decreases.
 */
export interface TextBlock {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'code';
  readonly text: string;
  readonly offsets: Int32Array;
  readonly styles: readonly StyledSpan[];
  /** Canonical language of a code block: `c`, `make`, `shell`, `kconfig`, `diff`, `log`, … */
  readonly language?: string | undefined;
  /** Plain text of the headings that the block stands under, outermost first. */
  readonly headings: readonly string[];
  /** The paragraph that ends with a colon and stands before the list whose item begins with the text. */
  readonly lead?: string | undefined;
  /** Plain text of the head of the column that a cell of a table stands in. */
  readonly column?: string | undefined;
}
