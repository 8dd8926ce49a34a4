/**
 * Replaces what differs from machine to machine and from run to run by marks in angle brackets, so that a transcript
 * can be kept, compared and shown: `<build>` the folder of the module, `<kdir>` the headers, `<addr>` an address,
 * `<pid>` a process. Names, offsets inside functions, line numbers and exit codes stay. Pure; doing it twice changes nothing.
 *
 * @param folders paths to replace, longest first, each with the mark that takes its place
 */
export function normaliseTranscript(text: string, folders: Readonly<Record<string, string>> = {}): string {
  let result = text;
  for (const [path, mark] of Object.entries(folders).sort(([a], [b]) => b.length - a.length)) {
    result = result.replaceAll(path, mark);
  }
  return result
    .replaceAll(/\b(?:0x)?[0-9a-f]{16}\b/g, '<addr>')
    .replaceAll(/\bPID: \d+/g, 'PID: <pid>')
    .replaceAll(/\b(insmod|rmmod|modprobe|sh|cat)[:/]\d+\b/g, '$1/<pid>')
    .replaceAll(/\/tmp\/cc\w{6}\b/g, '<tmp>')
    .replaceAll(/^(?:<\d+>)?\[ *\d+\.\d{6}\] /gm, '');
}
