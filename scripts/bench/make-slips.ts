/** Mistakes that a writer makes in the name of a kernel thing, drawn by a seed. */

export const SLIP_FORMS = [
  'swapped letters',
  'dropped letter',
  'doubled letter',
  'other letter',
  'dropped underscore',
  'added underscore',
  'plural',
  'case',
  'swapped parts',
  'two mistakes',
] as const;
export type SlipForm = (typeof SLIP_FORMS)[number];

/** Yields whole numbers from 0 below the given one; the same seed gives the same ones. */
export type Draw = (below: number) => number;

/** What lies beside a letter on a keyboard. */
const BESIDE: Readonly<Record<string, string>> = {
  ...{ a: 'sqz', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'k' },
  ...{ m: 'n', n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc' },
  ...{ y: 'tu', z: 'xa' },
};

export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The name with a mistake of that form; `undefined` where the name has no place for one. `CONFIG_` is kept whole. */
export function makeSlip(name: string, form: SlipForm, draw: Draw): string | undefined {
  const head = name.startsWith('CONFIG_') ? 'CONFIG_' : '';
  const rest = name.slice(head.length);
  const slip = form === 'two mistakes' ? makeTwo(rest, draw) : mistake(rest, form, draw);
  return slip === undefined || slip === rest || slip === '' ? undefined : head + slip;
}

function makeTwo(name: string, draw: Draw): string | undefined {
  const simple = SLIP_FORMS.slice(0, 6);
  const one = mistake(name, simple[draw(simple.length)] ?? 'dropped letter', draw);
  const two = one === undefined ? undefined : mistake(one, simple[draw(simple.length)] ?? 'dropped letter', draw);
  return two;
}

function mistake(name: string, form: SlipForm, draw: Draw): string | undefined {
  // The first letter is seldom wrong.
  const at = 1 + draw(name.length - 1);
  const letter = name.charAt(at);
  const isLetter = /[a-z]/i.test(letter);
  const cut = (from: number, put: string, to: number) => name.slice(0, from) + put + name.slice(to);
  switch (form) {
    case 'swapped letters':
      return at + 1 < name.length ? cut(at, name.charAt(at + 1) + letter, at + 2) : undefined;
    case 'dropped letter':
      return isLetter ? cut(at, '', at + 1) : undefined;
    case 'doubled letter':
      return isLetter ? cut(at, letter + letter, at + 1) : undefined;
    case 'other letter': {
      const near = BESIDE[letter.toLowerCase()] ?? '';
      const other = near.charAt(draw(near.length));
      return other === '' ? undefined : cut(at, letter === letter.toLowerCase() ? other : other.toUpperCase(), at + 1);
    }
    case 'dropped underscore': {
      const places = [...name.matchAll(/(?<=[^_])_(?=[^_])/g)].map(({ index }) => index);
      const place = places[draw(places.length)];
      return place === undefined ? undefined : cut(place, '', place + 1);
    }
    case 'added underscore':
      return isLetter && name.charAt(at - 1) !== '_' ? cut(at, '_', at) : undefined;
    case 'plural': {
      const ends = [...name.matchAll(/[a-z](?=_|$)/gi)].map(({ index }) => index);
      const end = ends[draw(ends.length)];
      if (end === undefined) return undefined;
      const isPlural = /s/i.test(name.charAt(end));
      const s = name === name.toUpperCase() ? 'S' : 's';
      return isPlural ? cut(end, '', end + 1) : cut(end + 1, s, end + 1);
    }
    case 'case': {
      const starts = [...name.matchAll(/(?<=_|^)[a-z]/gi)].map(({ index }) => index);
      const start = starts[draw(starts.length)];
      if (start === undefined) return undefined;
      const first = name.charAt(start);
      return cut(start, first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase(), start + 1);
    }
    case 'swapped parts': {
      const parts = name.split('_');
      const first = draw(parts.length - 1);
      const [one = '', two = ''] = parts.slice(first, first + 2);
      if (one === '' || two === '') return undefined;
      return [...parts.slice(0, first), two, one, ...parts.slice(first + 2)].join('_');
    }
    case 'two mistakes':
      return undefined;
  }
}
