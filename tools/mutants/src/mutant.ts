import type { Reach } from './uses.js';

/** The three transcriptions, from the one that refines nothing to the one that refines both. */
export const transcriptions = ['consensus', 'voting', 'paxos'] as const;

export type TranscriptionName = (typeof transcriptions)[number];

/** A piece of a compiled file, and what is to stand there instead. Offsets are in characters. */
export interface Change {
  readonly start: number;
  readonly end: number;
  /** What stands there. */
  readonly before: string;
  readonly text: string;
}

/** A transcription damaged in one place. */
export interface Mutant {
  /** `Paxos!Phase2b:m.bal>=→>`: the same as long as the damaged text is, wherever it stands. */
  readonly id: string;
  /** `Paxos!Phase2b`: the module and the definition in it. */
  readonly definition: string;
  /** What kind of damage it is: "a guard dropped". */
  readonly damage: string;
  /** The package, and the file of its `dist` folder that is changed. */
  readonly transcription: TranscriptionName;
  readonly file: string;
  readonly change: Change;
  /** The expression before and after, without comments. */
  readonly original: string;
  readonly mutated: string;
  /** Where it stands in the TypeScript, the file as seen from the repository's root. */
  readonly source: { readonly file: string; readonly line: number };
  /** The text of the specification on that line: the conjunct that is damaged. Empty where there is none. */
  readonly conjunct: string;
  /** What it can change. */
  readonly reach: Reach;
}
