import type { LedgerRecord, NodeId } from '@synod/roles';
import type { Fact } from '../facts/fact.js';

/** A sentence about a node, whose name is the beginning. */
export interface Says {
  readonly who: NodeId;
  readonly one: string;
  /** The same of several nodes. */
  readonly many?: string;
  /** The same with several others: `all` has their names where `%` stands. */
  readonly from?: { readonly name: NodeId; readonly all: string };
}

/** The words in which something is told. */
export interface Words {
  /** @param records what was given to the ledger for it, and is there */
  says(fact: Fact, records: readonly LedgerRecord[]): Says;
  /** What was given to the ledger, and is not certain to be there yet. */
  waits(who: NodeId, records: readonly LedgerRecord[]): Says;
  /** Opens a sentence on what took place only when the disk had it. */
  readonly late: string;
  record(record: LedgerRecord): string;
}

/** `a1`, `a1 and a2`, `a1, a2 and a3`. */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `its own`, or `a1's`: what comes from another, or from the node itself. */
export function whose(
  { who, from }: { readonly who: NodeId; readonly from: NodeId },
  own = 'its own',
): string {
  return from === who ? own : `${from}'s`;
}

/** Whether sentences can be one. */
export function alike(some: readonly Says[]): boolean {
  return sameOfSeveral(some) || sameWithSeveral(some);
}

/** One sentence for sentences that are alike. */
export function sentence(some: readonly Says[]): string {
  const [first] = some;
  if (first === undefined) return '';
  if (some.length === 1) return `${first.who} ${first.one}`.trim();
  if (sameOfSeveral(some)) return `${list(some.map(({ who }) => who))} ${first.many}`;
  const names = list(some.map(({ from }) => from?.name ?? ''));
  return `${first.who} ${first.from?.all.replace('%', () => names)}`;
}

function sameOfSeveral(some: readonly Says[]): boolean {
  const [first] = some;
  const names = new Set(some.map(({ who }) => who));
  return (
    names.size === some.length && some.every(({ many, one }) => many !== undefined && one === first?.one)
  );
}

function sameWithSeveral(some: readonly Says[]): boolean {
  const [first] = some;
  const names = new Set(some.map(({ from }) => from?.name));
  return (
    names.size === some.length &&
    some.every(({ who, from }) => who === first?.who && from !== undefined && from.all === first.from?.all)
  );
}
