import { type Label, labelKey } from '@synod/spec';
import { EvaluationError, InputError, parseValue, type TlaValue } from '@synod/tla';
import type { Emit, Engine, EngineProperty, Program, StatePredicate, StepPredicate } from '../engine.js';
import { fromTla, nowhere, toTla } from './convert.js';
import { concrete } from './lazy.js';
import { operatorOf } from './operators.js';
import type { ValuesData } from './program.js';
import { runtime } from './runtime.js';
import { createStore, enter, type Store, store, valueOf, wordOf } from './store.js';
import { representatives } from './symmetry.js';
import type { Stored, Value } from './value.js';

/** What the generated code gives. */
interface Code {
  load(states: Int32Array, at: number, value: (word: number) => Stored): void;
  loadNext(states: Int32Array, at: number, value: (word: number) => Stored): void;
  save(): readonly unknown[];
  restore(saved: readonly unknown[]): void;
  init(emit: Emit): void;
  next?(emit: Emit): void;
  readonly invariants: readonly Test[];
  readonly constraints: readonly Test[];
  readonly actionConstraints: readonly Test[];
  readonly assumptions: readonly Test[];
  readonly properties: readonly {
    readonly initial: readonly Test[];
    readonly always: readonly Test[];
    readonly steps: readonly { readonly action: Test; readonly unchanged: Test }[];
  }[];
  readonly view?: () => Value;
  readonly symmetry?: () => Value;
  readonly operators: readonly ((...parameters: Value[]) => Value)[];
}

type Test = () => boolean;

/**
 * The engine of a program of the first tier. Its values are its own, and are kept as long as it is.
 *
 * @throws EvaluationError from any of its functions where a rule of TLA+ is broken
 */
export function loadValues(program: Program): Engine {
  if (program.tier !== 'values')
    throw new InputError('compiler', `a program of tier ${program.tier} is not one of values`);
  const data = program.data as ValuesData;
  const created = createStore(data.texts);
  const out = new Int32Array(data.variables.length);
  const labels = labelTable(data);
  const within = withinStore(created, data.recursions);
  const code = within(() => compile(program.code, data, out, labels.number));
  const scope = scopes(code, within, data.recursions);
  const operators = new Map(data.operators.map((operator, index) => [operator.name, { ...operator, index }]));
  const { named } = data;
  const states = (names: readonly string[], tests: readonly Test[]): StatePredicate[] =>
    tests.map((test, index) => ({ name: names[index] as string, holds: scope.state(test) }));
  return {
    name: data.name,
    tier: 'values',
    variables: data.variables,
    actions: data.actions,
    width: data.variables.length,
    successor: out,
    init: (emit) => scope.saved(() => code.init(emit)),
    next: (words, at, emit) =>
      scope.saved(() => {
        code.load(words, at, valueOf);
        code.next?.(emit);
      }),
    label: (number) => within(() => labels.label(number)),
    invariants: states(named.invariants, code.invariants),
    constraints: states(named.constraints, code.constraints),
    actionConstraints: code.actionConstraints.map(
      (test, index): StepPredicate => ({
        name: named.actionConstraints[index] as string,
        holds: scope.step(test),
      }),
    ),
    properties: propertiesOf(code, named.properties, scope),
    view: code.view === undefined ? undefined : viewOf(scope, code.view),
    representative:
      code.symmetry === undefined ? undefined : representatives(code.symmetry, out.length, within),
    checkDeadlock: data.checkDeadlock,
    assumptions: code.assumptions.map((test, index) => ({
      name: named.assumptions[index] as string,
      holds: () => within(test),
    })),
    variableBits: data.variables.map((_, own) =>
      Int32Array.from(out, (__, index) => (index === own ? -1 : 0)),
    ),
    decode: (words, at) =>
      within(() => data.variables.map((_, index) => toTla(valueOf(words[at + index] as number)))),
    encode: (values) => within(() => encode(values, out)),
    operator: (name) => {
      const found = operators.get(name);
      return (
        found &&
        operatorOf(found.formals, code.operators[found.index] as (...values: Value[]) => Value, {
          load: (words, at, value) => code.load(words, at, value),
          saved: scope.saved,
          within,
        })
      );
    },
  };
}

/** What does something with the values of a store. */
function withinStore(own: Store, recursions: ValuesData['recursions']): <T>(act: () => T) => T {
  return (act) => {
    const previous = store;
    if (previous === own) return act();
    enter(own);
    try {
      return act();
    } catch (error) {
      throw tooDeep(error, recursions);
    } finally {
      enter(previous);
    }
  };
}

