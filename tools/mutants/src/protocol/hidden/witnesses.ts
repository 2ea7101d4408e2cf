import type { EffectQueue, Input, Reported } from '@synod/roles';
import type { Roles } from '../roles.js';

/** Compares code with a mistake and deployed code wherever the proof says that they are the same. */
export type Witness = (
  mutated: Roles,
  deployed: Roles,
) => { readonly tried: number; readonly difference?: string };

/** By the ids of mistakes. */
export const witnesses: ReadonlyMap<string, Witness> = new Map<string, Witness>([
  ['acceptor/votes-twice', compare(votes)],
  ['proposer/last-of-the-highest', compare(choices)],
  ['host/picks-what-is-ready', compare(releases)],
]);

/** What code does, case by case: the same cases in the same order, whatever the code is. */
type Cases = (roles: Roles) => Iterable<readonly [name: string, result: unknown]>;

function compare(cases: Cases): Witness {
  return (mutated, deployed) => {
    const expected = [...cases(deployed)];
    let at = 0;
    for (const [name, result] of cases(mutated)) {
      const [, other] = expected[at++] ?? [];
      if (JSON.stringify(result) !== JSON.stringify(other)) return { tried: at, difference: name };
    }
    return { tried: at };
  };
}

const ballots = [0, 1, 2, 3];

/** Every way to give each ballot its one value. */
function* values(): Iterable<readonly string[]> {
  for (let bits = 0; bits < 2 ** ballots.length; bits += 1) {
    yield ballots.map((ballot) => ((bits >> ballot) % 2 === 0 ? 'A' : 'B'));
  }
}

/** What an acceptor does with a 2a, in every state that one value a ballot allows. */
function* votes(roles: Roles): Iterable<readonly [string, unknown]> {
  const acceptor = roles.acceptor('n1', roles.clusterOf(['n1', 'n2', 'n3']));
  for (const value of values()) {
    for (const maxBal of [-1, ...ballots]) {
      for (let maxVBal = -1; maxVBal <= maxBal; maxVBal += 1) {
        const state = { maxBal, maxVBal, maxVal: value[maxVBal] };
        for (const bal of ballots) {
          const message = { type: '2a', bal, val: value[bal] ?? '' } as const;
          const input: Input = { type: 'message', from: 'n2', message, chance: 0 };
          yield [`${JSON.stringify(message)} in ${JSON.stringify(state)}`, acceptor.step(state, input)];
        }
      }
    }
  }
}

/** What a proposer chooses of three reports, with one value a ballot. */
function* choices({ safeValue }: Roles): Iterable<readonly [string, unknown]> {
  for (const value of values()) {
    const reports = [-1, ...ballots].map((mbal): Reported => ({ mbal, mval: value[mbal] }));
    for (const one of reports) {
      for (const two of reports) {
        for (const three of reports) {
          const reported = [one, two, three];
          yield [JSON.stringify(reported), safeValue(reported, 'C') ?? null];
        }
      }
    }
  }
}

/** What a queue releases, for every sequence of steps: a record, a message, and a release with what is durable by then. */
function* releases(roles: Roles): Iterable<readonly [string, unknown]> {
  const length = 7;
  for (let code = 0; code < 4 ** length; code += 1) {
    const moves = Array.from({ length }, (_, at) => Math.floor(code / 4 ** at) % 4);
    yield [moves.join(' '), play(roles, moves)];
  }
}

function play(roles: Roles, moves: readonly number[]): unknown {
  let written = 0;
  let durable = 0;
  const queue: EffectQueue<number> = roles.effectQueue<number>(() => (written += 1));
  const send = { type: 'send', to: 'n1', message: { type: 'ask' } } as const;
  return moves.map((move, at) => {
    if (move === 0) queue.push(at, [{ type: 'persist', record: { type: 'promise', bal: at } }]);
    if (move === 1) queue.push(at, [send]);
    if (move < 2) return queue.size;
    durable = move === 2 ? Math.min(durable + 1, written) : written;
    return queue.release(durable).map(({ of }) => of);
  });
}
