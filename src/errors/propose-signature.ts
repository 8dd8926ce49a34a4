// Longest first: what an earlier pattern took, a later one does not see.
const VARYING: readonly (readonly [RegExp, string])[] = [
  [/(?<![\w./])\/(?:[\w.+~@=-]+\/)+[\w.+~@=-]+/g, 'path'],
  [/\b[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d\b/g, 'dev'],
  [/\b\d+\.\d+\.\d+[\w.+~-]*/g, 'version'],
  [/\b0x[0-9a-fA-F]+\b/g, 'hex'],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{8,16}\b/g, 'addr'],
  [/(?<![\w.-])-?\d{2,}\b/g, 'num'],
];
const MARK = '\u0001';

/**
 * A signature for a message that somebody quoted: braces escaped, and what varies from one machine to the next (paths,
 * devices, versions, addresses, numbers of two digits or more) turned into holes. Names of functions stay as they are,
 * since they may be what the message is about. The result may still be refused by `parseSignature`, as too broad for one.
 */
export function proposeSignature(message: string): string {
  const holes: string[] = [];
  let text = message.trim();
  for (const [pattern, type] of VARYING) {
    text = text.replace(pattern, () => {
      holes.push(type);
      return `${MARK}${holes.length - 1}${MARK}`;
    });
  }
  const seen = new Map<string, number>();
  return text.replace(/[{}]/g, '$&$&').replace(/\u0001(\d+)\u0001/g, (_whole, index: string) => {
    const type = holes[Number(index)] ?? 'word';
    const count = (seen.get(type) ?? 0) + 1;
    seen.set(type, count);
    return count === 1 ? `{${type}}` : `{${type}:${type}${count}}`;
  });
}
