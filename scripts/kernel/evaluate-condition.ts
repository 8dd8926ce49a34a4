/** Truth of a preprocessor condition when only part of the macros is known. */
export const FALSE = 0;
export const TRUE = 1;
export const UNKNOWN = 2;
export type Truth = typeof FALSE | typeof TRUE | typeof UNKNOWN;

const RE_TOKEN = /\s*(?:(\d\w*)|([A-Za-z_]\w*)|(&&|\|\||==|!=|<=|>=|<<|>>|[!()<>+\-*/%&|^~,?:]))/y;

/** Names by which an architecture says that it has its own version of a function. */
const RE_ARCH_CHOICE = /^_*HAVE_ARCH_\w+$/;

/** What is fixed when Debian's amd64 kernel is compiled as C. */
const FIXED_MACROS: ReadonlyMap<string, Truth> = new Map([
  ['__KERNEL__', TRUE],
  ['__x86_64__', TRUE],
  ['__LP64__', TRUE],
  ['__GNUC__', TRUE],
  ['__ASSEMBLY__', FALSE],
  ['__ASSEMBLER__', FALSE],
  ['STRUCTLEAK_PLUGIN', FALSE],
  ['__INTEL_COMPILER', FALSE],
  ['__GENKSYMS__', FALSE],
  ['__cplusplus', FALSE],
  ['__i386__', FALSE],
  ['__clang__', FALSE],
  ['BUILD_VDSO', FALSE],
  ['__DISABLE_EXPORTS', FALSE],
]);

/** Answers conditions for one kernel configuration, remembering what it answered. */
export interface ConditionEvaluator {
  isDefined(name: string): Truth;
  /** Notes that a header of the architecture defines the name; decides the names that stand for such decisions. */
  noteArchMacro(name: string): void;
  evaluate(expression: string): Truth;
}

/**
 * `config` maps `CONFIG_X` to `y`, `m` or a value; an option that is not in it is off. Without a configuration every
 * option counts as on, so that the branch for the missing option is the one that ranks low.
 */
export function createConditionEvaluator(config: ReadonlyMap<string, string> | undefined): ConditionEvaluator {
  const isDefined = (name: string): Truth => {
    if (RE_ARCH_CHOICE.test(name)) return archMacros.has(name) ? TRUE : UNKNOWN;
    if (!name.startsWith('CONFIG_')) return FIXED_MACROS.get(name) ?? UNKNOWN;
    if (config === undefined) return name.endsWith('_MODULE') ? FALSE : TRUE;
    if (name.endsWith('_MODULE') && config.get(name.slice(0, -7)) === 'm') return TRUE;
    const value = config.get(name);
    return value === undefined || value === 'm' ? FALSE : TRUE;
  };
  const isEnabled = (name: string): Truth => {
    if (config === undefined) return TRUE;
    const value = config.get(name);
    return value === 'y' || value === 'm' ? TRUE : FALSE;
  };
  const archMacros = new Set<string>();
  const answers = new Map<string, Truth>();
  return {
    isDefined,
    noteArchMacro(name) {
      if (RE_ARCH_CHOICE.test(name)) archMacros.add(name);
    },
    evaluate(expression) {
      let answer = answers.get(expression);
      if (answer === undefined) {
        answer = parse(expression, isDefined, isEnabled);
        answers.set(expression, answer);
      }
      return answer;
    },
  };
}

/** The truth of `!value`, of both and of either. */
export function not(value: Truth): Truth {
  return value === UNKNOWN ? UNKNOWN : value === TRUE ? FALSE : TRUE;
}

function both(a: Truth, b: Truth): Truth {
  if (a === FALSE || b === FALSE) return FALSE;
  return a === TRUE && b === TRUE ? TRUE : UNKNOWN;
}

function either(a: Truth, b: Truth): Truth {
  return not(both(not(a), not(b)));
}

type Look = (name: string) => Truth;

/** Knows `defined`, `IS_ENABLED` and its kin, `!`, `&&`, `||`, parentheses and lone numbers; the rest is unknown. */
function parse(expression: string, isDefined: Look, isEnabled: Look): Truth {
  const tokens = tokenize(expression);
  let at = 0;
  const parseOr = (): Truth => {
    let value = parseAnd();
    while (tokens[at] === '||') {
      at++;
      value = either(value, parseAnd());
    }
    return value;
  };
  const parseAnd = (): Truth => {
    let value = parseComparison();
    while (tokens[at] === '&&') {
      at++;
      value = both(value, parseComparison());
    }
    return value;
  };
  const parseComparison = (): Truth => {
    let value = parseUnary();
    while (at < tokens.length && !/^(?:&&|\|\||\)|\?|:|,)$/.test(tokens[at] ?? '')) {
      at++;
      if (at < tokens.length) parseUnary();
      value = UNKNOWN;
    }
    return value;
  };
  const parseUnary = (): Truth => {
    const token = tokens[at++];
    if (token === undefined) return UNKNOWN;
    if (token === '!') return not(parseUnary());
    if (token === '(') {
      const value = parseOr();
      if (tokens[at] === ')') at++;
      return value;
    }
    if (token === 'defined') return isDefined(argument());
    if (token === 'IS_ENABLED' || token === 'IS_REACHABLE') return isEnabled(argument());
    if (token === 'IS_BUILTIN') return isDefined(argument());
    if (/^\d/.test(token)) return Number.parseInt(token, 10) === 0 && !/^0[xb]/i.test(token) ? FALSE : TRUE;
    if (/^[A-Za-z_]/.test(token)) {
      if (tokens[at] === '(') skipGroup();
      return token.startsWith('CONFIG_') && isDefined(token) === FALSE ? FALSE : UNKNOWN;
    }
    return UNKNOWN;
  };
  const argument = (): string => {
    if (tokens[at] !== '(') return tokens[at++] ?? '';
    const name = tokens[at + 1] ?? '';
    skipGroup();
    return name;
  };
  const skipGroup = (): void => {
    let depth = 0;
    do {
      if (tokens[at] === '(') depth++;
      if (tokens[at] === ')') depth--;
      at++;
    } while (depth > 0 && at < tokens.length);
  };
  const value = parseOr();
  return at < tokens.length ? UNKNOWN : value;
}

function tokenize(expression: string): readonly string[] {
  const text = expression.replace(/\/\*.*?\*\//gs, ' ').replace(/\/\/.*$/m, '');
  const tokens: string[] = [];
  RE_TOKEN.lastIndex = 0;
  for (let match = RE_TOKEN.exec(text); match !== null; match = RE_TOKEN.exec(text)) {
    tokens.push(match[1] ?? match[2] ?? match[3] ?? '');
  }
  return tokens;
}
