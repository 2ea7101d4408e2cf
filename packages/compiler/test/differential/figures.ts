import type { Ending } from '../../src/run/explore/exploration.js';
import { thrown, told } from './answer.js';
import type { TlcRun } from './tlc/tlc.js';

/** What is found in a specification: how it ends, and how large it is. */
export interface Figures {
  /** `complete`, `deadlock`, `invariant Safe`, `property`, `error: comparison`, or `refused: …`. */
  readonly ending: string;
  /** Of a complete exploration. */
  readonly generated?: number | undefined;
  readonly distinct?: number | undefined;
  readonly depth?: number | undefined;
  /** How many states the counterexample has. */
  readonly path?: number | undefined;
  /** Whether it was found before there were states, in what no state changes. */
  readonly isConstant?: boolean;
}

const violations: Readonly<Record<number, string>> = { 11: 'deadlock', 12: 'invariant', 13: 'property' };

/** What a run of TLC found; undefined if it stopped at an error. */
export function figuresOfRun({ outcome, exitCode }: TlcRun): Figures | undefined {
  const { counts, depth, errors, trace } = outcome;
  if (exitCode === 0 && counts !== undefined) {
    return { ending: 'complete', generated: counts.generated, distinct: counts.distinct, depth };
  }
  const violated = violations[exitCode];
  // What no state changes is looked at before there are any.
  const constant = /The (invariant|property) of (\w+) is equal to FALSE/u.exec(errors.join('\n'));
  if (constant !== null) {
    const ending = constant[1] === 'invariant' ? `invariant ${constant[2]}` : 'property';
    return { ending, path: 1, isConstant: true };
  }
  if (violated === undefined) return undefined;
  const invariant = /Invariant (\w+) is violated/u.exec(errors.join('\n'))?.[1];
  return {
    ending: invariant === undefined ? violated : `${violated} ${invariant}`,
    path: Math.max(1, trace.length),
  };
}

/** What an exploration that is not complete ended with. */
export function endingOf(ending: Exclude<Ending, { readonly type: 'complete' }>): Figures {
  switch (ending.type) {
    case 'error': {
      const answer = thrown(ending.error);
      return { ending: 'error' in answer ? `error: ${answer.error}` : told(answer) };
    }
    case 'deadlock':
    case 'property':
      return { ending: ending.type, path: ending.path.length };
    case 'invariant':
      return { ending: `invariant ${ending.name}`, path: ending.path.length };
    case 'assumption':
    case 'limit':
    case 'memory':
    case 'cancelled':
    default:
      return { ending: ending.type };
  }
}
