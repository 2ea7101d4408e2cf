import { quote } from '@synod/tla';
import { unsupportedAt } from '../parse/node.js';
import type { Application, Bound, Definition, Expression, Parameter } from '../parse/syntax.js';
import { subexpressions } from '../parse/walk.js';
import { binding, defining, elsewhere, type Here, type Local } from './here.js';
import { meaningOf } from './meaning.js';

/**
 * Writes an expression for a module that extends the one it stands in: on one line, in parentheses wherever another
 * operator might stand beside it, with bound variables renamed where their name is taken there. What cannot be named
 * from there is written out.
 *
 * @throws InputError `tla-unsupported` for what has no text of its own, or cannot be said there
 */
export function print(expression: Expression, here: Here): string {
  if (isBinder(expression)) return printBinder(expression, here);
  const text = (inner: Expression): string => print(inner, here);
  switch (expression.type) {
    case 'literal':
      return printLiteral(expression.value);
    case 'apply':
      return printApplication(expression, here);
    case 'conjunction':
      return `(${expression.items.map(text).join(' /\\ ')})`;
    case 'disjunction':
      return `(${expression.items.map(text).join(' \\/ ')})`;
    case 'set':
      return `{${expression.elements.map(text).join(', ')}}`;
    case 'tuple':
      return `<<${expression.elements.map(text).join(', ')}>>`;
    case 'product':
      return `(${expression.elements.map(text).join(' \\X ')})`;
    case 'functionSet':
      return `[${text(expression.domain)} -> ${text(expression.range)}]`;
    case 'record':
      return `[${expression.fields.map(({ name, value }) => `${name} |-> ${text(value)}`).join(', ')}]`;
    case 'recordSet':
      return `[${expression.fields.map(({ name, value }) => `${name} : ${text(value)}`).join(', ')}]`;
    case 'field':
      return `${text(expression.record)}.${expression.name}`;
    case 'index':
      return `${text(expression.function)}[${text(expression.argument)}]`;
    case 'except':
      return `[${text(expression.function)} EXCEPT ${expression.updates
        .map(({ path, value }) => `!${path.map((step) => `[${text(step)}]`).join('')} = ${text(value)}`)
        .join(', ')}]`;
    case 'old':
      return '@';
    case 'if':
      return `(IF ${text(expression.condition)} THEN ${text(expression.consequent)} ELSE ${text(expression.alternative)})`;
    case 'case': {
      const arms = expression.arms.map(({ condition, value }) => `${text(condition)} -> ${text(value)}`);
      const other = expression.other === undefined ? [] : [`OTHER -> ${text(expression.other)}`];
      return `(CASE ${[...arms, ...other].join(' [] ')})`;
    }
    case 'box':
      return `[${text(expression.action)}]_(${text(expression.subscript)})`;
    case 'angle':
      return `<<${text(expression.action)}>>_(${text(expression.subscript)})`;
    case 'opaque':
      throw unsupportedAt(expression.construct, expression.span);
  }
}

const binders = ['all', 'exists', 'choose', 'filter', 'map', 'function', 'let', 'lambda'] as const;

/** What introduces names. */
type Binder = Extract<Expression, { type: (typeof binders)[number] }>;

function isBinder(expression: Expression): expression is Binder {
  return (binders as readonly string[]).includes(expression.type);
}

function printBinder(expression: Binder, here: Here): string {
  switch (expression.type) {
    case 'all':
    case 'exists': {
      const bounds = printBounds(expression.bounds, here);
      return `(${expression.type === 'all' ? '\\A' : '\\E'} ${bounds.text} : ${print(expression.body, bounds.here)})`;
    }
    case 'choose': {
      if (expression.bound === undefined) throw unsupportedAt('CHOOSE without a set', expression.span);
      const bounds = printBounds([expression.bound], here);
      return `(CHOOSE ${bounds.text} : ${print(expression.body, bounds.here)})`;
    }
    case 'filter': {
      const bounds = printBounds([expression.bound], here);
      return `{${bounds.text} : ${print(expression.body, bounds.here)}}`;
    }
    case 'map': {
      const bounds = printBounds(expression.bounds, here);
      return `{${print(expression.body, bounds.here)} : ${bounds.text}}`;
    }
    case 'function': {
      const bounds = printBounds(expression.bounds, here);
      return `[${bounds.text} |-> ${print(expression.body, bounds.here)}]`;
    }
    case 'let': {
      const definitions = printDefinitions(expression.definitions, here);
      return `(LET ${definitions.text} IN ${print(expression.body, definitions.here)})`;
    }
    case 'lambda': {
      const bound = binding(
        here,
        expression.parameters.map(({ name }) => name),
      );
      return `LAMBDA ${bound.names.join(', ')} : ${print(expression.body, bound.here)}`;
    }
  }
}

/** Bounds, and the place behind them. Their sets are outside of them. */
export function printBounds(
  bounds: readonly Bound[],
  here: Here,
): { readonly text: string; readonly here: Here } {
  let inside = here;
  const texts = bounds.map(({ names, tuple, set }) => {
    const bound = binding(inside, names);
    inside = bound.here;
    const written = bound.names.join(', ');
    return `${tuple ? `<<${written}>>` : written} \\in ${print(set, { ...here, used: inside.used })}`;
  });
  return { text: texts.join(', '), here: inside };
}

