import { TlaSet } from '@synod/tla';
import {
  containing,
  domainsOf,
  elementOf,
  functionOn,
  type Held,
  type Holding,
  holding,
  may,
  merged,
  plain,
  setsOf,
  sum,
} from './holding.js';
import type { Builtin, Ir } from './ir.js';

const { listed, interval, once, often } = holding;
const lazy = once | often;
const reducible = listed | interval;
const tuple = functionOn(interval);

/** How TLC holds what an operator makes of values that it holds so. */
export function heldBuiltin({ name, arguments: operands }: Builtin, held: readonly Held[]): Held {
  const [left = plain, right = plain] = held;
  const parts = merged(held);
  switch (name) {
    case '..':
      return { ...plain, self: interval };
    case 'DOMAIN':
    case 'BagToSet':
      // Elements of domains are hardly ever sets.
      return { self: domainsOf(left.self), inside: left.deeper, deeper: left.deeper, surely: false };
    case 'SUBSET':
      return { self: once, inside: listed, deeper: sum([left.inside, left.deeper]), surely: false };
    case 'UNION': {
      const { inside, deeper } = elementOf(left);
      return { self: union(left), inside, deeper, surely: false };
    }
    case '\\union':
      return { ...parts, self: cup(left, right, operands), surely: left.surely || right.surely };
    case '\\intersect':
      return { ...parts, self: cap(left, right), surely: false };
    case '\\':
      return { ...left, self: kept(left), surely: false };
    case 'Head':
      return elementOf(left);
    case 'Tail':
    case 'SubSeq':
    case 'SelectSeq':
    case 'SortSeq':
    case '\\o':
      return { ...parts, self: tuple };
    case 'Append':
      return {
        self: tuple,
        inside: sum([left.inside, right.self]),
        deeper: sum([left.deeper, right.inside, right.deeper]),
        surely: false,
      };
    case 'Seq':
      return { self: once, inside: tuple, deeper: sum([left.inside, left.deeper]), surely: false };
    case ':>':
      return containing(functionOn(listed), [right]);
    case '@@':
    case '(+)':
    case '(-)':
    case 'EmptyBag':
    case 'SetToBag':
    case 'BagUnion':
    case 'BagOfAll':
      return { ...parts, self: functionOn(listed) };
    case 'Print':
      return right;
    case 'SubBag':
    case 'Permutations':
      return containing(listed, [{ ...parts, self: functionOn(listed) }]);
    case 'Nat':
    case 'Int':
    case 'STRING':
      return { ...plain, self: once };
    case 'BOOLEAN':
      return { ...plain, self: listed };
    default:
      return plain;
  }
}

/** `{x \in S : P}`, and `S \ T`. */
export function kept(set: Held): Holding {
  return (may(set, reducible) ? listed : 0) | (setsOf(set.self) & lazy);
}

function union(set: Held): Holding {
  const element = elementOf(set);
  if (!may(set, listed) || set.surely || !may(element, listed)) return often;
  const isListed = !may(set, interval | lazy) && !may(element, interval | lazy);
  return isListed ? listed : listed | often;
}

function cup(left: Held, right: Held, [first, second]: readonly Ir[]): Holding {
  let self = 0;
  if (may(left, reducible) && may(right, reducible)) {
    const empty = first && isEmpty(first);
    if (empty !== true) self |= listed;
    // The union with an empty set is the other set.
    if (empty !== false) self |= setsOf(right.self) & reducible;
  }
  if (may(left, lazy) || may(right, lazy)) {
    const isOnce = !may(left, often) && !may(right, often) && first && second && areDisjoint(first, second);
    self |= isOnce ? once : often;
  }
  return self;
}

function cap(left: Held, right: Held): Holding {
  const isListed = may(left, reducible) || may(right, reducible);
  return (isListed ? listed : 0) | (may(right, lazy) ? setsOf(left.self) & lazy : 0);
}

/** Whether a set is empty; undefined if it is not plain. */
function isEmpty(ir: Ir): boolean | undefined {
  if (ir.op === 'set') return ir.elements.length === 0;
  if (ir.op === 'constant' && ir.value instanceof TlaSet) return ir.value.size === 0;
  if (ir.op === 'call' && ir.arguments.length === 0 && !ir.definition.recursive) {
    return isEmpty(ir.definition.body);
  }
  if (ir.op !== 'builtin' || ir.name !== '..') return undefined;
  const [low, high] = ir.arguments.map((end) => (end.op === 'constant' ? end.value : undefined));
  return typeof low === 'number' && typeof high === 'number' ? low > high : undefined;
}

/** Whether two sets of records, or unions of such, have nothing in common, as their fields say. */
function areDisjoint(one: Ir, other: Ir): boolean {
  const others = recordsIn(other);
  return recordsIn(one)?.every((left) => others?.every((right) => differ(left, right)) === true) === true;
}

type Fields = ReadonlyMap<string, Ir>;

function recordsIn(ir: Ir): readonly Fields[] | undefined {
  if (ir.op === 'recordSet') return [new Map(ir.fields.map(({ name, value }) => [name, value]))];
  if (ir.op === 'call' && ir.arguments.length === 0 && !ir.definition.recursive) {
    return recordsIn(ir.definition.body);
  }
  if (ir.op !== 'builtin' || ir.name !== '\\union') return undefined;
  const [left, right] = ir.arguments.map(recordsIn);
  return left && right && [...left, ...right];
}

function differ(one: Fields, other: Fields): boolean {
  if (one.size !== other.size) return true;
  return [...one].some(([name, set]) => {
    const values = textsIn(set);
    const others = other.get(name);
    if (others === undefined) return true;
    return values !== undefined && textsIn(others)?.every((text) => !values.includes(text)) === true;
  });
}

function textsIn(set: Ir): readonly string[] | undefined {
  if (set.op !== 'set') return undefined;
  const texts = set.elements.flatMap((element) =>
    element.op === 'constant' && typeof element.value === 'string' ? [element.value] : [],
  );
  return texts.length === set.elements.length ? texts : undefined;
}