/** Recursion that is too deep for JavaScript's stack is a mistake of the specification: of what the stack ends with. */
function tooDeep(error: unknown, recursions: ValuesData['recursions']): unknown {
  if (!(error instanceof RangeError) || !/call stack/i.test(error.message)) return error;
  const called = new Set(error.stack?.match(/(?<=^\s+at )\w+(?= \()/gm));
  // Of several that call each other, the stack ends with any: the first that was written is told.
  const place = recursions.find(([name]) => called.has(name))?.[1];
  return new EvaluationError(
    'the recursion is too deep: an operator or a function that calls itself may have no end',
    place,
  );
}

function compile(
  code: string,
  data: ValuesData,
  out: Int32Array,
  labelOf: (action: number, values: Value[]) => number,
): Code {
  const constants = data.constants.map((text) => fromTla(parseValue(text)));
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval -- The code is what `emitValues` wrote.
  const make = new Function('R', 'S', 'K', 'out', `'use strict';\n${code}`) as (...parts: unknown[]) => Code;
  return make({ ...runtime, labelOf }, data.spans, constants, out);
}

/** What is evaluated in a state or over a step, while others may be evaluated in another. */
interface Scope {
  readonly saved: (act: () => void) => void;
  readonly state: <T>(test: () => T) => (words: Int32Array, at: number) => T;
  readonly step: (test: Test) => (from: Int32Array, fromAt: number, to: Int32Array, toAt: number) => boolean;
}

function scopes(code: Code, within: <T>(act: () => T) => T, recursions: ValuesData['recursions']): Scope {
  const saved = <T>(act: () => T): T =>
    within(() => {
      const before = code.save();
      try {
        return act();
      } catch (error) {
        throw tooDeep(error, recursions);
      } finally {
        code.restore(before);
      }
    });
  return {
    saved,
    state: (test) => (words, at) =>
      saved(() => {
        code.load(words, at, valueOf);
        return test();
      }),
    step: (test) => (from, fromAt, to, toAt) =>
      saved(() => {
        code.load(from, fromAt, valueOf);
        code.loadNext(to, toAt, valueOf);
        return test();
      }),
  };
}

function propertiesOf(
  { properties }: Code,
  names: readonly string[],
  scope: Scope,
): readonly EngineProperty[] {
  return properties.map(({ initial, always, steps }, index) => ({
    name: names[index] as string,
    initial: scope.state(() => initial.every((test) => test())),
    always: always.length === 0 ? undefined : scope.state(() => always.every((test) => test())),
    step:
      steps.length === 0
        ? undefined
        : scope.step(() => steps.every(({ action, unchanged }) => action() || unchanged())),
  }));
}

function viewOf(scope: Scope, view: () => Value): (words: Int32Array, at: number) => TlaValue {
  return scope.state(() => toTla(view()));
}

/** Writes the words of values; false if TLC has no such value: an integer of more than 32 bits, a set of different kinds. */
function encode(values: readonly TlaValue[], out: Int32Array): boolean {
  try {
    for (const [index, value] of values.entries()) out[index] = wordOf(fromTla(value));
    return true;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

interface LabelTable {
  readonly number: (action: number, values: Value[]) => number;
  readonly label: (number: number) => Label;
}

/** Labels by number: actions with parameters. */
function labelTable(data: ValuesData): LabelTable {
  const numbers = new Map<number | string, number>();
  const labels: { readonly action: string; readonly values: readonly Value[]; label?: Label }[] = [];
  return {
    number: (action, values) => {
      const [first] = values;
      const key =
        values.length === 0
          ? `${action}`
          : values.length === 1
            ? wordOf(concrete(first as Value, nowhere)) * data.actions.length + action
            : `${action} ${values.map((value) => wordOf(concrete(value, nowhere))).join(' ')}`;
      let number = numbers.get(key);
      if (number === undefined) {
        number = labels.length;
        numbers.set(key, number);
        labels.push({ action: data.actions[action]?.name as string, values });
      }
      return number;
    },
    label: (number) => {
      const entry = labels[number];
      if (entry === undefined) throw new RangeError(`${number} is the number of no label`);
      if (entry.label !== undefined) return entry.label;
      const parameters = entry.values.map((value) => toTla(value));
      return (entry.label = { action: entry.action, parameters, key: labelKey(entry.action, parameters) });
    },
  };
}
