import type { Answer, Decision, Rules, Word } from './protocol.ts';
import type { Log } from './trace.ts';

/** Votes, and does as it is told. */
export interface Participant {
  readonly receive: (word: Word) => void;
  /** Time goes by, and it holds its locks. */
  readonly wait: () => void;
}

/**
 * @param able whether it can carry out its part, if it is asked now
 * @param answer sends a message to the coordinator
 */
export function participant(
  name: string,
  able: () => boolean,
  rules: Rules,
  log: Log,
  answer: (answer: Answer) => void,
): Participant {
  let state: 'working' | 'prepared' | Decision = 'working';
  const become = (next: typeof state, action: string, params: Readonly<Record<string, string>>): void => {
    state = next;
    log.step({ action, params, state: { participant: { [name]: state } } });
  };

  const vote = (): void => {
    if (!able()) {
      become('abort', 'VoteNo', { p: name });
      answer({ type: 'no', from: name });
      return;
    }
    become('prepared', 'VoteYes', { p: name });
    answer({ type: 'yes', from: name });
  };

  const finish = (decision: Decision): void => {
    if (state === 'working' || state === 'prepared') become(decision, 'Finish', { p: name, d: decision });
  };

  return {
    receive(word) {
      if (word.type === 'decision') finish(word.is);
      else if (state === 'working') vote();
    },
    wait() {
      if (state === 'prepared' && !rules.waits) finish('abort');
    },
  };
}
