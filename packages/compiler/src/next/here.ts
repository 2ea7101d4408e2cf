import type { Definition } from '../parse/syntax.js';
import type { Scope } from '../resolve/scope.js';
import type { Outside } from './outside.js';

/** What a name stands for that a formula itself introduces. */
export type Local =
  /** A bound variable under the name that it has got, or an argument written out. */
  | { readonly type: 'text'; readonly text: string }
  /** An operator as an argument, by its name. */
  | { readonly type: 'operator'; readonly name: string }
  /** A definition of LET under the name that it has got, and where its body stands. */
  | {
      readonly type: 'definition';
      readonly name: string;
      readonly definition: Definition;
      readonly here: () => Here;
    };

/** A place in a formula that is written out: what names mean there, and which are in use around it. */
export interface Here {
  readonly outside: Outside;
  readonly scope: Scope;
  readonly locals: ReadonlyMap<string, Local>;
  readonly used: ReadonlySet<string>;
  /** The definitions that this place is within, because they were written out. */
  readonly within: readonly Definition[];
}

/** The top of a module. */
export function topOf(outside: Outside, scope: Scope = outside.root): Here {
  return { outside, scope, locals: new Map(), used: new Set(), within: [] };
}

/** The top of another module, as part of what is written here. */
export function elsewhere(here: Here, scope: Scope): Here {
  return { ...here, scope, locals: new Map() };
}

/** The same place with some variables bound, under names that mean nothing else there. */
export function binding(
  here: Here,
  names: readonly string[],
): { readonly here: Here; readonly names: string[] } {
  const locals = new Map(here.locals);
  const used = new Set(here.used);
  const given = names.map((name) => {
    const free = freeName(name, here, used);
    used.add(free);
    locals.set(name, { type: 'text', text: free });
    return free;
  });
  return { here: { ...here, locals, used }, names: given };
}

/** The same place with the definitions of a LET. */
export function defining(here: Here, definitions: readonly Definition[]): Here {
  const locals = new Map(here.locals);
  const used = new Set(here.used);
  const inside: Here = { ...here, locals, used };
  for (const definition of definitions) {
    const name = freeName(definition.name, here, used);
    used.add(name);
    locals.set(definition.name, { type: 'definition', name, definition, here: () => inside });
  }
  return inside;
}

function freeName(wanted: string, { outside }: Here, used: ReadonlySet<string>): string {
  let name = wanted;
  while (outside.taken.has(name) || used.has(name)) name += '_';
  return name;
}
