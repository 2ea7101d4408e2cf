import type { StateGraph } from '@synod/spec';
import { type Json, toJson } from '@synod/tla';
import type { ActionVocabulary } from '../trace/space.js';
import type { Model } from './model.js';

/** Where whoever uses the text has the type of JSON from. */
const ownPackage = '@synod/conformance';

/** A parameter with more values than this has the type that they are of. */
const mostLiterals = 20;

/** The type of what has no fields. */
const none = 'Readonly<Record<string, never>>';

/**
 * The actions of a model's steps, their parameters, and its variables as a TypeScript interface, to be given to `openModel`. A parameter
 * is one of the values that it has in the graph if these are few.
 *
 * @param name the interface's name
 * @returns a file of TypeScript
 */
export function vocabularyText(model: Pick<Model, 'space' | 'graph'>, name: string): string {
  const { space } = model;
  const graph = model.graph();
  // A module's Next is an action too, and labels no step where its parts do.
  const taken = new Set(graph.labels.map(({ action }) => action));
  const actions = [...space.actions]
    .filter(([action]) => taken.has(action))
    .map(([action, vocabulary]) => {
      return `    readonly ${propertyName(action)}: ${parametersType(graph, action, vocabulary)};\n`;
    });
  const variables = space.variables.map(literal).join(' | ') || 'never';
  const body = `export interface ${name} {\n  readonly actions: {\n${actions.join('')}  };\n  readonly variables: ${variables};\n}\n`;
  const json = /\bJson\b/.test(body) ? `import type { Json } from '${ownPackage}';\n\n` : '';
  return `${json}${body}`;
}

function parametersType(graph: StateGraph, action: string, { formals, arity }: ActionVocabulary): string {
  if (formals === undefined) return arity === 0 ? none : '{ readonly [parameter: string]: Json }';
  if (formals.length === 0) return none;
  const labels = graph.labels.filter((label) => label.action === action);
  const fields = formals.map((formal, i) => {
    const values = labels.flatMap(({ parameters }) => {
      const value = parameters[i];
      return value === undefined ? [] : [toJson(value)];
    });
    return `readonly ${propertyName(formal)}: ${typeOf(values)}`;
  });
  return `{ ${fields.join('; ')} }`;
}

function typeOf(values: readonly Json[]): string {
  const types = new Set(values.map((value) => typeof value));
  if (types.size === 0 || [...types].some((type) => type === 'object')) return 'Json';
  const literals = new Set(
    values.map((value) => (typeof value === 'string' ? literal(value) : JSON.stringify(value))),
  );
  return [...(literals.size <= mostLiterals ? literals : types)].toSorted(byNumber).join(' | ');
}

/** Numbers by their size, the rest by their letters. */
function byNumber(left: string, right: string): number {
  const difference = Number(left) - Number(right);
  return Number.isNaN(difference) ? (left < right ? -1 : 1) : difference;
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
