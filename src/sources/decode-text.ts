/**
 * Tells what encoding a file is written in, by counting bytes: no tables of words, no guess at the language.
 *
 * A byte order mark decides. Otherwise valid UTF-8 is UTF-8. Text in which every other byte is NUL is UTF-16. What is left is
 * told apart by its bytes above 127: UTF-8 with a few broken bytes has far more whole sequences than broken ones; Chinese text in
 * GB2312 or GB18030 has them in pairs whose second byte is above 160 as well, while Western text has single ones among letters.
 * A file with many control characters is no text.
 */
import { isUtf8 } from 'node:buffer';

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

export interface DetectedText {
  readonly kind: 'text';
  readonly encoding: TextEncoding;
  readonly hasByteOrderMark: boolean;
  /** Bytes that the encoding cannot hold: they are read as U+FFFD. */
  readonly isDamaged: boolean;
  /** Characters such as NUL stand among the text. */
  readonly hasControls: boolean;
}
export interface NoText {
  readonly kind: 'no-text';
  /** Half a sentence that tells why. */
  readonly reason: string;
}

const NO_TEXT: NoText = { kind: 'no-text', reason: 'it is no text: too many control characters' };
/** Share of control characters, of all bytes, above which a file is taken for something else than text. Random bytes have a tenth. */
const CONTROL_SHARE = 0.02;
/** The same for valid UTF-8, which files that are no text are next to never. */
const CONTROL_SHARE_UTF8 = 0.3;
/** Whole UTF-8 sequences for one broken byte, from which a file is taken for damaged UTF-8. */
const WHOLE_PER_BROKEN = 4;
/** Share of the bytes above 127 that must stand in pairs of GB2312 for a file to be taken for Chinese. */
const PAIRED_SHARE = 0.75;
const UTF16_SHARE = 0.4;

/** Detects the encoding of a whole file. An empty file is UTF-8. */
export function detectText(bytes: Uint8Array): DetectedText | NoText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return judgeWide(bytes, 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return judgeWide(bytes, 'utf-16be', true);
  const counts = countBytes(bytes);
  const wide = detectWide(bytes, counts);
  if (wide !== undefined) return judgeWide(bytes, wide, false);
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const isWhole = isUtf8(bytes);
  if (counts.control > bytes.length * (isWhole ? CONTROL_SHARE_UTF8 : CONTROL_SHARE)) return NO_TEXT;
  const text = { kind: 'text', hasByteOrderMark, hasControls: counts.control > 0 } as const;
  const isUnicode = hasByteOrderMark || isWhole || counts.wholeSequences >= counts.brokenSequences * WHOLE_PER_BROKEN;
  if (isUnicode) return { ...text, encoding: 'utf-8', isDamaged: !isWhole };
  if (counts.paired < counts.high * PAIRED_SHARE) return { ...text, encoding: 'windows-1252', isDamaged: false };
  return { ...text, encoding: 'gb18030', isDamaged: !decodesCleanly(bytes, 'gb18030') };
}

/** Decodes a file in the encoding that was detected; a byte order mark is left out, line ends stay as they are. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function judgeWide(
  bytes: Uint8Array,
  encoding: 'utf-16le' | 'utf-16be',
  hasByteOrderMark: boolean,
): DetectedText | NoText {
  const text = decodeText(bytes, encoding);
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) controls += 1;
  if (controls > text.length * CONTROL_SHARE) return NO_TEXT;
  const isDamaged = !decodesCleanly(bytes, encoding);
  return { kind: 'text', encoding, hasByteOrderMark, isDamaged, hasControls: controls > 0 };
}

function decodesCleanly(bytes: Uint8Array, encoding: TextEncoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false; // The only failure there is: a byte that does not belong.
  }
}

interface ByteCounts {
  nul: number;
  /** NUL at even and at odd places. */
  nulEven: number;
  nulOdd: number;
  control: number;
  high: number;
  /** Bytes above 127 that stand in pairs as GB2312 has them, or in fours as GB18030 has them. */
  paired: number;
  wholeSequences: number;
  brokenSequences: number;
}

function countBytes(bytes: Uint8Array): ByteCounts {
  const counts = {
    nul: 0,
    nulEven: 0,
    nulOdd: 0,
    control: 0,
    high: 0,
    paired: 0,
    wholeSequences: 0,
    brokenSequences: 0,
  };
  let sequenceEnd = 0;
  let pairEnd = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      if (isControl(byte)) counts.control += 1;
      if (byte === 0) {
        counts.nul += 1;
        if (at % 2 === 0) counts.nulEven += 1;
        else counts.nulOdd += 1;
      }
      continue;
    }
    counts.high += 1;
    if (at >= sequenceEnd) {
      const length = sequenceLength(bytes, at);
      if (length > 1) counts.wholeSequences += 1;
      else counts.brokenSequences += 1;
      sequenceEnd = at + length;
    }
    if (at >= pairEnd) {
      const length = pairLength(bytes, at);
      counts.paired += length === 4 ? 2 : length;
      pairEnd = at + Math.max(1, length);
    }
  }
  return counts;
}

/** Control characters that no text holds; tab, line ends, form feed, backspace and escape are met in logs. */
export function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x1b && !(code >= 0x08 && code <= 0x0d)) || code === 0x7f;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 1;
  for (let next = at + 1; next < at + length; next += 1) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 1;
  return length;
}

function pairLength(bytes: Uint8Array, at: number): number {
  const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  const isFour = lead >= 0x81 && lead <= 0xfe && isDigit(second) && third >= 0x81 && third <= 0xfe && isDigit(fourth);
  if (isFour) return 4;
  const isRow = (lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7);
  return isRow && second >= 0xa1 && second <= 0xfe ? 2 : 0;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function detectWide(bytes: Uint8Array, counts: ByteCounts): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = bytes.length / 2;
  if (counts.nul === 0 || bytes.length % 2 !== 0) return undefined;
  if (counts.nulOdd > pairs * UTF16_SHARE && counts.nulEven < pairs * (1 - UTF16_SHARE) * 0.1) return 'utf-16le';
  if (counts.nulEven > pairs * UTF16_SHARE && counts.nulOdd < pairs * (1 - UTF16_SHARE) * 0.1) return 'utf-16be';
  return undefined;
}
