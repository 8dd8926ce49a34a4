/** What stands around a message: who prints it, of what, and with which number of an error. */
export interface LineSubject {
  /** Names of those who speak, in lower case with a colon behind: `md:`, `raid1:`, `.c:` for a place in a file, `rtw_:` for a family. */
  readonly speakers: readonly string[];
  /** `-12` */
  readonly errno: string | undefined;
  /** True for phrases in which a word of trouble tells of none: "errors=remount-ro", "no error". */
  readonly isCalm: boolean;
  /** True where something cannot be or could not be done: "can't". */
  readonly isRefused: boolean;
  /** Values for commands: `driver`, `dev`. */
  readonly captures: Readonly<Record<string, string>>;
}

const MAX_READ = 512;
const MAX_SPEAKER = 64;
const MAX_PARTS = 3;
const RE_SPEAKER = /^[[*\s]*(?:\/[\w./+-]*\/)?([A-Za-z.][\w/!-]*)(?: ([\w.:/-]+))?/;
// What follows a name is a device, a task or a level; anything else is a sentence.
const RE_OF_WHAT = /^(?:[:[(.]\S*)?(?: (?:\S*[\d()[\]:]\S*|[Ee]rror|[Ww]arning|critical|info|\(device))*$/;
const RE_BRACKET = /\[([A-Za-z]\w+)(?=[\]:])/;
const RE_PLACE = /(\.[A-Za-z]{1,5}):\d/;
const RE_REFUSED = /\b(?:can|could|wo)n?'?t\b|\b(?:can|could|will) not\b/i;
const RE_CALM =
  /\b(?:no errors?|errors?=|not a bug|report a bug|errors? (?:record|correction|reporting|handling|injection|detection|collector)|(?:and|if) fail(?:s|ed)? over|fail-?safe|failover)\b/i;
const RE_EXCLAIMED = /^(?:[A-Z][a-z]+!)(?= )/;
const RE_COUNT = /[\d-]+$/;
const RE_FAMILY = /^[a-z][a-z0-9]+(?=[_-])/;
const RE_ERRNO =
  /(?:\b(?:err(?:no|or|code)?|ret(?:urn(?:s|ed)?|val)?|rc|rv|res(?:ult)?|code|status|fail(?:ed|ure|s)?|with)\b[\s:=(]{0,3}|[:(=,] ?)-(\d{1,3})(?![\w.-])/;

/** Reads the beginning of a normalised line; work is bounded, whatever its length. */
export function readSubject(text: string): LineSubject {
  const head = text.length > MAX_READ ? text.slice(0, MAX_READ) : text;
  const speakers = new Set<string>();
  const captures: Record<string, string> = {};
  let from = 0;
  for (let part = 0; part < MAX_PARTS; part += 1) {
    const end = head.indexOf(': ', from);
    if (end < 0 || end - from > MAX_SPEAKER) break;
    readSpeaker(head.slice(from, end), part === 0, speakers, captures);
    from = end + 2;
  }
  const exclaimed = RE_EXCLAIMED.exec(head)?.[0];
  if (exclaimed !== undefined) speakers.add(`${exclaimed.toLowerCase()}:`);
  const bracket = RE_BRACKET.exec(head)?.[1];
  if (bracket !== undefined) speakers.add(`${bracket.toLowerCase()}:`);
  const number = RE_ERRNO.exec(head)?.[1];
  const errno = number === undefined ? undefined : `-${number}`;
  return { speakers: [...speakers], errno, isCalm: RE_CALM.test(head), isRefused: RE_REFUSED.test(head), captures };
}

function readSpeaker(part: string, isFirst: boolean, speakers: Set<string>, captures: Record<string, string>): void {
  const place = RE_PLACE.exec(part)?.[1];
  if (place !== undefined) speakers.add(`${place.toLowerCase()}:`);
  const match = RE_SPEAKER.exec(part);
  if (match?.[1] === undefined) return;
  const rest = part.slice(match[0].length - (match[2] === undefined ? 0 : match[2].length + 1));
  if (isFirst ? !RE_OF_WHAT.test(rest) : rest !== '') return;
  captures.driver ??= match[1];
  if (match[2] !== undefined) captures.dev ??= match[2];
  for (const name of match[1].toLowerCase().split('/')) {
    if (name === '') continue;
    speakers.add(`${name}:`);
    const plain = name.replace(RE_COUNT, '');
    if (plain !== '' && plain !== name) speakers.add(`${plain}:`);
    // Drivers of one kind are named alike: `rtw_8822be`, `sof-audio-pci-intel-tgl`.
    const family = RE_FAMILY.exec(name)?.[0];
    if (family !== undefined) speakers.add(`${family}_:`);
  }
}
