import type { Module } from '../parse/module.js';
import { parseModule } from '../parse/parse-module.js';

/** How many characters of text are remembered with what they were parsed to. */
const mostCharacters = 2_000_000;

const known = new Map<string, Promise<Module>>();
let characters = 0;

/** A module, parsed. Models of one specification share theirs: the same text of the same file is parsed once a process. */
export function parsedOnce(text: string, file: string): Promise<Module> {
  const name = `${file}\n${text}`;
  const before = known.get(name);
  if (before !== undefined) return before;
  if (characters + name.length > mostCharacters) {
    known.clear();
    characters = 0;
  }
  const module = parseModule(text, file);
  // Whoever waits for it is told what is wrong, and so is whoever asks again.
  module.catch(() => known.delete(name));
  known.set(name, module);
  characters += name.length;
  return module;
}
