import { type Bound, type Expression, evaluator, type Occurrence, parseModule } from '@synod/compiler';
import type { ForeignSpec } from '@synod/conformance';
import { isTuple, key, SynodError, TlaSet } from '@synod/tla';
import { mentions } from './mentions.js';

/** More choices than these are no choices that a graph would have labels for. */
const most = 10_000;

/** Stands where an occurrence takes its action. */
const mark = 'HereIsTheAction';

/**
 * The arguments with which an action may be taken in one of its ways, as far as the bounds of the `\E` around it are
 * constant sets.
 *
 * @returns TLA+ texts; undefined if what they range over depends on a state, or cannot be told
 */
export async function argumentsOf(
  occurrence: Occurrence,
  spec: ForeignSpec,
): Promise<readonly (readonly string[])[] | undefined> {
  if (occurrence.arguments.length === 0) return [[]];
  const step = await parsed(occurrence.step(mark), spec);
  const tuples = step && tuplesText(step, `<<${occurrence.arguments.join(', ')}>>`);
  if (tuples === undefined) return undefined;
  const expression = await parsed(tuples, spec);
  const { formulas, modules } = spec;
  const ofState = mentions(
    modules,
    (inner) => inner.type === 'apply' && (inner.name === "'" || formulas.variables.includes(inner.name)),
  );
  if (expression === undefined || ofState(expression)) return undefined;
  return evaluated(tuples, spec);
}

/** The name of a module that extends the root. */
const outer = 'SynodArguments';

const moduleText = (formula: string, root: string): string =>
  `---- MODULE ${outer} ----\nEXTENDS ${root}\nFormula == ${formula}\n====\n`;

async function parsed(formula: string, { root }: ForeignSpec): Promise<Expression | undefined> {
  const { units } = await parseModule(moduleText(formula, root), `${outer}.tla`);
  return units.flatMap((unit) => (unit.type === 'definition' ? [unit.body] : []))[0];
}

async function evaluated(
  formula: string,
  { modules, root, formulas, config }: ForeignSpec,
): Promise<readonly (readonly string[])[] | undefined> {
  const module = await parseModule(moduleText(formula, root), `${outer}.tla`);
  try {
    const text = evaluator(new Map([...modules, [outer, module]]), outer, config?.constants ?? {}, config);
    // It depends on no state, so that any will do.
    const state = Object.fromEntries(formulas.variables.map((name) => [name, 0]));
    const value = text.evaluate('Formula', state);
    if (!(value instanceof TlaSet) || value.elements.length > most) return undefined;
    return value.elements.map((tuple) => (isTuple(tuple) ? tuple.map(key) : []));
  } catch (error) {
    // An infinite set, or a constant that has no value here.
    if (error instanceof SynodError) return undefined;
    throw error;
  }
}

/**
 * The set of the values of `tuple` for all choices of what is bound around the mark. Guards count for nothing, nor does
 * what is bound and not used.
 */
function tuplesText(step: Expression, tuple: string): string | undefined {
  if (step.type === 'apply') return step.name === mark ? `{${tuple}}` : undefined;
  if (step.type === 'conjunction') {
    return step.items.map((item) => tuplesText(item, tuple)).find((text) => text !== undefined);
  }
  if (step.type === 'exists') {
    const within = (text: string, { names, span }: Bound): string =>
      uses(text, names) ? `UNION {${text} : ${span.text}}` : text;
    const inner = tuplesText(step.body, tuple);
    return inner && step.bounds.reduceRight(within, inner);
  }
  if (step.type !== 'let') return undefined;
  const inner = tuplesText(step.body, tuple);
  const names = step.definitions.map(({ name }) => name);
  if (inner === undefined || !uses(inner, names)) return inner;
  return `(LET ${step.definitions.map(({ span }) => span.text).join(' ')} IN ${inner})`;
}

function uses(text: string, names: readonly string[]): boolean {
  const words = new Set(text.match(/\w+/g));
  return names.some((name) => words.has(name));
}
