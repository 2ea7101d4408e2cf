import type { AcceptorState, Action, Message1b, NodeId, PaxosMessage } from '@synod/roles';

/** What a step claims, held against the state before it: the guards of Paxos.tla, on the messages that were really sent. */
export interface Claims {
  wrong(action: Action): string | undefined;
  has(message: PaxosMessage): boolean;
  isChosen(val: string): boolean;
}

export function claimsOf(
  acceptors: ReadonlyMap<NodeId, AcceptorState>,
  msgs: readonly PaxosMessage[],
  quorums: readonly (readonly NodeId[])[],
): Claims {
  const has = (message: PaxosMessage): boolean => msgs.some((other) => same(other, message));
  return {
    has,
    isChosen: (val) => isChosen(msgs, quorums, val),
    wrong({ sent }) {
      switch (sent.type) {
        case '1a':
          return undefined;
        case '1b':
          return wrongPromise(acceptors, has, sent);
        case '2a':
          return wrongProposal(msgs, quorums, sent.bal, sent.val);
        case '2b':
          return wrongVote(acceptors, has, sent);
      }
    },
  };
}

function wrongPromise(
  acceptors: ReadonlyMap<NodeId, AcceptorState>,
  has: (message: PaxosMessage) => boolean,
  { acc, bal, mbal, mval }: Message1b,
): string | undefined {
  const state = acceptors.get(acc);
  if (state === undefined) return `${acc} promises, and is no acceptor.`;
  if (!has({ type: '1a', bal })) return `${acc} promises ballot ${bal}, which nobody has begun.`;
  if (bal <= state.maxBal) return `${acc} promises ballot ${bal} after it took part in ${state.maxBal}.`;
  if (mbal === state.maxVBal && mval === state.maxVal) return undefined;
  return `${acc} reports ${vote(mbal, mval)} with its promise of ballot ${bal}; it was ${vote(state.maxVBal, state.maxVal)}.`;
}

function wrongVote(
  acceptors: ReadonlyMap<NodeId, AcceptorState>,
  has: (message: PaxosMessage) => boolean,
  { acc, bal, val }: PaxosMessage & { readonly type: '2b' },
): string | undefined {
  const state = acceptors.get(acc);
  if (state === undefined) return `${acc} votes, and is no acceptor.`;
  if (!has({ type: '2a', bal, val }))
    return `${acc} votes for ${val} in ballot ${bal}, which nobody proposed there.`;
  return bal < state.maxBal
    ? `${acc} votes in ballot ${bal} after it took part in ${state.maxBal}.`
    : undefined;
}

function wrongProposal(
  msgs: readonly PaxosMessage[],
  quorums: readonly (readonly NodeId[])[],
  bal: number,
  val: string,
): string | undefined {
  const other = msgs.find((message) => message.type === '2a' && message.bal === bal);
  if (other?.type === '2a')
    return `${val} is proposed in ballot ${bal}, in which ${other.val} was proposed before.`;
  const promises = msgs.filter((message) => message.type === '1b' && message.bal === bal) as Message1b[];
  const shown = quorums.some((quorum) => shows(promises, quorum, val));
  return shown
    ? undefined
    : `${val} is proposed in ballot ${bal}, and no quorum shows that it is safe there.`;
}

/** Whether a quorum has promised, and has not voted or last voted for the value. */
function shows(promises: readonly Message1b[], quorum: readonly NodeId[], val: string): boolean {
  const among = promises.filter(({ acc }) => quorum.includes(acc));
  if (!quorum.every((acceptor) => among.some(({ acc }) => acc === acceptor))) return false;
  const highest = Math.max(...among.map(({ mbal }) => mbal));
  return highest < 0 || among.some(({ mbal, mval }) => mbal === highest && mval === val);
}

function isChosen(
  msgs: readonly PaxosMessage[],
  quorums: readonly (readonly NodeId[])[],
  val: string,
): boolean {
  const voters = new Map<number, NodeId[]>();
  for (const message of msgs) {
    if (message.type !== '2b' || message.val !== val) continue;
    const of = voters.get(message.bal);
    if (of === undefined) voters.set(message.bal, [message.acc]);
    else of.push(message.acc);
  }
  const all = [...voters.values()];
  return quorums.some((quorum) => all.some((of) => quorum.every((acceptor) => of.includes(acceptor))));
}

function vote(bal: number, val: string | undefined): string {
  return bal < 0 ? 'no vote' : `a vote for ${val ?? 'nothing'} in ballot ${bal}`;
}

function same(one: PaxosMessage, other: PaxosMessage): boolean {
  if (one === other) return true;
  if (one.type !== other.type || one.bal !== other.bal) return false;
  switch (one.type) {
    case '1a':
      return true;
    case '1b':
      return (
        other.type === '1b' && one.acc === other.acc && one.mbal === other.mbal && one.mval === other.mval
      );
    case '2a':
      return other.type === '2a' && one.val === other.val;
    case '2b':
      return other.type === '2b' && one.acc === other.acc && one.val === other.val;
  }
}
