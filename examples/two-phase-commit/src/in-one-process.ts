import { join } from 'node:path';
import { coordinator } from './coordinator.ts';
import { type Participant, participant } from './participant.ts';
import type { Answer, Word } from './protocol.ts';
import type { Options } from './run.ts';
import { logOfAll } from './trace.ts';

/** All actors in one process, and messages that arrive in an order drawn from a seed. Writes one file. */
export function runInOneProcess({ participants, unable, rules, seed, out }: Options): void {
  const logs = logOfAll(join(out, 'all.ndjson'));
  const mail: (() => void)[] = [];
  const members = participants.map((name) =>
    participant(
      name,
      () => !unable.includes(name),
      rules,
      logs(name),
      (answer) => mail.push(() => hear(answer)),
    ),
  );
  const hear = (answer: Answer): void => {
    leader.receive(answer);
    leader.settle();
  };
  const leader = coordinator(participants, rules, logs('coordinator'), (word) => {
    for (const member of members) mail.push(() => obey(member, word));
  });
  const random = generator(seed);
  leader.begin();
  while (mail.length > 0) mail.splice(Math.floor(random() * mail.length), 1)[0]?.();
}

function obey(member: Participant, word: Word): void {
  member.receive(word);
  member.wait();
}

/** Numbers from 0 to 1 that are the same for the same seed: a linear congruential generator. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  // The first numbers of neighbouring seeds are neighbours.
  for (let i = 0; i < 8; i++) next();
  return next;
}
