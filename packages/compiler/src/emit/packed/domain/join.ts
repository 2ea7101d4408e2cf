import { wordOf } from '../../../run/values/store.js';
import type { Stored } from '../../../run/values/value.js';
import { Refused, refuse } from '../refusal.js';
import { and } from '../symbolic/junction.js';
import { FALSE, type Forge, type Logic, TRUE, test } from '../symbolic/logic.js';
import { combine, type Term, valueOf } from '../symbolic/term.js';
import { membersOf, partsOf } from '../symbolic/views.js';
import type { Domain, Group, Members } from './domain.js';
import { newField, plain, type Structure } from './structure.js';

/** Thrown when variables must be taken apart in another way: the search starts again. */
export class Restart extends Error {}

/** Adds what variables can be at the end of a path to what they were seen to be. @returns whether there was something new */
export function join(
  forge: Forge,
  structure: Structure,
  domains: readonly Domain[],
  values: readonly Term[],
  before: readonly Term[],
  path: Logic,
): boolean {
  const leaves = new Map<Group, (Term | undefined)[]>();
  const changed = new Set<Group>();
  let grown = false;
  const visit = (domain: Domain, given: Term, old: Term | undefined): void => {
    const term = plain(given);
    if (domain.kind === 'leaf') {
      if (!isSame(term, old)) changed.add(domain.group);
      const terms = leaves.get(domain.group) ?? [];
      terms[domain.component] = term;
      leaves.set(domain.group, terms);
    } else if (domain.kind === 'members') {
      if (addMembers(forge, structure, domain, term, path)) grown = true;
    } else {
      const parts = partsOf(forge, term);
      if (parts === undefined || parts.shape !== domain.shape) return asWhole(structure, domain);
      const olds = old === undefined ? undefined : partsOf(forge, old)?.items;
      for (const [index, item] of domain.items.entries())
        visit(item, parts.items[index] as Term, olds?.[index]);
    }
  };
  for (const [index, domain] of domains.entries()) visit(domain, values[index] as Term, before[index]);
  for (const group of changed) {
    if (addTuples(forge, structure, group, leaves.get(group) as Term[], path)) grown = true;
  }
  return grown;
}

function isSame(term: Term, old: Term | undefined): boolean {
  return term === old || (old !== undefined && valueOf(term) !== undefined && valueOf(term) === valueOf(old));
}

function asWhole(structure: Structure, { path }: Domain): never {
  structure.whole.add(path);
  throw new Restart();
}

function addMembers(forge: Forge, structure: Structure, domain: Members, term: Term, path: Logic): boolean {
  const members = membersOf(forge, term);
  if (members === undefined) return asWhole(structure, domain);
  const { fields } = domain;
  if (members.universe === domain.universe && fields.size === domain.universe.length) return false;
  let grown = false;
  for (const [index, element] of members.universe.entries()) {
    if (fields.has(element) || and(forge, path, members.bits[index] as Logic) === FALSE) continue;
    fields.set(element, { id: newField(structure), size: 2 });
    grown = true;
    if (structure.fields > forge.budgets.universe) {
      refuse(`${domain.path} may have more than ${forge.budgets.universe} elements`);
    }
  }
  return grown;
}

function addTuples(
  forge: Forge,
  structure: Structure,
  group: Group,
  terms: readonly Term[],
  path: Logic,
): boolean {
  const found = new Map<string, { readonly tuple: readonly Stored[]; readonly at: number[] }>();
  const table = tuplesOf(forge, structure, group, terms);
  for (const [at, tuple] of table.values.entries()) {
    const key = tupleKey(tuple);
    if (group.index.has(key)) continue;
    const entry = found.get(key);
    if (entry === undefined) found.set(key, { tuple, at: [at] });
    else entry.at.push(at);
  }
  let grown = false;
  for (const [key, { tuple, at }] of found) {
    const marks = new Uint8Array(table.values.length);
    for (const index of at) marks[index] = 1;
    const when = table.atoms.length === 0 ? TRUE : test(forge, table.atoms, marks);
    if (and(forge, path, when) === FALSE) continue;
    group.index.set(key, group.tuples.length);
    group.tuples.push(tuple);
    grown = true;
  }
  if (grown) checkSize(forge, structure, group);
  return grown;
}

/** The values that components of a group have together. */
export function tuplesOf(
  forge: Forge,
  structure: Structure | undefined,
  group: Group,
  terms: readonly Term[],
): ReturnType<typeof combine<readonly Stored[]>> {
  try {
    return combine(forge, terms, (values) => values.slice());
  } catch (error) {
    if (error instanceof Refused && structure !== undefined && group.components.length > 1) {
      takeApart(structure, group);
    }
    throw error;
  }
}

function checkSize(forge: Forge, structure: Structure, group: Group): void {
  const { budgets } = forge;
  if (group.components.length > 1 && group.tuples.length > budgets.group) takeApart(structure, group);
  if (group.tuples.length > budgets.enumeration) {
    refuse(`${group.name} may have more than ${budgets.enumeration} values`);
  }
}

function takeApart(structure: Structure, group: Group): never {
  structure.apart.add(group.name);
  throw new Restart();
}

export function tupleKey(tuple: readonly Stored[]): string {
  return tuple.map(wordOf).join();
}
