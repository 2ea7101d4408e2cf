import { appendFileSync, writeFileSync } from 'node:fs';

/** How many steps of each process somebody knows of. */
export type Clock = Readonly<Record<string, number>>;

/** A step, under the names of the specification, and what its process can see of the state after it. */
export interface Step {
  readonly action: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, unknown>>;
  readonly derived?: Readonly<Record<string, unknown>>;
}

/** Where a process writes down what it does. */
export interface Log {
  /** Writes a step down before anybody can hear of it. */
  readonly step: (step: Step) => void;
  /** What each message takes along. */
  readonly clock: () => Clock;
  /** Whoever receives a message has heard of all that its sender knew. */
  readonly heard: (clock: Clock) => void;
}

/** A file of its own for each process. Vector clocks say which step came before which. */
export function logOfProcess(file: string, process: string): Log {
  writeFileSync(file, line({ trace: 1, spec: 'TwoPhase', model: 'MCTwoPhase', order: 'clock' }));
  let clock: Clock = {};
  let seq = 0;
  return {
    step(step) {
      clock = { ...clock, [process]: seq + 1 };
      appendFileSync(file, line({ process, seq, clock, ...step }));
      seq++;
    },
    clock: () => clock,
    heard(other) {
      const known = clock;
      const names = [...Object.keys(known), ...Object.keys(other)];
      clock = Object.fromEntries(names.map((name) => [name, Math.max(known[name] ?? 0, other[name] ?? 0)]));
    },
  };
}

/** One file for all: the order of the lines is the order of the steps. Only for actors that share a thread. */
export function logOfAll(file: string): (process: string) => Log {
  writeFileSync(file, line({ trace: 1, spec: 'TwoPhase', model: 'MCTwoPhase' }));
  return (process) => ({
    step: (step) => appendFileSync(file, line({ process, ...step })),
    clock: () => ({}),
    heard: () => {},
  });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
