import { type Label, labelKey } from '@synod/spec';
import { InputError, parseValue } from '@synod/tla';
import type { Emit, Engine, EngineProperty, Program } from '../../run/engine.js';
import { codecOf } from './codec.js';
import { type Exact, exactly, MARK } from './exact.js';
import { tableOf } from './load-table.js';
import type { PackedData, PredicateData } from './program.js';
import { variableBits } from './variable-bits.js';

export interface LoadOptions {
  /** The first tier of the same model: asked for what the second does not have, and for errors. Made when it is needed. */
  readonly exact: () => Engine;
}

interface Out {
  multiplicity: number;
}

type State = (states: Int32Array, at: number) => boolean;
type Step = (from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => boolean;

interface Functions {
  readonly init: (emit: Emit, successor: Int32Array, out: Out) => void;
  readonly next: (states: Int32Array, at: number, emit: Emit, successor: Int32Array, out: Out) => void;
  readonly [name: string]: unknown;
}

/** The engine of a program of the second tier. */
export function loadPacked(program: Program, { exact: makeExact }: LoadOptions): Engine {
  if (program.tier !== 'packed') {
    throw new InputError('compiler', `a program of tier ${program.tier} is not a packed one`);
  }
  const data = program.data as PackedData;
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- The code is what `emitPacked` wrote.
  const compile = new Function('tables', 'MARK', program.code) as (...parts: unknown[]) => Functions;
  const code = compile(data.tables.map(narrow), MARK);
  const successor = new Int32Array(data.words);
  const out: Out = { multiplicity: 1 };
  const codec = codecOf(data.domains, data.words);
  const labels = labelsOf(data);
  const exact = exactly(makeExact, codec, successor, out, labels.number);
  const state = (list: readonly PredicateData[], one: (engine: Engine, index: number) => State): State[] =>
    list.map((predicate, index) =>
      exact.state(functionOf(code, predicate) as State | undefined, predicate.mayFail, (engine) =>
        one(engine, index),
      ),
    );
  const { invariants, constraints } = data;
  const within = state(constraints, (e, i) => e.constraints[i]?.holds ?? missing());
  // It is the engine that the code tells how often: a getter would be called for each state that is generated.
  const engine: Engine = Object.assign(out, {
    name: data.name,
    tier: 'packed',
    variables: data.variables,
    actions: data.actions,
    width: data.words,
    successor,
    init: searching(data.init, exact, (emit) => code.init(emit, successor, out), exact.init),
    next: nextOf(data, code, exact, successor, out, within),
    label: labels.label,
    invariants: state(invariants, (e, i) => e.invariants[i]?.holds ?? missing()).map((holds, i) => ({
      name: (invariants[i] as PredicateData).name,
      holds,
    })),
    constraints: within.map((holds, i) => ({ name: (constraints[i] as PredicateData).name, holds })),
    actionConstraints: data.actionConstraints.map((predicate, index) => ({
      name: predicate.name,
      holds: exact.step(
        functionOf(code, predicate) as Step | undefined,
        predicate.mayFail,
        (e) => e.actionConstraints[index]?.holds ?? missing(),
      ),
    })),
    properties: data.properties.map((_, index) => propertyOf(data, code, exact, index)),
    view: data.hasView ? exact.view : undefined,
    representative: data.hasSymmetry ? exact.representative : undefined,
    checkDeadlock: data.checkDeadlock,
    assumptions: data.assumptions.map((predicate, index) => ({
      name: predicate.name,
      holds: () => exact.constant(functionOf(code, predicate) as State | undefined, predicate.mayFail, index),
    })),
    decode: codec.decode,
    encode: (values) => codec.encode(values, successor),
    operator: exact.operator,
    variableBits: variableBits(data.domains, data.words),
    ...(data.table === undefined ? {} : { table: tableOf(data.table, code) }),
  } satisfies Engine);
  return engine;
}

/** A table in the smallest array that holds it. */
function narrow(table: Int32Array): Int32Array | Uint8Array {
  return table.every((entry) => entry >= 0 && entry < 256) ? Uint8Array.from(table) : table;
}

function functionOf(code: Functions, { function: name }: PredicateData): unknown {
  return name === undefined ? undefined : code[name];
}

function missing(): never {
  throw new Error('the two tiers are not of one model');
}

type Search = (emit: Emit) => void;

/** A search that is left to the first tier where a rule of TLA+ is broken: what was found till then is forgotten. */
function searching(
  { here, mayFail }: PackedData['init'],
  exact: Exact,
  search: Search,
  other: Search,
): Search {
  if (!here) return other;
  return mayFail ? (emit) => exact.search(search, other, emit) : search;
}

function nextOf(
  { next: { mayFail } }: PackedData,
  code: Functions,
  exact: Exact,
  successor: Int32Array,
  out: Out,
  within: readonly State[],
): Engine['next'] {
  const { next } = code;
  const other: Engine['next'] = (states, at, emit) => exact.next(states, at, emit);
  const here: Engine['next'] = mayFail
    ? (states, at, emit) =>
        exact.search(
          (tell) => next(states, at, tell, successor, out),
          (tell) => other(states, at, tell),
          emit,
        )
    : (states, at, emit) => next(states, at, emit, successor, out);
  if (within.length === 0) return here;
  // The code is for states that no constraint leaves out. Nobody explores others, but somebody may ask.
  return (states, at, emit) => (within.every((holds) => holds(states, at)) ? here : other)(states, at, emit);
}

function propertyOf(data: PackedData, code: Functions, exact: Exact, index: number): EngineProperty {
  const { name, initial, always, steps } = data.properties[index] as PackedData['properties'][number];
  const of = (engine: Engine): EngineProperty => engine.properties[index] ?? missing();
  const states = (list: readonly PredicateData[], other: (engine: Engine) => State): State | undefined => {
    if (list.length === 0) return undefined;
    const functions = list.map((predicate) => functionOf(code, predicate) as State | undefined);
    const all = functions.includes(undefined)
      ? undefined
      : (at: Int32Array, from: number) => functions.every((holds) => (holds as State)(at, from));
    return exact.state(
      all,
      list.some(({ mayFail }) => mayFail),
      other,
    );
  };
  const functions = steps.map(({ action, unchanged }) => [
    functionOf(code, unchanged) as Step | undefined,
    functionOf(code, action) as Step | undefined,
  ]);
  const own: Step | undefined = functions.flat().includes(undefined)
    ? undefined
    : (s, at, t, to) =>
        functions.every(([same, action]) => (same as Step)(s, at, t, to) || (action as Step)(s, at, t, to));
  const mayFail = steps.some(({ action, unchanged }) => action.mayFail || unchanged.mayFail);
  return {
    name,
    initial: states(initial, (engine) => of(engine).initial) ?? (() => true),
    always: states(always, (engine) => of(engine).always ?? missing()),
    step:
      steps.length === 0
        ? undefined
        : exact.step(mayFail ? undefined : own, mayFail, (engine) => of(engine).step ?? missing()),
  };
}

interface Labels {
  readonly label: (number: number) => Label;
  /** The number of a label that the first tier gave. */
  readonly number: (label: Label) => number;
}

function labelsOf({ labels: data }: PackedData): Labels {
  const labels: (Label | undefined)[] = data.map(() => undefined);
  let numbers: Map<string, number> | undefined;
  const label = (number: number): Label => {
    const known = labels[number];
    if (known !== undefined) return known;
    const entry = data[number];
    if (entry === undefined) throw new RangeError(`${number} is the number of no label`);
    const parameters = entry.parameters.map((text) => parseValue(text));
    return (labels[number] = { action: entry.action, parameters, key: labelKey(entry.action, parameters) });
  };
  return {
    label,
    number: (given) => {
      numbers ??= new Map(data.map((_, number) => [label(number).key, number]));
      let number = numbers.get(given.key);
      if (number === undefined) {
        number = labels.push(given) - 1;
        numbers.set(given.key, number);
      }
      return number;
    },
  };
}
