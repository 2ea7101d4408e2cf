import type { Answer, Decision, Rules, Word } from './protocol.ts';
import type { Log } from './trace.ts';

/** Asks everybody, and decides. */
export interface Coordinator {
  readonly begin: () => void;
  readonly receive: (answer: Answer) => void;
  /** Decides as it would like to, if it may. */
  readonly decide: (decision: Decision) => void;
  /** Decides if it is time to. To be called whenever something has been received. */
  readonly settle: () => void;
}

/** @param tell sends a message to every participant */
export function coordinator(
  participants: readonly string[],
  rules: Rules,
  log: Log,
  tell: (word: Word) => void,
): Coordinator {
  let state: 'idle' | 'waiting' | Decision = 'idle';
  let heardNo = false;
  const yes = new Set<string>();
  const seen = (): { readonly coordinator: string; readonly yes: unknown } => ({
    coordinator: state,
    yes: { '#set': [...yes] },
  });

  const decide = (decision: Decision): void => {
    if (state !== 'waiting') return;
    if (decision === 'commit' && !rules.mayCommit(yes.size, participants.length)) return;
    state = decision;
    const derived = { Decided: { '#set': [decision] } };
    log.step({ action: 'Decide', params: { d: decision }, state: seen(), derived });
    tell({ type: 'decision', is: decision });
  };

  return {
    begin() {
      if (state !== 'idle') return;
      state = 'waiting';
      log.step({ action: 'AskAll', state: seen() });
      tell({ type: 'prepare' });
    },
    receive(answer) {
      if (state !== 'waiting') return;
      if (!rules.isYes(answer)) {
        heardNo = true;
        return;
      }
      yes.add(answer.from);
      log.step({ action: 'CountYes', params: { p: answer.from }, state: seen() });
    },
    decide,
    settle() {
      decide(heardNo ? 'abort' : 'commit');
    },
  };
}
