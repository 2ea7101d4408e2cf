import type { Answer } from './answer.js';
import type { Figures } from './figures.js';

/** All that a specification does, as texts that can be compared. How often something is found counts. */
export interface Behaviour {
  readonly initial: readonly string[];
  /** Both states, whether it is one of `Step`, and the action with its parameters. */
  readonly steps: readonly string[];
  /** Each state, and what the invariants are in it; sorted, without duplicates. */
  readonly states: readonly string[];
  /** The states that are kept: of those that VIEW or SYMMETRY take for one, the one found first. */
  readonly kept: readonly string[];
  /** Steps within the constraints, between states that are kept, by the name of the action. */
  readonly edges: readonly Edge[];
  /** `complete` and the figures, or what is wrong first, and how many states a shortest path to it has. */
  readonly ending: string;
  /** States and steps, and the longest of the shortest paths, where nothing is checked. */
  readonly figures: string;
}

export interface Edge {
  /** Both states. */
  readonly between: string;
  readonly action: string;
}

/** What a specification does, or how it ends, where an error is among what it can end with. */
export type Judgement = Behaviour | Exclude<Answer, { readonly value: string }> | Ended;

/** How a specification that was run alone ended; `isConstant` if TLC said so before it looked for states. */
export interface Ended {
  readonly ending: string;
  readonly isConstant?: boolean;
}

export function figuresText(generated: number, distinct: number, depth: number): string {
  return `${generated} generated, ${distinct} distinct, depth ${depth}`;
}

/** How a specification ended, in a line. Its definitions go without their number. */
export function endingText({ ending, path, generated, distinct, depth }: Figures): string {
  if (ending !== 'complete') return `${ending.replace(/_\d+$/u, '')}, ${path} states`;
  return `${ending}, ${figuresText(generated ?? -1, distinct ?? -1, depth ?? -1)}`;
}
