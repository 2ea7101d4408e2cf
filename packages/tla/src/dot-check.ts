import { detach } from './chunks.js';
import type { EdgeStatement } from './dot-statement.js';
import { InputError, type Place } from './error.js';

/** What is remembered of a state that was named in a file. */
interface KnownNode {
  /** A copy of its number, free of the block of text that it was read from. */
  readonly id: string;
  /** The hash of its text; nothing as long as only steps have named it. */
  hash: number | undefined;
  /** The line that first named it. */
  readonly line: number;
  leaves: boolean;
}

/** What shows that a graph is whole, gathered while its lines go by. */
export interface DotCheck {
  /** A node line. Returns the id as a string of its own; says so if the node was there before. */
  node(id: string, hash: number, line: number): { readonly id: string; readonly again: boolean };
  /** An edge line. Returns the ids as strings of their own. */
  edge(edge: EdgeStatement, line: number): { readonly from: string; readonly to: string };
  /** At the end: how many states have no step out of them, and whether steps were dropped, as far as it shows. */
  finish(): { readonly terminal: number; readonly repeats: boolean; readonly selfLoops: number };
}

/** How many steps are looked at for two between the same states. Where so many differ, nothing is concluded. */
const mostPairs = 1_000_000;

/** Checks of one file. */
export function dotCheck(file: string | undefined): DotCheck {
  const nodes = new Map<string, KnownNode>();
  const awaited = new Set<KnownNode>();
  const pairs = pairCheck();
  let selfLoops = 0;
  let last: KnownNode | undefined;

  const named = (id: string, line: number): KnownNode => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const fresh: KnownNode = { id: detach(id), hash: undefined, line, leaves: false };
    nodes.set(fresh.id, fresh);
    awaited.add(fresh);
    return fresh;
  };

  return {
    node(id, hash, line) {
      const node = named(id, line);
      const again = node.hash !== undefined;
      if (again && node.hash !== hash) throw conflict(id, node.line, { file, line });
      node.hash = hash;
      awaited.delete(node);
      return { id: node.id, again };
    },
    edge({ from, to }, line) {
      const source = last?.id === from ? last : named(from, line);
      last = source;
      source.leaves = true;
      const target = from === to ? source : named(to, line);
      if (source === target) selfLoops += 1;
      pairs.add(from, to);
      return { from: source.id, to: target.id };
    },
    finish() {
      for (const { id, line } of awaited) throw missingNode(id, { file, line });
      let terminal = 0;
      for (const node of nodes.values()) if (!node.leaves) terminal += 1;
      return { terminal, repeats: pairs.repeat(), selfLoops };
    },
  };
}

/** Looks for two steps that the option `strict` would have made one. */
export interface PairCheck {
  add(from: string, to: string): void;
  /** Whether there are two such steps, or too many steps to say: no more need be added. */
  repeat(): boolean;
}

/** With its option `strict`, TLC drops a step if the exclusive or of its ends' numbers has occurred before. */
export function pairCheck(): PairCheck {
  let pairs: Set<bigint> | undefined = new Set();
  return {
    add(from, to) {
      if (pairs === undefined) return;
      const pair = BigInt(from) ^ BigInt(to);
      const again = pairs.has(pair);
      pairs.add(pair);
      if (again || pairs.size > mostPairs) pairs = undefined;
    },
    repeat: () => pairs === undefined,
  };
}

/** One state was printed as two. */
export function conflict(id: string, first: number, place: Place): InputError {
  const message =
    `State ${id} stands there twice with different values (first in line ${first}): two states were ` +
    'taken for one, as with SYMMETRY or VIEW. Export without them.';
  return new InputError('dot-conflict', message, place);
}

/** A state that only steps name. */
export function missingNode(id: string, place: Place): InputError {
  const message =
    `State ${id} is named by a step but never printed: the export is incomplete (TLC was stopped, or ` +
    'ran with the option "strict").';
  return new InputError('dot-missing-node', message, place);
}
