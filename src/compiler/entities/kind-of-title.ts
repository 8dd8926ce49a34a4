import type { EntityKind } from '../../model/entity.ts';
import { each, KIND_WORDS_CHINESE } from './words.ts';

/**
 * Last words of headings, and of heads of columns, over names of one kind. `Parameters` and `Variables` are left out: what stands below is
 * a function's or the environment's.
 */
const KIND_OF_PLURAL: ReadonlyMap<string, EntityKind> = new Map([
  ...each('function', 'functions helpers callbacks funktionen функции'),
  ...each('macro', 'macros makros макросы'),
  ...each('struct', 'structs structures strukturen структуры'),
  ...each('module', 'modules drivers treiber модули драйверы'),
  ...each('command', 'commands tools utilities befehle werkzeuge команды утилиты'),
  ...each('field', 'fields members felder поля'),
  ...each('syscall', 'syscalls'),
]);

/** Heads of columns stand in the singular as well; a heading in the singular is a subject of its own. */
const KIND_OF_SINGULAR: ReadonlyMap<string, EntityKind> = new Map([
  ...each('function', 'function helper callback funktion функция'),
  ...each('macro', 'macro makro макрос'),
  ...each('struct', 'struct структура'),
  ...each('module', 'module driver модуль драйвер'),
  ...each('command', 'command tool utility befehl команда'),
  ...each('field', 'field member feld поле'),
  ...each('syscall', 'syscall'),
]);

/** Longest title that is read: a longer one is a sentence. */
const MAX_TITLE = 48;

/** Kind that a title announces for the names that stand first in the text below it: `Useful macros`, `常用函数`, the column `Function`. */
export function kindOfTitle(title: string, isColumn: boolean): EntityKind | undefined {
  if (title.length > MAX_TITLE) return undefined;
  const bare = title.replace(/[\s:：.]+$/u, '').toLowerCase();
  if (/\bsystem calls?$/u.test(bare)) return 'syscall';
  const last = bare.slice(bare.search(/[^\s/]+$/u));
  const kind = KIND_OF_PLURAL.get(last) ?? (isColumn ? KIND_OF_SINGULAR.get(bare) : undefined);
  if (kind !== undefined) return kind;
  return KIND_WORDS_CHINESE.find(
    ([word, said]) => said !== 'parameter' && said !== 'variable' && bare.endsWith(word),
  )?.[1];
}
