import { concrete } from '../../../run/values/lazy.js';
import { show } from '../../../run/values/show.js';
import type { Forge } from '../symbolic/logic.js';
import { isSetValue, isStored, known, nowhere, type Term, valueOf } from '../symbolic/term.js';
import { partsOf } from '../symbolic/views.js';
import type { Domain, Group } from './domain.js';

/** How variables are taken apart, as far as it has been decided. */
export interface Structure {
  /** Paths of what is stored as a whole. */
  readonly whole: Set<string>;
  /** Names of groups whose components are stored one by one. */
  readonly apart: Set<string>;
  readonly groups: Map<string, Group>;
  fields: number;
}

export function newStructure(before?: Structure): Structure {
  return {
    whole: before?.whole ?? new Set(),
    apart: before?.apart ?? new Set(),
    groups: new Map(),
    fields: 0,
  };
}

const widest = 256;

/** The domain for a first value of a variable; nothing is in it yet. */
export function domainFor(
  forge: Forge,
  structure: Structure,
  given: Term,
  path: string,
  group: string | undefined,
): Domain {
  const term = plain(given);
  if (!structure.whole.has(path)) {
    if (isSet(term)) return { kind: 'members', path, fields: new Map() };
    const parts = partsOf(forge, term);
    if (parts !== undefined && parts.shape.size > 0 && parts.shape.size <= widest) {
      const { shape } = parts;
      const items = parts.items.map((item, index) => {
        const key = show(shape.domain[index]);
        return domainFor(forge, structure, item, `${path}[${key}]`, group ?? key);
      });
      return { kind: 'parts', path, shape, items };
    }
  }
  const name = group === undefined || structure.apart.has(group) ? path : group;
  const own = groupOf(structure, name);
  own.components.push(path);
  return { kind: 'leaf', path, group: own, component: own.components.length - 1 };
}

function groupOf(structure: Structure, name: string): Group {
  let group = structure.groups.get(name);
  if (group === undefined) {
    group = {
      name,
      components: [],
      tuples: [],
      index: new Map(),
      field: { id: newField(structure), size: 0 },
    };
    structure.groups.set(name, group);
  }
  return group;
}

export function newField(structure: Structure): number {
  structure.fields += 1;
  return structure.fields;
}

/** With no large set in it that could be listed. */
export function plain(term: Term): Term {
  const value = term.kind === 'family' ? term.known() : valueOf(term);
  return value === undefined || isStored(value) ? term : known(concrete(value, nowhere));
}

function isSet(term: Term): boolean {
  if (term.kind === 'set') return true;
  if (term.kind === 'known') return isSetValue(term.value);
  return term.kind === 'enumeration' && term.values.every(isSetValue);
}
