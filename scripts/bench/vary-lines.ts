const RE_LONG_NUMBER = /\d{3,}/g;

/**
 * A log of `count` lines made of the lines of another, again and again, with the last two digits of longer numbers
 * (times, addresses, lines) changed every time, so that no line comes twice.
 */
export function varyLines(log: string, count: number): string {
  const own = log.trimEnd().split('\n');
  return Array.from({ length: count }, (_, index) => {
    const line = own[index % own.length] ?? '';
    const round = Math.floor(index / own.length);
    return round === 0 ? line : line.replace(RE_LONG_NUMBER, (digits) => varyNumber(digits, round));
  }).join('\n');
}

function varyNumber(digits: string, round: number): string {
  const last = (Number(digits.slice(-2)) + round * 7) % 100;
  return digits.slice(0, -2) + String(last).padStart(2, '0');
}
