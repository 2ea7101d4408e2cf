import type { FaultName, Run } from '@synod/simulator';

/** What happened in some runs. */
export interface Tally {
  readonly runs: number;
  readonly moves: number;
  readonly events: number;
  /** Runs in which a learner came to know a value. */
  readonly learned: number;
  /** How many ballots were begun, and the highest of all; -1 if there is none. */
  readonly ballots: number;
  readonly highest: number;
  /** How often something went wrong. */
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
}

export const noRuns: Tally = {
  runs: 0,
  moves: 0,
  events: 0,
  learned: 0,
  ballots: 0,
  highest: -1,
  faults: {},
};

/** @param faults what went wrong in it */
export function tallyOf(run: Run, faults: Tally['faults']): Tally {
  const ballots = run.events
    .filter(({ action }) => action === 'Phase1a')
    .map(({ params }) => Number(params?.['b']));
  return {
    runs: 1,
    moves: run.schedule.moves.length,
    events: run.events.length,
    learned: run.learned.length > 0 ? 1 : 0,
    ballots: ballots.length,
    highest: Math.max(-1, ...ballots),
    faults,
  };
}

export function addTallies(one: Tally, other: Tally): Tally {
  const faults: Partial<Record<FaultName, number>> = { ...one.faults };
  for (const [name, count] of Object.entries(other.faults) as [FaultName, number][]) {
    faults[name] = (faults[name] ?? 0) + count;
  }
  return {
    runs: one.runs + other.runs,
    moves: one.moves + other.moves,
    events: one.events + other.events,
    learned: one.learned + other.learned,
    ballots: one.ballots + other.ballots,
    highest: Math.max(one.highest, other.highest),
    faults,
  };
}
