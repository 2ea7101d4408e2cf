import { withoutComments } from './config-text.js';
import { placeAt, skipBlanks, take, unexpected, word } from './cursor.js';
import { InputError, type Place } from './error.js';
import { readValue, type ValueCursor, valueCursor } from './parse-value.js';
import type { TlaValue } from './value.js';

/** `Constant <- Operator`, or `Constant <- [Module] Operator`: a definition that stands in for another. */
export interface Substitution {
  readonly constant: string;
  readonly operator: string;
  readonly module: string | undefined;
  readonly place: Place;
}

/** A model, as a cfg file of TLC describes it. Names are not looked up: that needs the module. */
export interface Config {
  /** The constants that are assigned values, by name. */
  readonly constants: { readonly [name: string]: TlaValue };
  readonly substitutions: readonly Substitution[];
  readonly specification: string | undefined;
  readonly init: string | undefined;
  readonly next: string | undefined;
  readonly invariants: readonly string[];
  readonly properties: readonly string[];
  readonly constraints: readonly string[];
  readonly actionConstraints: readonly string[];
  readonly symmetry: string | undefined;
  readonly view: string | undefined;
  readonly alias: string | undefined;
  readonly postcondition: string | undefined;
  /** Whether a state without a step is an error; it is unless the file says otherwise. */
  readonly checkDeadlock: boolean;
  /** Where each constant is assigned, and each name stands, for messages. */
  readonly places: ReadonlyMap<string, Place>;
  /** The file, for messages, if it was named. */
  readonly file?: string | undefined;
  /** The names and strings of the file in the order of its text, by which TLC orders model values and strings. */
  readonly texts?: readonly string[];
}

/**
 * Refuses a model whose graph does not say what the specification allows: with SYMMETRY and with VIEW, TLC
 * takes states for one another, and steps lead to whichever of them it met first.
 *
 * @throws InputError if the cfg has either
 */
export function exactExport({ symmetry, view, places }: Config): void {
  const [keyword, name] = symmetry === undefined ? ['VIEW', view] : ['SYMMETRY', symmetry];
  if (name === undefined) return;
  const message = `With ${keyword} ${name}, a graph leads to states that stand for others: export without it.`;
  throw new InputError('inexact', message, places.get(name));
}

type ListField = 'invariants' | 'properties' | 'constraints' | 'actionConstraints';
type NameField = 'specification' | 'init' | 'next' | 'symmetry' | 'view' | 'alias' | 'postcondition';
type Section = 'constants' | 'checkDeadlock' | ListField | NameField;

const sections: ReadonlyMap<string, Section> = new Map([
  ['CONSTANT', 'constants'],
  ['CONSTANTS', 'constants'],
  ['SPECIFICATION', 'specification'],
  ['INIT', 'init'],
  ['NEXT', 'next'],
  ['INVARIANT', 'invariants'],
  ['INVARIANTS', 'invariants'],
  ['PROPERTY', 'properties'],
  ['PROPERTIES', 'properties'],
  ['CONSTRAINT', 'constraints'],
  ['CONSTRAINTS', 'constraints'],
  ['ACTION_CONSTRAINT', 'actionConstraints'],
  ['ACTION_CONSTRAINTS', 'actionConstraints'],
  ['SYMMETRY', 'symmetry'],
  ['VIEW', 'view'],
  ['ALIAS', 'alias'],
  ['POSTCONDITION', 'postcondition'],
  ['CHECK_DEADLOCK', 'checkDeadlock'],
]);

type Draft = { -readonly [Field in keyof Config]: Config[Field] } & {
  readonly assigned: [string, TlaValue][];
  readonly substitutions: Substitution[];
  readonly places: Map<string, Place>;
} & { readonly [Field in ListField]: string[] };

/**
 * Reads a cfg file of TLC.
 *
 * @param file the file's name, for messages
 * @throws InputError at the line that is not understood, assigns a constant twice or an integer that TLC
 *   does not have, or says twice what may be
 *   said once
 */
export function parseConfig(text: string, file?: string): Config {
  // Windows' editors mark UTF-8; it is no part of the text.
  const cursor = valueCursor(withoutComments(text.replace(/^\ufeff/, ''), { file }), { file });
  const draft: Draft = {
    constants: {},
    assigned: [],
    substitutions: [],
    specification: undefined,
    init: undefined,
    next: undefined,
    invariants: [],
    properties: [],
    constraints: [],
    actionConstraints: [],
    symmetry: undefined,
    view: undefined,
    alias: undefined,
    postcondition: undefined,
    checkDeadlock: true,
    places: new Map(),
  };
  const said = new Set<Section>();
  while (!Number.isNaN(skipBlanks(cursor))) {
    const start = cursor.at;
    const keyword = word(cursor);
    const section = sections.get(keyword);
    if (section === undefined) throw unexpected({ ...cursor, at: start }, 'a keyword of a cfg file');
    readSection(cursor, section, keyword, draft, said);
  }
  const { assigned, ...config } = draft;
  return { ...config, constants: Object.fromEntries(assigned), file, texts: textsOf(cursor.text) };
}

