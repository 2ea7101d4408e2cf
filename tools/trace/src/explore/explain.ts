import {
  type CompiledModel,
  type Conjunct,
  type Ending,
  type Evaluator,
  evaluator,
  type Property,
} from '@synod/compiler';
import type { Conjunct as ToldConjunct } from '@synod/conformance';
import { key, SynodError } from '@synod/tla';
import type { NamedState, PathStep } from './counterexample.js';
import type { Opened } from './open.js';

/** More conjuncts than this would hide the one that matters. */
const most = 4;

/** The conjuncts that are false at the end of a path; none where the module's text cannot be evaluated. */
export function falseConjuncts(
  { modules, root, config }: Opened,
  { lowered }: CompiledModel,
  ending: Ending,
  steps: readonly PathStep[],
): readonly ToldConjunct[] {
  const [before, last] = [steps.at(-2)?.state, steps.at(-1)?.state];
  if (last === undefined) return [];
  try {
    const text = evaluator(modules, root, config.constants, config);
    if (ending.type === 'invariant') return told(text.explainValue(ending.name, last).conjuncts);
    if (ending.type !== 'property') return [];
    const property = lowered.properties.find(({ name }) => name === ending.name);
    return property === undefined ? [] : told(ofProperty(text, property, ending.part, before, last));
  } catch (error) {
    if (error instanceof SynodError) return [];
    throw error;
  }
}

/** What of a property is false: its formulas are told of where they are the definitions of names. */
function ofProperty(
  text: Evaluator,
  { initial, always, steps }: Property,
  part: 'initial' | 'always' | 'step',
  before: NamedState | undefined,
  last: NamedState,
): readonly Conjunct[] {
  if (part !== 'step') {
    return namesOf(part === 'initial' ? initial : always).flatMap((name) => {
      const { holds, conjuncts } = text.explainValue(name, last);
      return holds ? [] : conjuncts;
    });
  }
  if (before === undefined) return [];
  return namesOf(steps.map(({ action }) => action)).flatMap((name) => {
    const result = text.explainStep(name, [], before, last);
    return result.holds ? [] : result.conjuncts;
  });
}

function namesOf(formulas: Property['initial']): readonly string[] {
  return formulas.flatMap((formula) =>
    formula.op === 'call' && formula.arguments.length === 0
      ? [formula.definition.name.replace(/'$/, '')]
      : [],
  );
}

/** What decides in the end, each once. */
function told(conjuncts: readonly Conjunct[]): readonly ToldConjunct[] {
  const leaves = (conjunct: Conjunct): readonly Conjunct[] =>
    conjunct.because.length === 0 ? [conjunct] : conjunct.because.flatMap(leaves);
  const all = conjuncts.flatMap(leaves).map(
    ({ text, place, bindings, note }): ToldConjunct => ({
      text,
      file: place.file ?? '',
      line: place.line ?? 1,
      ...(note === undefined ? {} : { note }),
      bindings: Object.fromEntries(Object.entries(bindings).map(([name, value]) => [name, key(value)])),
    }),
  );
  return [...new Map(all.map((conjunct) => [JSON.stringify(conjunct), conjunct])).values()].slice(0, most);
}
