import type { Shape, Stored } from '../../../run/values/value.js';
import { bit, type Field, type Forge, fieldAtom, type Logic } from '../symbolic/logic.js';
import { enumeration, functionTerm, listedSet, ordered, type Term } from '../symbolic/term.js';

/** What values a variable, or a component of one, can have, and in which fields they are stored. */
export type Domain = Leaf | Parts | Members;

/** One of several values: a component of what a group has. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly path: string;
  readonly group: Group;
  readonly component: number;
}

/** A function with a domain that never changes. */
export interface Parts {
  readonly kind: 'parts';
  readonly path: string;
  readonly shape: Shape;
  readonly items: readonly Domain[];
}

/** A set: of each value that can be in it, a field that says whether it is. */
export interface Members {
  readonly kind: 'members';
  readonly path: string;
  readonly fields: Map<Stored, Field>;
  /** Its elements in order, once they have been asked for. */
  universe?: readonly Stored[];
}

/**
 * Components that are stored together, in one field: what they can be is known of all of them at once. An acceptor's
 * highest ballot and its last vote are, since the one is never below the other.
 */
export interface Group {
  readonly name: string;
  /** The paths of its components. */
  readonly components: string[];
  /** What the components can be, together. */
  readonly tuples: (readonly Stored[])[];
  /** The index of a tuple, by the words of its values. */
  readonly index: Map<string, number>;
  field: Field;
}

/** A variable in the state a step starts in, or in the one it leads to. */
export function termOf(forge: Forge, side: 'from' | 'to', domain: Domain): Term {
  switch (domain.kind) {
    case 'leaf': {
      const { field, tuples } = domain.group;
      const atom = fieldAtom(forge, side, field);
      return enumeration(
        forge,
        [atom],
        tuples.map((tuple) => tuple[domain.component] as Stored),
      );
    }
    case 'parts':
      return functionTerm(
        domain.shape,
        domain.items.map((item) => termOf(forge, side, item)),
      );
    case 'members': {
      const universe = universeOf(domain);
      return listedSet(
        universe,
        universe.map((element) => memberBit(forge, side, domain, element)),
      );
    }
  }
}

export function universeOf(domain: Members): readonly Stored[] {
  if (domain.universe?.length !== domain.fields.size) domain.universe = ordered([...domain.fields.keys()]);
  return domain.universe;
}

export function memberBit(forge: Forge, side: 'from' | 'to', domain: Members, element: Stored): Logic {
  return bit(forge, fieldAtom(forge, side, domain.fields.get(element) as Field));
}

/** The leaves of domains by their groups. */
export function* leavesOf(domain: Domain): Generator<Leaf> {
  if (domain.kind === 'leaf') yield domain;
  if (domain.kind === 'parts') for (const item of domain.items) yield* leavesOf(item);
}
