import type { Config } from '@synod/tla';
import type { Module } from '../parse/module.js';
import type { Modules } from '../resolve/load.js';

/**
 * Names and strings in the order in which TLC first meets their text, which is its order of strings and model values: the cfg
 * file; the words of the root module, and of the modules that it needs; what stands in their strings, the root's last.
 */
export function textsOf(modules: Modules, root: string, config: Config): readonly string[] {
  const reached = reachedFrom(modules, root);
  const words = reached.flatMap((module) =>
    matches(module, /"(?:[^"\\]|\\.)*"|[A-Za-z0-9_]*[A-Za-z][A-Za-z0-9_]*/g),
  );
  const strings = reached.toReversed().flatMap((module) => matches(module, /"(?:[^"\\]|\\.)*"/g));
  const known = new Set(config.texts);
  for (const word of words) if (!word.startsWith('"')) known.add(word);
  for (const string of strings) known.add(unquoted(string));
  return [...known];
}

/** The root, then the modules that it needs, then those that they need. */
function reachedFrom(modules: Modules, root: string): readonly Module[] {
  const found = new Set([root]);
  for (const name of found) for (const { name: needed } of modules.get(name)?.needs ?? []) found.add(needed);
  return [...found].flatMap((name) => modules.get(name) ?? []);
}

function matches(module: Module, pattern: RegExp): readonly string[] {
  return module.code.join('\n').match(pattern) ?? [];
}

/** What a string literal stands for: a backslash stands before what would otherwise end it. */
function unquoted(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\\(.)/g, (_, escaped: string) => ({ t: '\t', n: '\n', f: '\f', r: '\r' })[escaped] ?? escaped);
}
