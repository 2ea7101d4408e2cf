import type { StepFormulas } from '@synod/compiler';
import type { Check, EventKind } from '../bind.js';
import type { StepQuestion } from '../space.js';
import type { Matchers } from './matchers.js';
import type { Names } from './names.js';
import { type Table, table } from './table.js';
import type { Vocabulary } from './vocabulary.js';

/** The formulas of all events of some traces, each once. */
export interface EventFormulas {
  /** The definitions that they use. */
  readonly lines: () => readonly string[];
  /** Steps that events allow, with what is said of the state after them. */
  readonly kinds: Table;
  /** Steps that may be hidden. */
  readonly hidden: Table;
  /** What is said of an initial state. */
  readonly initial: Table;
  /** The number of a kind of event. */
  readonly kind: (kind: EventKind) => number;
  /** The number of what is said of an initial state. */
  readonly init: (checks: readonly Check[]) => number;
  /** The number of the steps of these actions; 0 if there are none. */
  readonly hide: (actions: readonly string[]) => number;
}

/**
 * @param limits what every step must satisfy besides: the action constraints of the model
 */
export function eventFormulas(
  formulas: StepFormulas,
  { subject }: Vocabulary,
  matchers: Matchers,
  names: Names,
  limits: readonly string[],
): EventFormulas {
  const [kinds, hidden, initial, steps] = [table(), table(), table(), table()];
  const stepName = names.series('Step');
  const limited = (step: string): string => [step, ...limits].join(' /\\ ');
  const none = `UNCHANGED <<${formulas.variables.join(', ')}>>`;

  const stepOf = (question: StepQuestion | undefined): string => {
    if (question === undefined) return `(${limited(formulas.next)}) \\/ ${none}`;
    const { action, parameters } = question;
    if (action === undefined) return limited(formulas.next);
    const occurrences = formulas.occurrences(action) ?? [];
    const ways = occurrences.map((occurrence) => {
      const conditions = parameters.flatMap((pattern, i) =>
        pattern === undefined ? [] : [matchers.of(pattern)(occurrence.arguments[i] as string)],
      );
      return occurrence.step(conditions.length === 0 ? undefined : decided(conditions));
    });
    return limited(ways.length === 1 ? (ways[0] as string) : `(${ways.join(' \\/ ')})`);
  };
  const observed = (checks: readonly Check[], suffix: '' | "'"): readonly string[] => {
    const said = (isVariable: boolean): string[] =>
      checks
        .filter((check) => formulas.variables.includes(subject(check)) === isVariable)
        .map((check) => matchers.of(check.pattern)(subject(check) + suffix))
        .toSorted();
    // Operators take longer to evaluate than variables.
    return [...said(true), ...said(false)];
  };
  return {
    lines: () => steps.texts.map((step, i) => `${stepName(i + 1)} == ${step}`),
    kinds,
    hidden,
    initial,
    kind: ({ question, checks }) => {
      const seen = observed(checks, "'");
      const step = stepName(steps.number(stepOf(question)));
      return kinds.number(seen.length === 0 ? step : `(${step} /\\ ${decided(seen)})`);
    },
    init: (checks) => initial.number(checks.length === 0 ? 'TRUE' : decided(observed(checks, ''))),
    hide: (actions) => {
      if (actions.length === 0) return 0;
      const ways = [...new Set(actions)].toSorted().map((action) => stepOf({ action, parameters: [] }));
      return hidden.number(`(${ways.map((way) => stepName(steps.number(way))).join(' \\/ ')})`);
    },
  };
}

/** Conditions as one value: within an action, TLC would take each way in which they hold for a step of its own. */
function decided(conditions: readonly string[]): string {
  return `((${conditions.join(' /\\ ')}) = TRUE)`;
}
