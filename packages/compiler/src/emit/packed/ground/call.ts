import type { Call, IrDefinition, Let } from '../../../lower/ir.js';
import { Refused, refuse } from '../refusal.js';
import { FALSE, spend } from '../symbolic/logic.js';
import { type Term, valueOf } from '../symbolic/term.js';
import {
  attempt,
  type Closure,
  type Delayed,
  type Env,
  extend,
  type Ground,
  keyOf,
  lookUp,
  type Meaning,
  type Outcome,
  raise,
} from './scope.js';

const deepest = 400;
/** How deep a definition may use itself with arguments that are not known: each time both ways are gone. */
const deepestUnknown = 12;

/** What a name stands for; errors of evaluating it are raised here, where it is used. */
export function meaningOf(g: Ground, name: string, meaning: Meaning | undefined): Term {
  if (meaning === undefined || 'definition' in meaning || 'apply' in meaning) {
    return refuse(`${name} is used in a way that is not known here`);
  }
  if ('ir' in meaning) return g.evaluate(g, meaning.ir, meaning.env);
  if (meaning.error !== FALSE) raise(g, meaning.error);
  return meaning.term;
}

/** A definition used with its arguments. What it gave is remembered by them. */
export function call(g: Ground, ir: Call, env: Env): Term {
  const { definition } = ir;
  const found = g.lets.has(definition) ? lookUp(env, definition) : undefined;
  const closure = found !== undefined && 'definition' in found ? found : undefined;
  const given = ir.arguments.map((argument) => argumentOf(g, { ir: argument, env }));
  const key = definition.level > g.steady ? undefined : keyOfCall(g, definition, given);
  const results =
    closure !== undefined
      ? closure.results
      : definition.level === 0 && isKnownKey(key)
        ? g.constants
        : g.memo;
  let outcome = key === undefined ? undefined : results.get(key);
  if (outcome === undefined) {
    outcome = attempt(g, () => body(g, definition, given, closure?.around()));
    if (key !== undefined) results.set(key, outcome);
  }
  if (outcome.error !== FALSE) raise(g, outcome.error);
  return outcome.term;
}

function body(g: Ground, definition: IrDefinition, given: readonly Meaning[], around: Env): Term {
  g.depth += 1;
  spend(g.forge, 1);
  const limit = definition.recursive && !given.every(isKnown) ? deepestUnknown : deepest;
  if (g.depth > limit) refuse(`${definition.name} is recursive in a way that has no known end`);
  let inner = around;
  for (const [index, parameter] of definition.parameters.entries()) {
    inner = extend(inner, parameter, given[index] as Meaning);
  }
  const result = g.evaluate(g, definition.body, inner);
  g.depth -= 1;
  return result;
}

function isKnown(meaning: Meaning): boolean {
  return 'term' in meaning && valueOf(meaning.term) !== undefined;
}

/** An argument, evaluated if that can be done; its errors count where it is used. */
function argumentOf(g: Ground, delayed: Delayed): Outcome | Delayed {
  if (delayed.ir.op === 'local') {
    const meaning = lookUp(delayed.env, delayed.ir.local);
    if (meaning !== undefined && 'term' in meaning) return meaning;
  }
  const { depth } = g;
  const before = g.error;
  try {
    return attempt(g, () => g.evaluate(g, delayed.ir, delayed.env));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    g.depth = depth;
    g.error = before;
    return delayed;
  }
}

/** The same for the same arguments; undefined where there is no saying whether they are. */
function keyOfCall(
  g: Ground,
  definition: IrDefinition,
  given: readonly (Outcome | Delayed)[],
): string | undefined {
  let key = String(definition.id);
  for (const argument of given) {
    if (!('term' in argument) || argument.error !== FALSE) return undefined;
    const own = keyOf(g, argument.term);
    if (own === undefined) return undefined;
    key += `,${own}`;
  }
  return key;
}

/** Whether all arguments are known values: TRUE and FALSE have the same numbers in all parts of a program. */
function isKnownKey(key: string | undefined): boolean {
  return key !== undefined && /^\d+(,(k-?\d+|t[01]))*$/.test(key);
}

export function letIn(g: Ground, ir: Let, env: Env): Term {
  return g.evaluate(g, ir.body, withDefinitions(g, env, ir.definitions));
}

/** What is around an expression behind definitions of its own, which may use each other. */
export function withDefinitions(g: Ground, env: Env, definitions: readonly IrDefinition[]): Env {
  let inner = env;
  for (const definition of definitions) {
    g.lets.add(definition);
    const closure: Closure = { definition, around: () => inner, results: new Map() };
    inner = extend(inner, definition, closure);
  }
  return inner;
}
