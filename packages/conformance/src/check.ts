import { depth, type TransitionSystem } from '@synod/spec';
import type { RefinementCheck } from './check-refinement.js';
import type { Divergence, Side } from './divergence.js';
import type { TlcExport } from './read-export.js';
import { compareSides } from './sides/compare-sides.js';
import { compareValues } from './sides/compare-values.js';
import type { FoundInCode, FoundInText } from './sides/found.js';
import { lookAtCode } from './sides/look-at-code.js';

/** What was compared, and every difference found. */
export interface Verdict {
  readonly module: string;
  readonly conforms: boolean;
  /** Who was compared. */
  readonly sides: readonly Side[];
  /** States and labelled steps of the expected graph, and its depth in levels. */
  readonly states: number;
  readonly steps: number;
  readonly depth: number;
  /** How many operators were compared, and how many values: one for each state and each tuple of arguments. */
  readonly operators: { readonly count: number; readonly values: number };
  readonly invariants: readonly string[];
  readonly refinements: readonly Omit<RefinementCheck, 'divergence'>[];
  readonly divergences: readonly Divergence[];
}

/** How a check is watched. */
export interface CheckOptions {
  /** Called now and then with what is being done. */
  readonly onProgress?: (doing: string) => void;
  /** The system starts where it pleases: its initial states need not be initial above. */
  readonly startsAnywhere?: boolean;
  /** What the compiled text gives: then all three are compared. */
  readonly text?: FoundInText;
}

/**
 * Whether a specification in TypeScript conforms to what TLC found for the same model: the same initial states,
 * states, labelled steps and values of operators; all invariants hold; and every step is one of each
 * specification above, or changes nothing there. See "What conforms means" in ARCHITECTURE.md.
 */
export function check<S>(
  system: TransitionSystem<S>,
  expected: TlcExport,
  { onProgress, startsAnywhere = false, text }: CheckOptions = {},
): Verdict {
  const code = lookAtCode(system, { expected: expected.graph.size, startsAnywhere, onProgress });
  onProgress?.('comparing');
  return compareFound(system, expected, code, text);
}

/** Holds what the TypeScript gives, and what the compiled text gives, to what TLC found, and to each other. */
export function compareFound(
  { name, invariants }: Pick<TransitionSystem, 'name' | 'invariants'>,
  expected: TlcExport,
  code: FoundInCode,
  text?: FoundInText,
): Verdict {
  const others = [
    ...(text === undefined ? [] : [{ side: 'compiled' as const, ...text }]),
    { side: 'actual' as const, ...code },
  ];
  const { divergences: differing, same, paths } = compareSides(expected.graph, others);
  const values = compareValues(
    expected.graph,
    paths,
    expected.operators,
    others.map((other, i) => ({ ...other, same: same[i] as Int32Array })),
  );
  const divergences: readonly Divergence[] = [
    ...differing,
    ...values,
    ...code.invariants,
    ...code.refinements.flatMap(({ divergence }) => (divergence ? [divergence] : [])),
    ...(text?.broken ?? []),
  ];
  const { operators } = code;
  return {
    module: name,
    conforms: divergences.length === 0,
    sides: text === undefined ? ['expected', 'actual'] : ['expected', 'compiled', 'actual'],
    states: expected.graph.size,
    steps: expected.graph.targets.length,
    depth: depth(paths),
    operators: {
      count: operators.signatures.length,
      values: operators.arguments.reduce((sum, count) => sum + count, 0) * expected.graph.size,
    },
    invariants,
    refinements: code.refinements.map(({ divergence: _, ...counts }) => counts),
    divergences,
  };
}
