import type { Evaluator, Conjunct as SpecificationConjunct } from '@synod/compiler';
import { isTuple, key, parseValue, TlaSet, type TlaValue } from '@synod/tla';
import type {
  Conjunct,
  Divergence,
  OperatorDivergence,
  Path,
  RefinementDivergence,
  StateValues,
  StepDivergence,
} from './divergence.js';

/** What divergences are explained with. */
export interface ExplainContext {
  /** The module's text, evaluated with the model's constants. */
  readonly text: Evaluator;
  /** The same for a specification above, by the name of its module. */
  readonly above: (module: string) => Evaluator;
  /** The guard in the code that turns a step away at the end of a path, if it can be found. */
  readonly guard: (
    path: Path,
    action: string,
    parameters: readonly TlaValue[],
  ) => Promise<Conjunct | undefined>;
}

/** More conjuncts than this would hide the one that matters. */
const most = 4;

/**
 * The conjuncts that decide a divergence. Where the code does more than the specification, they are those of the
 * module's text that are false; where it does less, the guard in the code.
 */
export async function explainDivergence(
  divergence: Divergence,
  context: ExplainContext,
): Promise<readonly Conjunct[]> {
  switch (divergence.type) {
    case 'initial':
      return divergence.onlyIn === 'expected' ? [] : falseConjuncts(context.text, 'Init', divergence.state);
    case 'step':
      return explainStep(divergence, context);
    case 'operator':
      return explainOperator(divergence, context.text);
    case 'invariant':
      return falseConjuncts(context.text, divergence.invariant, lastState(divergence.path));
    case 'refinement':
      return explainRefinement(divergence, context);
    case 'property':
      return [];
  }
}

/** The state that a path ends in. */
export function lastState({ initial, steps }: Path): StateValues {
  return steps.at(-1)?.state ?? initial;
}

async function explainStep(
  divergence: StepDivergence,
  { text, guard }: ExplainContext,
): Promise<readonly Conjunct[]> {
  const { label, path, onlyIn, sides, target, actualTargets } = divergence;
  // Of what the compiled text alone lacks, nothing says why: the evaluator, which would, has it.
  if (sides?.lacks.join() === 'compiled') return [];
  const taken = onlyIn === 'expected' ? actualTargets : [target];
  if (taken.length === 0) {
    const found = await guard(path, label.action, label.parameters);
    return found === undefined ? [] : [found];
  }
  // The code takes the step, to another state: what is false for that one is what the code has otherwise.
  const conjuncts = taken.flatMap((to) => {
    const result = text.explainStep(label.action, label.parameters, lastState(path), to);
    return result.holds ? [] : leaves(result.conjuncts);
  });
  return shown(conjuncts);
}

function explainOperator(divergence: OperatorDivergence, text: Evaluator): readonly Conjunct[] {
  const state = lastState(divergence.path);
  if (divergence.expected === 'TRUE' || divergence.expected === 'FALSE') {
    return shownConjuncts(text.explainValue(divergence.operator, state).conjuncts);
  }
  const { expected, actual, compiled = actual } = divergence;
  const other = expected === actual ? compiled : actual;
  const parameters = differingArguments(parseValue(expected), parseValue(other));
  if (parameters === undefined) return [];
  try {
    const { conjuncts } = text.explainValue(divergence.operator, state, parameters);
    const which = { 'for the arguments': parameters.map(key).join(', ') };
    return shownConjuncts(conjuncts).map((conjunct) => ({
      ...conjunct,
      bindings: { ...which, ...conjunct.bindings },
    }));
  } catch {
    // An operator without formals may have a set of tuples for its value; then these are no arguments.
    return [];
  }
}

/** A tuple that only one of two sets has. */
function differingArguments(expected: TlaValue, actual: TlaValue): readonly TlaValue[] | undefined {
  if (!(expected instanceof TlaSet) || !(actual instanceof TlaSet)) return undefined;
  const only: readonly TlaValue[] = [
    ...[...expected].filter((element) => !actual.has(element)),
    ...[...actual].filter((element) => !expected.has(element)),
  ];
  return only.find(isTuple);
}

function explainRefinement(divergence: RefinementDivergence, context: ExplainContext): readonly Conjunct[] {
  const text = context.above(divergence.above);
  const { mappedFrom, mappedTo } = divergence;
  if (mappedTo === undefined) return falseConjuncts(text, 'Init', mappedFrom);
  const result = text.explainStep('Next', [], mappedFrom, mappedTo);
  return result.holds ? [] : shownConjuncts(result.conjuncts);
}

function falseConjuncts(text: Evaluator, operator: string, state: StateValues): readonly Conjunct[] {
  const { holds, conjuncts } = text.explainValue(operator, state);
  return holds ? [] : shownConjuncts(conjuncts);
}

/** Conjuncts of the module's text as they are shown: what decides within the definitions that decide, each once. */
export function shownConjuncts(conjuncts: readonly SpecificationConjunct[]): readonly Conjunct[] {
  return shown(leaves(conjuncts));
}

/** What decides within the definitions that decide. */
function leaves(conjuncts: readonly SpecificationConjunct[]): readonly SpecificationConjunct[] {
  return conjuncts.flatMap((conjunct) =>
    conjunct.because.length === 0 ? [conjunct] : leaves(conjunct.because),
  );
}

function shown(conjuncts: readonly SpecificationConjunct[]): readonly Conjunct[] {
  const distinct = new Map<string, Conjunct>();
  for (const { text, place, bindings, note } of conjuncts) {
    const { file = '', line = 0 } = place;
    const id = `${file}:${line}:${text}`;
    if (distinct.has(id)) continue;
    const bound = Object.entries(bindings).map(([name, value]) => [name, key(value)] as const);
    distinct.set(id, {
      text,
      file,
      line,
      bindings: Object.fromEntries(bound),
      ...(note === undefined ? {} : { note }),
    });
  }
  return [...distinct.values()].slice(0, most);
}
