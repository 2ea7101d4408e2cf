import { placeOf } from '../parse/syntax.js';
import { withinStack } from '../parse/within-stack.js';
import { heldBuiltin, kept } from './held-builtin.js';
import {
  containing,
  elementOf,
  evaluated,
  functionOn,
  type Held,
  heldConstant,
  heldSets,
  holding,
  isSame,
  merged,
  plain,
  setsOf,
  sum,
} from './holding.js';
import type { Call, Except, FunctionDefinition, Ir, IrBound, IrDefinition, Local } from './ir.js';

/** Reads how TLC holds values. */
export interface HeldReader {
  readonly read: (ir: Ir) => Held;
  /** Takes in what names are bound to. */
  readonly bind: (bounds: readonly IrBound[]) => void;
  /** Takes in what a call gives to parameters; the same text for operands that are held the same way. */
  readonly pass: (call: Call) => string;
}

/** What a reader has found so far. */
interface Reading {
  readonly variable: (index: number, primed: boolean) => Held;
  readonly locals: Map<Local, Held>;
  /** Of calls, by what `pass` gives; good for as long as no other local has changed. */
  readonly known: Map<string, { readonly held: Held; readonly at: number }>;
  /** Recursive definitions that are being read, and what has been found for them. */
  readonly begun: Map<IrDefinition, Held>;
  changes: number;
  steps: number;
}

/** More steps than any specification needs that somebody has written. */
const most = 400_000;

/** Of what is too large to be read: anything. */
const anything: Held = { self: 0xff, inside: 0xff, deeper: 0xff, surely: false };

/** Reads how TLC holds values: those of variables as it is given, the unprimed and the primed. */
export function heldReader(variable: Reading['variable']): HeldReader {
  const reading: Reading = {
    variable,
    locals: new Map(),
    known: new Map(),
    begun: new Map(),
    changes: 0,
    steps: 0,
  };
  return {
    read: (ir) => read(reading, ir),
    bind: (bounds) => bind(reading, bounds),
    pass: (call) => pass(reading, call),
  };
}

function setLocal(reading: Reading, local: Local, held: Held): void {
  if (isSame(reading.locals.get(local) ?? plain, held)) return;
  reading.locals.set(local, held);
  reading.changes += 1;
}

function bind(reading: Reading, bounds: readonly IrBound[]): void {
  for (const { locals, tuple, set } of bounds) {
    const element = elementOf(read(reading, set));
    for (const local of locals) setLocal(reading, local, tuple ? elementOf(element) : element);
  }
}

function pass(reading: Reading, { definition, arguments: operands }: Call): string {
  const held = operands.map((operand) => read(reading, operand));
  definition.parameters.forEach((parameter, index) => setLocal(reading, parameter, held[index] ?? plain));
  return [definition.id, ...held.flatMap((one) => Object.values(one).map(Number))].join();
}

function read(reading: Reading, ir: Ir): Held {
  reading.steps += 1;
  if (reading.steps > most) return anything;
  const all = (list: readonly Ir[]): readonly Held[] => list.map((inner) => read(reading, inner));
  switch (ir.op) {
    case 'constant':
      return heldConstant(ir.value);
    case 'variable':
      return reading.variable(ir.index, ir.primed);
    case 'local':
      return reading.locals.get(ir.local) ?? plain;
    case 'call':
      return readCall(reading, ir);
    case 'let':
      return ir.listed ? evaluated(read(reading, ir.body)) : read(reading, ir.body);
    case 'if':
      return merged(all([ir.consequent, ir.alternative]));
    case 'case':
      return merged(all([...ir.arms.map(({ value }) => value), ...(ir.other ? [ir.other] : [])]));
    case 'apply':
      return elementOf(read(reading, ir.function));
    case 'choose':
      return elementOf(read(reading, ir.bound.set));
    case 'filter': {
      const held = read(reading, ir.bound.set);
      return { ...held, self: kept(held), surely: false };
    }
    case 'map':
      bind(reading, ir.bounds);
      // It may be empty.
      return { ...containing(holding.listed, all([ir.body])), surely: false };
    case 'function':
      return readFunction(reading, ir);
    case 'set':
      return containing(holding.listed, all(ir.elements));
    case 'tuple':
      return containing(functionOn(holding.interval), all(ir.elements));
    case 'record':
      return containing(functionOn(holding.listed), all(ir.fields.map(({ value }) => value)));
    case 'except':
      return readExcept(reading, ir);
    case 'product':
      return heldSets(functionOn(holding.interval), all(ir.elements), []);
    case 'functionSet':
      return heldSets(functionOn(holding.listed), all([ir.range]), all([ir.domain]));
    case 'recordSet':
      return heldSets(functionOn(holding.listed), all(ir.fields.map(({ value }) => value)), []);
    case 'builtin':
      return heldBuiltin(ir, all(ir.element === undefined ? ir.arguments : ir.arguments.slice(0, 1)));
    case 'and':
    case 'or':
    case 'forall':
    case 'exists':
    default:
      return plain;
  }
}

