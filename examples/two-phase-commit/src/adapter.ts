import type { Adapter, Observed } from '@synod/conformance/fast-check';
import { type Coordinator, coordinator } from './coordinator.ts';
import { type Participant, participant } from './participant.ts';
import type { Answer, Rules, Word } from './protocol.ts';
import type { Log, Step } from './trace.ts';
import type { Name, TwoPhase } from './vocabulary.ts';

/**
 * The actors, driven through steps of the specification. Here is only the network, which delivers what has been sent
 * when it is told to, and the passing of time: what an actor does then it decides itself, and what it did is what it
 * logs. So a step that an actor does not take is refused.
 */
export function adapter(rules: Rules): Adapter<TwoPhase> {
  let world = begun(rules);
  return {
    reset() {
      world = begun(rules);
    },
    step(...[action, params]) {
      const { leader, members, mail, taken } = world;
      taken.length = 0;
      switch (action) {
        case 'AskAll':
          leader.begin();
          break;
        case 'CountYes':
          for (const answer of mail.answers) if (answer.from === params.p) leader.receive(answer);
          break;
        case 'Decide':
          leader.decide(params.d);
          break;
        case 'VoteYes':
        case 'VoteNo':
          world.able = action === 'VoteYes';
          for (const word of mail.words) if (word.type === 'prepare') members[params.p].receive(word);
          break;
        case 'Finish':
          for (const word of mail.words) {
            if (word.type === 'decision' && word.is === params.d) members[params.p].receive(word);
          }
          if (params.d === 'abort') members[params.p].wait();
      }
      return taken.some((step) => step.action === action && same(step.params ?? {}, params));
    },
    observe: () => world.seen(),
  };
}

/** The actors before anything has happened, and what passes between them. */
interface World {
  readonly leader: Coordinator;
  readonly members: Readonly<Record<Name, Participant>>;
  /** All that was sent, each once. */
  readonly mail: { readonly words: readonly Word[]; readonly answers: readonly Answer[] };
  /** Whether a participant that is asked now can carry out its part. */
  able: boolean;
  /** The steps that were logged since this was emptied. */
  readonly taken: Step[];
  readonly seen: () => Observed<TwoPhase>;
}

function begun(rules: Rules): World {
  const taken: Step[] = [];
  const words: Word[] = [];
  const answers: Answer[] = [];
  let seen: Observed<TwoPhase> = { coordinator: 'idle', yes: { '#set': [] } };
  let states: Readonly<Record<string, string>> = { p1: 'working', p2: 'working', p3: 'working' };
  const log: Log = {
    step(step) {
      taken.push(step);
      const { participant: changed, ...rest } = step.state as Observed<TwoPhase>;
      seen = { ...seen, ...rest };
      states = { ...states, ...(changed as typeof states | undefined) };
    },
    clock: () => ({}),
    heard: () => {},
  };
  const member = (name: Name): Participant =>
    participant(
      name,
      () => world.able,
      rules,
      log,
      (answer) => answers.push(answer),
    );
  const world: World = {
    leader: coordinator(['p1', 'p2', 'p3'], rules, log, (word) => words.push(word)),
    members: { p1: member('p1'), p2: member('p2'), p3: member('p3') },
    mail: { words, answers },
    able: true,
    taken,
    seen: () => ({ ...seen, participant: states, mail: { '#set': [...words, ...answers] } }),
  };
  return world;
}

function same(some: Readonly<Record<string, unknown>>, others: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(others).every(([name, value]) => some[name] === value);
}
