import type { AnyNode } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { definitions, moduleOf, type SourceFile } from './source.js';

/** What damage to a definition can change. */
export interface Reach {
  /**
   * The states and steps, and how states map to the specification above; or only whether constants are accepted;
   * or neither, only values of operators.
   */
  readonly what: 'steps' | 'constants' | 'operators';
  /** The definitions that use it, directly or not, itself included: `Voting!SafeAt`. */
  readonly definitions: readonly string[];
}

/**
 * Tells how far damage to each definition can reach, from which definition names which. A name that stands for
 * something else now and then only makes the reach larger than it is.
 */
export function reaches(files: readonly SourceFile[]): (definition: string) => Reach {
  const essential = new Set<string>();
  const users = new Map<string, Set<string>>();
  for (const file of files) {
    const imported = importedNames(file);
    const full = (name: string): string => `${imported.get(name) ?? moduleOf(file)}!${name}`;
    for (const { name, node, wiring } of definitions(file)) {
      if (wiring) {
        essential.add(full(name));
        for (const used of namesIn(node, isOperators)) essential.add(full(used));
        continue;
      }
      for (const used of namesIn(node, () => false)) {
        users.set(full(used), (users.get(full(used)) ?? new Set()).add(full(name)));
      }
    }
  }
  return (definition) => {
    const found = new Set([definition]);
    // A set may grow while it is gone through; what is added is gone through too.
    for (const each of found) for (const user of users.get(each) ?? []) found.add(user);
    const reached = [...found];
    const reachedEssential = reached.filter((each) => essential.has(each));
    const constants = reachedEssential.every((each) => each.endsWith('!constants'));
    const what = reachedEssential.length === 0 ? 'operators' : constants ? 'constants' : 'steps';
    return { what, definitions: reached };
  };
}

/** Whether this is where an object for engines lists operators: all else that it names makes states and steps. */
function isOperators(node: AnyNode): boolean {
  const name = node.type === 'Property' ? node.key : node.type === 'VariableDeclarator' ? node.id : undefined;
  return name?.type === 'Identifier' && name.name === 'operators';
}

/** Names imported from another transcription, and its module. */
function importedNames({ program }: SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const from = /^@synod\/(consensus|voting|paxos)$/.exec(String(statement.source.value))?.[1];
    if (from === undefined) continue;
    for (const { local } of statement.specifiers) names.set(local.name, moduleOf({ transcription: from }));
  }
  return names;
}

/** The names in a definition, but for the parts that are left out. */
function namesIn(definition: AnyNode, leftOut: (node: AnyNode) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  fullAncestor(definition, (node, _, ancestors) => {
    if (node.type === 'Identifier' && !ancestors.some(leftOut)) names.add(node.name);
  });
  return names;
}