function textsOf(text: string): readonly string[] {
  const texts = text.match(/"(?:[^"\\\n]|\\.)*"|\w+/g) ?? [];
  return [...new Set(texts.map((each) => (each.startsWith('"') ? each.slice(1, -1) : each)))];
}

function readSection(
  cursor: ValueCursor,
  section: Section,
  keyword: string,
  draft: Draft,
  said: Set<Section>,
): void {
  if (section === 'constants') {
    while (nextIsName(cursor)) readConstant(cursor, draft);
  } else if (isList(section)) {
    while (nextIsName(cursor)) {
      draft[section].push(readName(cursor, draft));
      if (skipBlanks(cursor) === 44) cursor.at += 1;
    }
  } else {
    if (said.has(section)) {
      const message = `${keyword} is given twice; TLC takes one.`;
      throw new InputError('cfg', message, placeAt(cursor.text, cursor.at - keyword.length, cursor.place));
    }
    said.add(section);
    if (!nextIsName(cursor)) throw unexpected(cursor, `a name behind ${keyword}`);
    const start = cursor.at;
    const name = readName(cursor, draft);
    if (section !== 'checkDeadlock') draft[section] = name;
    else if (name === 'TRUE' || name === 'FALSE') draft.checkDeadlock = name === 'TRUE';
    else throw unexpected({ ...cursor, at: start }, 'TRUE or FALSE');
  }
}

function isList(section: Section): section is ListField {
  return (
    section === 'invariants' ||
    section === 'properties' ||
    section === 'constraints' ||
    section === 'actionConstraints'
  );
}

/** Reads a name, and remembers where it first stands. */
function readName(cursor: ValueCursor, draft: Draft): string {
  const place = placeAt(cursor.text, cursor.at, cursor.place);
  const name = word(cursor);
  if (!draft.places.has(name)) draft.places.set(name, place);
  return name;
}

/** Whether a name follows that is no keyword. */
function nextIsName(cursor: ValueCursor): boolean {
  skipBlanks(cursor);
  const { at } = cursor;
  const name = word(cursor);
  cursor.at = at;
  return name !== '' && !sections.has(name);
}

function readConstant(cursor: ValueCursor, draft: Draft): void {
  const place = placeAt(cursor.text, cursor.at, cursor.place);
  const constant = readName(cursor, draft);
  skipBlanks(cursor);
  if (take(cursor, '=')) {
    if (skipBlanks(cursor) === 91) {
      const message = `${constant} = [Module] is not supported: define an operator, and write ${constant} <- [Module] Operator`;
      throw new InputError('cfg', message, place);
    }
    refuseTwice(constant, undefined, draft, place);
    const value = readValue(cursor);
    if (typeof value === 'bigint' || (typeof value === 'number' && value !== (value | 0))) {
      throw new InputError(
        'cfg',
        `${constant} = ${value} is beyond 32 bits, which TLC's integers have`,
        place,
      );
    }
    draft.assigned.push([constant, value]);
    return;
  }
  if (!take(cursor, '<-')) throw unexpected(cursor, `"=" or "<-" behind ${constant}`);
  let module: string | undefined;
  if (skipBlanks(cursor) === 91) {
    cursor.at += 1;
    module = word(cursor);
    if (!take(cursor, ']')) throw unexpected(cursor, '"[Module]"');
    skipBlanks(cursor);
  }
  const operator = word(cursor);
  if (operator === '') throw unexpected(cursor, 'the name of an operator');
  refuseTwice(constant, module, draft, place);
  draft.substitutions.push({ constant, operator, module, place });
}

/** A name can stand for one thing in the model, and for others in modules that it instantiates. */
function refuseTwice(
  constant: string,
  module: string | undefined,
  { assigned, substitutions }: Draft,
  place: Place,
): void {
  const isAssigned = module === undefined && assigned.some(([name]) => name === constant);
  if (isAssigned || substitutions.some((one) => one.constant === constant && one.module === module)) {
    throw new InputError('cfg', `${constant} is given twice.`, place);
  }
}
