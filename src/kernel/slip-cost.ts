/** What lies beside a letter on a keyboard. */
const BESIDE: Readonly<Record<string, string>> = {
  ...{ a: 'qwsz', b: 'vghn', c: 'xdfv', d: 'serfcx', e: 'wsdr', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', i: 'ujko' },
  ...{ j: 'huikmn', k: 'jiolm', l: 'kop', m: 'njk', n: 'bhjm', o: 'iklp', p: 'ol', q: 'wa', r: 'edft', s: 'awedxz' },
  ...{ t: 'rfgy', u: 'yhji', v: 'cfgb', w: 'qase', x: 'zsdc', y: 'tghu', z: 'asx' },
};

const CASE = 0.3;
const UNDERSCORE = 0.5;
const REPEAT = 0.6;
const PLURAL = 0.6;
const SWAP = 0.7;
const NEIGHBOUR = 0.9;
const OTHER = 1;

/**
 * How unlikely it is that `written` was typed for `meant`: 0 for the same, below 1 for one common mistake (case, an underscore,
 * a letter doubled or its double dropped, a plural, two letters swapped, a neighbour on the keyboard), 1 for any other letter.
 */
export function slipCost(written: string, meant: string): number {
  let beforeLast: number[] = [];
  let last = [0];
  for (let column = 1; column <= meant.length; column++)
    last.push((last[column - 1] ?? 0) + costOfLetter(meant, column - 1));
  for (let row = 1; row <= written.length; row++) {
    const next = [(last[0] ?? 0) + costOfLetter(written, row - 1)];
    for (let column = 1; column <= meant.length; column++) {
      let cost = Math.min(
        (last[column] ?? 0) + costOfLetter(written, row - 1),
        (next[column - 1] ?? 0) + costOfLetter(meant, column - 1),
        (last[column - 1] ?? 0) + costOfChange(written.charAt(row - 1), meant.charAt(column - 1)),
      );
      if (row > 1 && column > 1 && isSwapped(written, row - 2, meant, column - 2))
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + SWAP);
      next.push(cost);
    }
    beforeLast = last;
    last = next;
  }
  return Math.round((last[meant.length] ?? 0) * 100) / 100;
}

/** A letter that only one of the two has. */
function costOfLetter(text: string, at: number): number {
  const letter = text.charAt(at);
  if (letter === '_') return UNDERSCORE;
  if (letter === text.charAt(at - 1) || letter === text.charAt(at + 1)) return REPEAT;
  if (/s/i.test(letter) && at > 0 && /^_?$/.test(text.charAt(at + 1))) return PLURAL;
  return OTHER;
}

function costOfChange(written: string, meant: string): number {
  if (written === meant) return 0;
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  if (a === b) return CASE;
  if (a === '_' || b === '_') return OTHER + UNDERSCORE;
  return BESIDE[b]?.includes(a) ? NEIGHBOUR : OTHER;
}

function isSwapped(written: string, row: number, meant: string, column: number): boolean {
  const [a, b] = [written.charAt(row), written.charAt(row + 1)];
  return a !== b && a === meant.charAt(column + 1) && b === meant.charAt(column);
}
