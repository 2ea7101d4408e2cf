import { key, type TlaValue } from '@synod/tla';
import type { Ir, IrDefinition, Local } from '../../lower/ir.js';
import type { Span } from '../../parse/syntax.js';
import { type TextOrder, textOrder } from '../../run/values/order.js';
import { type Facts, factsReader } from './facts.js';
import { type Strictness, strictness } from './strict.js';

/** Statements of JavaScript, a line each; a block's first line ends with `{` and its last one begins with `}`. */
export type Lines = string[];

/** How generated code reads a name that is bound. */
export interface Place {
  readonly text: string;
  /** It may be a function without arguments, which gives the value. */
  readonly later: boolean;
  /** Its value is never a large set that is not enumerated, nor a function that is not evaluated. */
  readonly stored: boolean;
}

/** A definition of a LET where it is in scope. */
export type LetPlace =
  | { readonly type: 'text'; readonly text: string; readonly stored: boolean; readonly reach: Reach }
  /** Its elements in an array, with no set made of them. */
  | { readonly type: 'elements'; readonly text: string; readonly reach: Reach }
  | { readonly type: 'inline'; readonly body: Ir }
  | { readonly type: 'function'; readonly name: string };

/** From where a text can be used: a call of a function of the program; a name for a value; something in this place only. */
export type Reach = 'program' | 'name' | 'place';

/** What is written while code is generated. */
export interface Generator {
  /** The text of an expression's value. Statements that must come before it are appended. */
  readonly value: (ir: Ir, out: Lines) => string;
  /** Likewise for what must be TRUE or FALSE. */
  readonly truth: (ir: Ir, out: Lines) => string;
  readonly facts: Facts;
  readonly strict: Strictness;
  readonly order: TextOrder;
  readonly locals: Map<Local, Place>;
  readonly lets: Map<IrDefinition, LetPlace>;
  /** Functions and variables of the whole program. */
  readonly top: Lines;
  /** The functions of recursive operators, and where these are defined. */
  readonly recursions: Map<string, Span>;
  /** Whether a plan is being written, which assigns the primed variables, or in Init the unprimed ones. */
  assigning: boolean;
  inInit: boolean;
  /** Whether what is being written is evaluated once for ever. */
  hoisting: boolean;
  /** Whether what is being written is in a function of its own: not in a plan. */
  lifted: boolean;
  /** The names that the loops of a plan bind, around what is being written. */
  readonly loops: string[];
  /** A name that was not used before. */
  readonly fresh: (name: string) => string;
  /** The text of a function of the runtime. */
  readonly use: (name: string) => string;
  readonly span: (span: Span) => string;
  readonly constant: (value: TlaValue) => string;
  /** The name of the function of a definition at the top of a module. */
  readonly definition: (definition: IrDefinition) => string;
  readonly result: () => Generated;
}

/** The parts of a program that the code refers to. */
export interface Generated {
  readonly spans: readonly Span[];
  /** In canonical form. */
  readonly constants: readonly string[];
  readonly uses: readonly string[];
  readonly top: readonly string[];
}

export function createGenerator(
  texts: readonly string[],
  compile: Pick<Generator, 'value' | 'truth'>,
  emitDefinition: (definition: IrDefinition, name: string) => void,
): Generator {
  const spans = new Map<string, number>();
  const spanList: Span[] = [];
  const constants = new Map<string, number>();
  const uses = new Set<string>();
  const names = new Map<IrDefinition, string>();
  const top: Lines = [];
  let count = 0;
  const fresh = (name: string): string => {
    count += 1;
    return `${name.replace(/[^A-Za-z0-9_]+/g, '_').replace(/^(?=\d)|_$/, '')}_${count}`;
  };
  return {
    ...compile,
    facts: factsReader(),
    strict: strictness(),
    order: textOrder(texts),
    locals: new Map(),
    lets: new Map(),
    top,
    recursions: new Map(),
    assigning: false,
    inInit: false,
    hoisting: false,
    lifted: true,
    loops: [],
    fresh,
    use: (name) => {
      uses.add(name);
      return name;
    },
    span: (span) => {
      const place = `${span.file}:${span.line}:${span.column}:${span.endLine}:${span.endColumn}`;
      let index = spans.get(place);
      if (index === undefined) {
        index = spanList.length;
        spans.set(place, index);
        spanList.push({ ...span, text: span.text.slice(0, 200) });
      }
      return `S${index}`;
    },
    constant: (value) => {
      if (typeof value === 'boolean' || typeof value === 'number') return String(value);
      const text = key(value);
      const index = constants.get(text) ?? constants.size;
      constants.set(text, index);
      return `K${index}`;
    },
    definition: (definition) => {
      const known = names.get(definition);
      if (known !== undefined) return known;
      const name = fresh(definition.name.replaceAll("'", '_next'));
      names.set(definition, name);
      emitDefinition(definition, name);
      return name;
    },
    result: () => ({ spans: spanList, constants: [...constants.keys()], uses: [...uses].sort(), top }),
  };
}

/** The text of a function without arguments that gives the value. */
export function later(g: Generator, ir: Ir): string {
  const body: Lines = [];
  const text = g.value(ir, body);
  return body.length === 0 ? `() => ${text}` : ['() => {', ...body, `return ${text};`, '}'].join('\n');
}

/** The text of an expression as a name that is evaluated once. */
export function named(g: Generator, text: string, out: Lines, name = 't'): string {
  if (/^[\w$]+$/.test(text)) return text;
  const variable = g.fresh(name);
  out.push(`const ${variable} = ${text};`);
  return variable;
}
