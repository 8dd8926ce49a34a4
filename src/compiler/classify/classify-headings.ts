/** What a heading says of the text under it. Every pattern reads the heading's plain text. */
const RE_CHAPTER = /^(?:chapter|chap\.?|ch\.?)\s*(\d{1,3})\b\s*[:.\-–—]?\s*(.*)$/i;
const RE_CHAPTER_CJK = /^第\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*章\s*[:：.、]?\s*(.*)$/;
const RE_ERRORS =
  /^(?:(?:common|known|typical|frequent|build|compile|compiler|runtime|loading|kernel|module|some|possible|my)\s+)*(?:errors?|error messages?|failures?|troubleshooting|problems?|error log)(?:\s+and\s+(?:fixes|solutions|workarounds))?\b.{0,40}$/i;
/** Headings about errors as a subject, not about messages. */
const RE_NO_ERRORS =
  /\b(?:handling|codes?|injection|paths?|checking|numbers?|values?|propagation|reporting|detection|correction|pointers?|recovery|return)\b/i;
const RE_QUESTIONS =
  /\b(?:(?:potential|possible|future|proposed|planned|suggested) improvements?|improvements? (?:ideas|to (?:try|make|investigate))|open questions?|questions|unanswered|unknowns|ideas to try|things to (?:try|check|investigate)|to investigate)\b|^improvements?\b/i;
const RE_KERNEL = /\b(?:v|linux |kernel )?(\d\.\d{1,3}(?:\.\d{1,3})?)(?:-rc\d+)?(?:\s+kernel)?\b/i;
const CJK_DIGITS = '零一二三四五六七八九';

/**
 * Number and name of a chapter. The name is what stands behind `Chapter N`; empty when nothing does, the whole heading when it is not
 * written with the word `Chapter`, which pages put before the number.
 */
export function readChapter(heading: string): { readonly number: number; readonly name: string } | undefined {
  const match = RE_CHAPTER.exec(heading) ?? RE_CHAPTER_CJK.exec(heading);
  if (match === null) return undefined;
  const number = numberOf(match[1] ?? '');
  return number === undefined
    ? undefined
    : { number, name: /^chapter/i.test(heading) ? (match[2] ?? '').trim() : heading.trim() };
}

/** `true` when a list below this heading may be one of error messages. */
export function isErrorsHeading(heading: string): boolean {
  return RE_ERRORS.test(heading.trim()) && !RE_NO_ERRORS.test(heading);
}

/** `true` when the items of a list below this heading may be questions. */
export function isQuestionsHeading(heading: string): boolean {
  return heading.length < 80 && RE_QUESTIONS.test(heading);
}

/** Kernel version that a heading or sentence names: `4.19`. */
export function kernelVersionIn(text: string): string | undefined {
  return /kernel|linux|\bv\d/i.test(text) ? RE_KERNEL.exec(text)?.[1] : undefined;
}

function numberOf(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits);
  const [before = '', after = ''] = digits.includes('十') ? digits.split('十') : ['', digits];
  const tens = digits.includes('十') ? (before === '' ? 1 : CJK_DIGITS.indexOf(before)) : 0;
  const ones = after === '' ? 0 : CJK_DIGITS.indexOf(after);
  return tens < 0 || ones < 0 ? undefined : tens * 10 + ones;
}
