/**
 * The catalogue as it travels: what is needed to find an entry, and, in files of a few entries each, what to do about it (`PackedAdvice`),
 * of which only those are fetched that the log asks for. One column a field, so that compression sees like beside like, which
 * saves a tenth. Entries are parted by line breaks, what an entry has several of by tabs. Identifiers of causes stay at
 * home, since only reports for scripts name them. Line breaks and tabs within a text travel as carriage returns and
 * vertical tabs.
 */
export interface PackedCatalogue {
  readonly version: 1;
  readonly packed: true;
  readonly ids: string;
  readonly titles: string;
  readonly components: string;
  /** A digit an entry: its place in `ERROR_SEVERITIES`. */
  readonly severities: string;
  readonly signatures: string;
  /** What each signature's character in `kinds` stands for, in the order of `KIND_CODES`. */
  readonly kindTable: readonly SignatureKind[];
  readonly kinds: string;
  readonly classes: string;
  /** With the names that only causes have. */
  readonly names: string;
  readonly words: string;
}

/** Entries whose advice travels in one file: few, since most logs ask for one or two, and enough for them to compress. */
export const ADVICE_ENTRIES = 32;

/** The causes of `ADVICE_ENTRIES` entries of the catalogue that it belongs to, in its order, or of fewer at its end. */
export interface PackedAdvice {
  readonly version: 1;
  /** Place of the first of them in the catalogue. */
  readonly from: number;
  readonly causes: string;
  readonly checks: string;
  readonly fixes: string;
  /** Commands of one cause are parted by line feeds that travel as form feeds. */
  readonly commands: string;
}

/** What a signature has beside its text. */
export interface SignatureKind {
  readonly releases?: readonly string[];
  readonly isConsequence?: true;
  readonly isHeard?: true;
}

export const ENTRY_BREAK = '\n';
export const ITEM_BREAK = '\t';
export const COMMAND_BREAK = '\f';
export const KIND_CODES = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A text as it travels. */
export function packText(text: string): string {
  return text.replaceAll('\n', '\r').replaceAll('\t', '\v');
}

/** The text that `packText` was given, but for control characters that no text has. */
export function unpackText(text: string): string {
  return text.replaceAll('\r', '\n').replaceAll('\v', '\t');
}
