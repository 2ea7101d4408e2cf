import { TlaSet, type TlaValue } from '@synod/tla';

/**
 * How TLC may hold sets, and the domains of functions: a sum of these. It goes through what it has not listed part by part where
 * it looks for states, so that an element may come several times.
 */
export const holding = {
  /** Its elements, each once: `{a, b}`, `{e : x \in S}`, and what `\union`, `\` and filters make of such. */
  listed: 1,
  /** `a..b`: each once too, but `UNION` does not list these. */
  interval: 2,
  /** Not listed, and each element comes once: `SUBSET S`, `[S -> T]`. */
  once: 4,
  /** Not listed, and an element may come several times: `UNION {1..2, 2..3}`. */
  often: 8,
} as const;

/** Sums of `holding` for sets; shifted by `domain` those for functions, by what their domains are. */
export type Holding = number;

const sets = 15;
const domain = 4;

/** What is known of how TLC holds a value. */
export interface Held {
  readonly self: Holding;
  /** Its elements, components or results. */
  readonly inside: Holding;
  /** What is in these, at any depth. */
  readonly deeper: Holding;
  /** Whether it surely has an element that is not listed. */
  readonly surely: boolean;
}

/** Numbers, strings, and what nothing is known of. */
export const plain: Held = { self: 0, inside: 0, deeper: 0, surely: false };

/** Of a set: whether it may be held so. What nothing is known of is listed. */
export function may({ self }: Held, one: Holding): boolean {
  return (setsOf(self) & one) !== 0;
}

export function setsOf(some: Holding): Holding {
  return (some & sets) === 0 ? holding.listed : some & sets;
}

export function functionOn(domains: Holding): Holding {
  return setsOf(domains) << domain;
}

/** What the domains of functions are that are held so. */
export function domainsOf(functions: Holding): Holding {
  return functions >> domain === 0 ? holding.listed | holding.interval : functions >> domain;
}

export function elementOf({ inside, deeper }: Held): Held {
  return { self: inside, inside: deeper, deeper, surely: false };
}

/** One of several. */
export function merged(list: readonly Held[]): Held {
  return {
    self: sum(list.map(({ self }) => self)),
    inside: sum(list.map(({ inside }) => inside)),
    deeper: sum(list.map(({ deeper }) => deeper)),
    surely: list.length > 0 && list.every(({ surely }) => surely),
  };
}

/** What has these values within it, each of them if it is a set that lists them. */
export function containing(self: Holding, parts: readonly Held[]): Held {
  return {
    self,
    inside: sum(parts.map((part) => part.self)),
    deeper: sum(parts.flatMap(({ inside, deeper }) => [inside, deeper])),
    surely: parts.some((part) => part.self !== 0 && !may(part, holding.listed)),
  };
}

export function sum(list: readonly Holding[]): Holding {
  let all = 0;
  for (const one of list) all |= one;
  return all;
}

export function isSame(one: Held, other: Held): boolean {
  return (
    one.self === other.self &&
    one.inside === other.inside &&
    one.deeper === other.deeper &&
    one.surely === other.surely
  );
}

/** Sets of functions and the like; their elements come as often as those of the sets that they are made of. */
export function heldSets(elements: Holding, parts: readonly Held[], domains: readonly Held[]): Held {
  return {
    self: parts.some((part) => may(part, holding.often)) ? holding.often : holding.once,
    inside: elements,
    deeper: sum([...parts, ...domains].flatMap(({ inside, deeper }) => [inside, deeper])),
    surely: false,
  };
}

/** What `TLCEval` makes of it: sets are listed, and what functions have as domains. */
export function evaluated(held: Held): Held {
  const { listed } = holding;
  return {
    ...held,
    self:
      (held.self & sets ? listed : 0) |
      (held.self >> domain ? functionOn((held.self >> domain) | listed) : 0),
  };
}

/** What the text or the cfg file writes out. */
export function heldConstant(value: TlaValue): Held {
  return value instanceof TlaSet ? containing(holding.listed, value.elements.map(heldConstant)) : plain;
}
