export type Decision = 'commit' | 'abort';

/** What a participant answers. */
export type Answer = { readonly type: 'yes' | 'no'; readonly from: string };

/** What the coordinator says to everybody. */
export type Word = { readonly type: 'prepare' } | { readonly type: 'decision'; readonly is: Decision };

/** The choices that the safety of the protocol hangs on. */
export interface Rules {
  /** Whether the coordinator takes an answer for a yes. */
  readonly isYes: (answer: Answer) => boolean;
  /** Whether so many have said yes that the coordinator commits. */
  readonly mayCommit: (yes: number, participants: number) => boolean;
  /** Whether a participant that has said yes waits until it is told the outcome. */
  readonly waits: boolean;
}

export const rules: Rules = {
  isYes: ({ type }) => type === 'yes',
  mayCommit: (yes, participants) => yes === participants,
  waits: true,
};

/** The same protocol with one mistake each. */
export const broken: Readonly<Record<string, Rules>> = {
  /** Commits when all but one have said yes: the last one will surely follow. */
  'hasty-coordinator': { ...rules, mayCommit: (yes, participants) => yes >= participants - 1 },
  /** Counts answers, whatever they are. */
  'deaf-coordinator': { ...rules, isYes: () => true },
  /** Aborts by itself after its yes, so as not to hold its locks any longer. */
  'impatient-participant': { ...rules, waits: false },
};
