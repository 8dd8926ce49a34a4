/**
 * Tells how a command is used, with `write` where that was asked for (no `problem`) and else with `complain` behind what is wrong.
 * Returns the status to exit with: 0 or 2.
 */
export function tellUsage(
  problem: string,
  usage: string,
  write: (text: string) => void,
  complain: (text: string) => void,
): number {
  if (problem === '') {
    write(usage);
    return 0;
  }
  complain(`${problem}\n${usage}`);
  return 2;
}
