import type { Entity, Scope } from '../resolve/scope.js';

/** What a module that extends another one can name of it. */
export interface Outside {
  readonly root: Scope;
  /** The name under which something can be reached from there: `Send`, `V!SafeAt`. */
  readonly names: ReadonlyMap<Entity, string>;
  /** Names that nothing new may have. */
  readonly taken: ReadonlySet<string>;
}

/** The names of a module as seen from one that extends it, those of its named instances included. */
export function outsideOf(root: Scope, taken: Iterable<string> = []): Outside {
  const names = new Map<Entity, string>();
  // Breadth first, so that each thing has the shortest of its names.
  const awaited = [{ scope: root, prefix: '' }];
  for (let next = awaited.shift(); next !== undefined; next = awaited.shift()) {
    const { scope, prefix } = next;
    for (const [name, entity] of scope.names) {
      if (scope.local.has(name)) continue;
      if (entity.type !== 'instance') {
        if (!names.has(entity)) names.set(entity, prefix + name);
      } else if (entity.arity === 0) {
        // With arguments, each use is of another instance: what is used is written out.
        awaited.push({ scope: entity.scope, prefix: `${prefix}${name}!` });
      }
    }
  }
  return { root, names, taken: new Set([...root.names.keys(), ...taken]) };
}
