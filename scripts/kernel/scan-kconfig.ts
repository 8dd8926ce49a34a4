/** One definition of a configuration option. */
export interface KconfigOption {
  /** With the prefix `CONFIG_`. */
  readonly name: string;
  readonly line: number;
  readonly type: string | undefined;
  readonly prompt: string | undefined;
}

const RE_ENTRY = /^[ \t]*(?:config|menuconfig)[ \t]+(\w+)/;
const RE_TYPE =
  /^[ \t]+(?:(bool|tristate|int|hex|string)|def_(bool|tristate))\b[ \t]*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')?/;
const RE_PROMPT = /^[ \t]+prompt[ \t]+"((?:[^"\\]|\\.)*)"/;
const RE_OTHER = /^[ \t]*(?:choice|endchoice|menu|endmenu|if|endif|source|comment|mainmenu)\b/;

/** Options in order of lines; help texts are passed over. */
export function scanKconfig(text: string): readonly KconfigOption[] {
  const options: KconfigOption[] = [];
  let current: { name: string; line: number; type: string | undefined; prompt: string | undefined } | undefined;
  let isHelp = false;
  text.split('\n').forEach((content, index) => {
    const entry = RE_ENTRY.exec(content);
    if (entry !== null && !(isHelp && /^\s/.test(content) && /^[ \t]{2,}|^\t/.test(content))) {
      current = { name: `CONFIG_${entry[1]}`, line: index + 1, type: undefined, prompt: undefined };
      options.push(current);
      isHelp = false;
      return;
    }
    if (/^[ \t]+(?:---)?help(?:---)?[ \t]*$/.test(content)) isHelp = true;
    else if (isHelp && (/^\S/.test(content) || RE_OTHER.test(content)) && !content.startsWith('\t\t')) isHelp = false;
    if (isHelp || current === undefined) return;
    if (RE_OTHER.test(content)) {
      current = undefined;
      return;
    }
    const type = RE_TYPE.exec(content);
    if (type !== null) {
      current.type ??= type[1] ?? type[2];
      if (type[2] === undefined) current.prompt ??= type[3] ?? type[4];
    }
    current.prompt ??= RE_PROMPT.exec(content)?.[1];
  });
  return options;
}

/** `CONFIG_X` to its value (`y`, `m`, a number or a string) from a `.config`; options that are not set are absent. */
export function parseConfig(text: string): ReadonlyMap<string, string> {
  const config = new Map<string, string>();
  for (const match of text.matchAll(/^(CONFIG_\w+)=(.*)$/gm)) config.set(match[1] ?? '', match[2] ?? '');
  return config;
}
