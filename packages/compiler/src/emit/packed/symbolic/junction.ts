import {
  type Atom,
  FALSE,
  type Forge,
  type Logic,
  nextId,
  not,
  same,
  spend,
  type Test,
  TRUE,
  test,
  truthAtom,
} from './logic.js';

/** Both. Tests of the same atoms become one, so that what contradicts itself is FALSE. */
export function and(forge: Forge, left: Logic, right: Logic): Logic {
  if (left === TRUE || left === right) return right;
  if (right === TRUE) return left;
  if (left === FALSE || right === FALSE) return FALSE;
  return conjunction(forge, [left, right]);
}

/** One or both. */
export function or(forge: Forge, left: Logic, right: Logic): Logic {
  if (left === FALSE || left === right) return right;
  if (right === FALSE) return left;
  if (left === TRUE || right === TRUE) return TRUE;
  return disjunction(forge, [left, right]);
}

export function disjunction(forge: Forge, items: readonly Logic[]): Logic {
  if (items.length === 1) return items[0] as Logic;
  return not(
    forge,
    conjunction(
      forge,
      items.map((item) => not(forge, item)),
    ),
  );
}

export function implies(forge: Forge, left: Logic, right: Logic): Logic {
  return or(forge, not(forge, left), right);
}

/** Both or neither. */
export function equivalent(forge: Forge, left: Logic, right: Logic): Logic {
  if (left === right) return TRUE;
  if (left === TRUE) return right;
  if (right === TRUE) return left;
  if (left === FALSE) return not(forge, right);
  if (right === FALSE) return not(forge, left);
  const [a, b] = [asBit(forge, left), asBit(forge, right)];
  const equal = same(forge, a.atom, b.atom);
  return a.value === b.value ? equal : not(forge, equal);
}

/** A formula as an atom of two values. */
function asBit(forge: Forge, of: Logic): { readonly atom: Atom; readonly value: 0 | 1 } {
  if (of.op === 'test' && of.atoms.length === 1) {
    const [atom] = of.atoms as readonly [Atom];
    if (atom.size === 2) return { atom, value: of.table[1] === 1 ? 1 : 0 };
  }
  return { atom: truthAtom(forge, of), value: 1 };
}

/** `condition` decides between two. */
export function choose(forge: Forge, condition: Logic, yes: Logic, no: Logic): Logic {
  if (condition === TRUE || yes === no) return yes;
  if (condition === FALSE) return no;
  return or(forge, and(forge, condition, yes), and(forge, not(forge, condition), no));
}

export function conjunction(forge: Forge, given: readonly Logic[]): Logic {
  spend(forge, given.length);
  const only = onlyOne(given);
  if (only !== undefined) return only;
  const found = new Gathered(forge);
  for (const item of given) if (!found.add(item)) return FALSE;
  const items = found.finish();
  if (items === undefined) return FALSE;
  if (items.length === 0) return TRUE;
  if (items.length === 1) return items[0] as Logic;
  const ids = items.map((item) => item.id).sort((a, b) => a - b);
  const name = `&${ids.join()}`;
  const known = forge.nodes.get(name);
  if (known !== undefined) return known;
  const made: Logic = { id: nextId(forge), op: 'and', items };
  forge.nodes.set(name, made);
  return made;
}

/** What a conjunction is that needs no gathering: one of its items is FALSE, or no two of them say something. */
function onlyOne(items: readonly Logic[]): Logic | undefined {
  if (items.includes(FALSE)) return FALSE;
  let only: Logic = TRUE;
  for (const item of items) {
    if (item === TRUE || item === only) continue;
    if (only !== TRUE) return undefined;
    only = item;
  }
  return only;
}

/** The items of a conjunction, as they come: those that say something of the same atoms merged. */
class Gathered {
  readonly #forge: Forge;
  /** Tests by their atoms, all else by its own number. */
  readonly #items = new Map<string | number, Logic>();
  #wide = false;

  constructor(forge: Forge) {
    this.#forge = forge;
  }

  /** False if it contradicts what is there. */
  add(item: Logic): boolean {
    switch (item.op) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'and':
        return item.items.every((each) => this.add(each));
      case 'test':
        return this.#addTest(item);
      case 'or':
      case 'same':
      case 'differ':
        if (item.negation !== undefined && this.#items.has(item.negation.id)) return false;
        this.#items.set(item.id, item);
        return true;
    }
  }

  #addTest(item: Test): boolean {
    const known = this.#items.get(item.key);
    if (item.atoms.length > 1) this.#wide = true;
    if (known === undefined || known === item) {
      this.#items.set(item.key, item);
      return true;
    }
    const { table } = known as Test;
    const merged = test(
      this.#forge,
      item.atoms,
      item.table.map((entry, index) => entry & (table[index] as number)),
    );
    if (merged === FALSE) return false;
    if (merged.op === 'test' && merged.key === item.key) {
      this.#items.set(item.key, merged);
      return true;
    }
    // It does not depend on one of the atoms any more.
    this.#items.delete(item.key);
    return this.add(merged);
  }

  /** Undefined if they contradict each other. */
  finish(): readonly Logic[] | undefined {
    if (!this.#wide) return [...this.#items.values()];
    for (const item of this.#items.values()) {
      if (item.op === 'test' && item.atoms.length > 1 && !this.#possible(item)) return undefined;
    }
    return [...this.#items.values()];
  }

  /** Whether a table over several atoms has a 1 where the tests of each of them do. */
  #possible({ atoms, table }: Test): boolean {
    const single = atoms.map((atom) => this.#items.get(String(atom.id)) as Test | undefined);
    if (single.every((each) => each === undefined)) return true;
    for (let index = 0; index < table.length; index++) {
      if (table[index] === 0) continue;
      let rest = index;
      let allowed = true;
      for (let i = atoms.length - 1; i >= 0 && allowed; i--) {
        const { size } = atoms[i] as Atom;
        allowed = single[i]?.table[rest % size] !== 0;
        rest = Math.floor(rest / size);
      }
      if (allowed) return true;
    }
    return false;
  }
}
