import { clusterOf, clusterProblems, effectQueue, type Input, type LedgerRecord, node } from '@synod/roles';

/** Three nodes, each of them proposer, acceptor and learner; any two of them are a quorum. */
const cluster = clusterOf(['a1', 'a2', 'a3']);

/** Lets nodes propose values, delivers all messages in the order in which they were sent, and tells what came of it. */
export function choose(proposals: Readonly<Record<string, string>>): readonly string[] {
  const [problem] = clusterProblems(cluster);
  if (problem !== undefined) throw new Error(problem);
  const hosts = new Map(cluster.learners.map((id) => [id, start(id)]));
  const arriving = Object.entries(proposals).map(([to, value]) => ({
    to,
    input: { type: 'propose', value, chance: 0 } as Input,
  }));
  const story: string[] = [];
  for (const { to, input } of arriving) {
    for (const effect of hosts.get(to)?.take(input) ?? []) {
      if (effect.type === 'action') story.push(`${to}: ${effect.action} in ballot ${effect.sent.bal}`);
      if (effect.type === 'learned') story.push(`${to}: ${effect.val} is chosen`);
      if (effect.type === 'send') {
        const { to: other, message } = effect;
        arriving.push({ to: other, input: { type: 'message', from: to, message, chance: 0 } });
      }
      // Timers are left out: no message is lost here.
    }
  }
  return story;
}

/** A node whose ledger is an array: durable at once, for as long as the process lives. */
function start(id: string) {
  const role = node(id, cluster);
  const ledger: LedgerRecord[] = [];
  const queue = effectQueue<undefined>((_, record) => void ledger.push(record));
  let state = role.initial;
  return {
    take(input: Input) {
      const step = role.step(state, input);
      ({ state } = step);
      queue.push(undefined, step.effects);
      return queue.release(ledger.length).map(({ effect }) => effect);
    },
  };
}