function readCall(reading: Reading, call: Call): Held {
  const { known } = reading;
  const { definition } = call;
  if (definition.recursive) return readRecursive(reading, call);
  const text = pass(reading, call);
  const found = known.get(text);
  if (found !== undefined && found.at === reading.changes) return found.held;
  const { body } = definition;
  const held = withinStack(placeOf(body.span), () => read(reading, body));
  known.set(text, { held, at: reading.changes });
  return held;
}

/** One result for all operands that it is called with on the way. */
function readRecursive(reading: Reading, { definition, arguments: operands }: Call): Held {
  const { begun, locals } = reading;
  const inner = begun.get(definition);
  const held = operands.map((operand) => read(reading, operand));
  definition.parameters.forEach((parameter, index) => {
    const before = inner === undefined ? plain : (locals.get(parameter) ?? plain);
    const here = held[index] ?? plain;
    setLocal(reading, parameter, inner === undefined ? here : merged([before, here]));
  });
  if (inner !== undefined) return inner;
  const { body } = definition;
  const result = settled((before) => {
    begun.set(definition, before);
    return withinStack(placeOf(body.span), () => read(reading, body));
  }, true);
  begun.delete(definition);
  return result;
}

function readFunction(reading: Reading, ir: FunctionDefinition): Held {
  const { bounds, self, body } = ir;
  bind(reading, bounds);
  const domains = sum(bounds.map(({ set }) => setsOf(read(reading, set).self)));
  const isListed = self === undefined && domains < holding.once;
  // A function that is not listed has its domain as it is, until it is compared or stored.
  const [first] = bounds;
  const isSingle = bounds.length === 1 && (first?.tuple === true || first?.locals.length === 1);
  const unlisted = isSingle ? domains : holding.once;
  const on = functionOn(isListed ? holding.listed : unlisted | holding.listed);
  return settled((before) => {
    if (self !== undefined) setLocal(reading, self, before);
    return containing(on, [read(reading, body)]);
  }, self !== undefined);
}

function readExcept(reading: Reading, ir: Except): Held {
  const { self, inside, deeper } = read(reading, ir.function);
  const old = elementOf({ ...plain, inside, deeper });
  const values = ir.updates.map((update) => {
    const isDeep = update.path.length > 1;
    if (update.old !== undefined) setLocal(reading, update.old, isDeep ? elementOf(old) : old);
    const held = read(reading, update.value);
    return isDeep ? containing(0, [held]) : held;
  });
  return containing(self, [merged([old, ...values])]);
}

/** What may go into itself: nothing at first, until that changes nothing. */
function settled(look: (before: Held) => Held, isRecursive: boolean): Held {
  let held = look(plain);
  if (!isRecursive) return held;
  // A few rounds more, for what comes by way of parameters.
  for (let round = 0, same = 0; round < 12 && same < 3; round++) {
    const next = merged([look(held), { ...held, surely: true }]);
    same = isSame(next, held) ? same + 1 : 0;
    held = next;
  }
  return held;
}
