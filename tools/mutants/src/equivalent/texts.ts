/** A function on the acceptors a1, a2 and a3, as text. */
export function each(a1: string | number, a2: string | number, a3: string | number): string {
  return `(a1 :> ${a1} @@ a2 :> ${a2} @@ a3 :> ${a3})`;
}

/** Three acceptors, any two of which are a quorum, three values and three ballots. */
export const three = {
  Value: '{v1, v2, v3}',
  Acceptor: '{a1, a2, a3}',
  Quorum: '{{a1, a2}, {a1, a3}, {a2, a3}}',
  Ballot: '{0, 1, 2}',
};
