/** Rules that reading the sources can break; what they expect and how to mend it stands in the table of rules. */
export type SourceRule =
  /** Text in another encoding than UTF-8 was converted. */
  | 'encoding-converted'
  /** Some bytes do not belong to the encoding and were replaced. */
  | 'encoding-damaged'
  /** UTF-8 with a byte order mark, which was left out. */
  | 'byte-order-mark'
  /** Text with NUL or another character that no text needs. */
  | 'control-character'
  /** Two names differ only in case or in how letters are composed. */
  | 'file-name-collision'
  /** A part of the settings file of the notes cannot be used. */
  | 'notes-settings';

/** Something found while reading; `line` and `column` count from 1. */
export interface SourceFinding {
  readonly rule: SourceRule;
  readonly root: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly found: string;
}