/** The definitions of a LET, and the place behind them. */
export function printDefinitions(
  definitions: readonly Definition[],
  here: Here,
): { readonly text: string; readonly here: Here } {
  const inside = defining(here, definitions);
  const texts = definitions.map((definition) => {
    const { name } = inside.locals.get(definition.name) as Extract<Local, { type: 'definition' }>;
    if (definition.recursive && definition.body.type === 'function') {
      const bounds = printBounds(definition.body.bounds, inside);
      return `${name}[${bounds.text}] == ${print(definition.body.body, bounds.here)}`;
    }
    const formals = definition.parameters;
    const bound = binding(
      inside,
      formals.map((formal) => formal.name),
    );
    const locals = new Map(bound.here.locals);
    formals.forEach((formal, i) => {
      if (formal.arity > 0) locals.set(formal.name, { type: 'operator', name: bound.names[i] as string });
    });
    const written = formals.map((formal, i) => `${bound.names[i]}${placeholders(formal)}`);
    const head = written.length === 0 ? name : `${name}(${written.join(', ')})`;
    return `${announced(definition, name, definitions)}${head} == ${print(definition.body, { ...bound.here, locals })}`;
  });
  return { text: texts.join(' '), here: inside };
}

function placeholders({ arity }: Parameter): string {
  return arity === 0 ? '' : `(${Array.from({ length: arity }, () => '_').join(', ')})`;
}

/** RECURSIVE, which a definition needs that is used in itself. */
function announced(definition: Definition, name: string, all: readonly Definition[]): string {
  const mentions = (expression: Expression): boolean =>
    (expression.type === 'apply' && expression.name === definition.name) ||
    subexpressions(expression).some(mentions);
  const index = all.indexOf(definition);
  if (!all.slice(0, index + 1).some(({ body }) => mentions(body))) return '';
  return `RECURSIVE ${name}${placeholders({ name, arity: definition.parameters.length })} `;
}

function printLiteral(value: number | bigint | string | boolean): string {
  if (typeof value === 'string') return quote(value);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function printApplication(expression: Application, here: Here): string {
  const written = expression.arguments.map((argument) => print(argument, here));
  const meaning = meaningOf(expression, here);
  if (meaning.type === 'language') return call(expression, expression.name, written);
  if (meaning.type === 'local') {
    const { local } = meaning;
    return local.type === 'text' ? local.text : call(expression, local.name, written);
  }
  if (meaning.name !== undefined) return call(expression, meaning.name, written);
  const { entity } = meaning;
  if (entity.type === 'substituted') return print(entity.expression, elsewhere(here, entity.scope));
  if (entity.type !== 'definition') {
    throw unsupportedAt(
      `\`${expression.name}\`, which cannot be named outside of its module,`,
      expression.span,
    );
  }
  const { definition, scope } = entity;
  return print(definition.body, calling(expression, definition, elsewhere(here, scope), here));
}

/**
 * The place within a definition's body, each parameter standing for its argument.
 *
 * @param inside the place of the definition
 * @param here the place of the call
 */
export function calling(
  { arguments: given, span }: Application,
  definition: Definition,
  inside: Here,
  here: Here,
): Here {
  if (here.within.includes(definition))
    throw unsupportedAt(`\`${definition.name}\`, written out within itself,`, span);
  const locals = new Map(inside.locals);
  definition.parameters.forEach(({ name, arity }, i) => {
    const argument = given[i];
    if (argument === undefined) throw unsupportedAt(`${definition.name} without all its arguments`, span);
    locals.set(
      name,
      arity === 0 ? { type: 'text', text: argumentText(argument, here) } : operatorOf(argument, here),
    );
  });
  return { ...inside, locals, used: here.used, within: [...here.within, definition] };
}

function argumentText(argument: Expression, here: Here): string {
  const text = print(argument, here);
  // The old value of an EXCEPT would be that of another one there.
  if (text.includes('@')) throw unsupportedAt('`@` in an argument', argument.span);
  return text;
}

function operatorOf(argument: Expression, here: Here): Local {
  if (argument.type !== 'apply')
    throw unsupportedAt('an operator without a name as an argument', argument.span);
  return { type: 'operator', name: print(argument, here) };
}

/** `Op(a, b)`, `a + b`, `~a`, `a'`, `V!+(a, b)`. */
function call({ form }: Application, name: string, written: readonly string[]): string {
  const [first, second] = written;
  if (first === undefined) return name;
  if (/^\w/.test(name) && form === 'name') return `${name}(${written.join(', ')})`;
  if (name.includes('!') && name !== '!!') return `${name}(${written.join(', ')})`;
  if (second !== undefined) return `(${first} ${name} ${second})`;
  if (form === 'postfix') return `${/^\w+$/.test(first) ? first : `(${first})`}${name}`;
  return `(${name === '-.' ? '-' : name} ${first})`;
}
