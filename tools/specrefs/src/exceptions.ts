/** Why a definition is not transcribed as all others are: by one function of its name, word for word. */
export type Exception = {
  /** As `Module!Name`. */
  readonly definitions: readonly string[];
  readonly reason: string;
} & (
  | { readonly type: 'none' }
  /** They are those of another module under the same names, word for word, and so are their counterparts. */
  | { readonly type: 'taken over'; readonly from: string }
  /** Their counterparts have these names. At least one has the definition's words. */
  | { readonly type: 'names'; readonly names: readonly string[] }
);

/** Where this list is. */
export const exceptionsFile = 'tools/specrefs/src/exceptions.ts';

/** All exceptions there are. One that is not needed any more is reported. */
export const exceptions: readonly Exception[] = [
  {
    type: 'none',
    definitions: ['Consensus!Spec', 'Voting!Spec', 'Paxos!Spec'],
    reason:
      'a temporal formula: `explore` follows Init and Next, whose steps are compared with those that TLC found',
  },
  {
    type: 'none',
    definitions: ['Consensus!Invariance', 'Voting!Invariance', 'Paxos!Invariance'],
    reason: 'a theorem on behaviours: TLC checks Inv, and `synod check` evaluates it in every state',
  },
  {
    type: 'none',
    definitions: ['Voting!Implementation', 'Paxos!Implementation'],
    reason:
      'a theorem on behaviours: TLC checks it, and `synod check` maps every step to the specification above',
  },
  {
    type: 'none',
    definitions: ['Consensus!LiveSpec', 'Paxos!LiveSpec'],
    reason:
      'a temporal formula: its conjuncts are the premises of `consensusClaim` and `paxosClaim` in `packages/liveness`',
  },
  {
    type: 'none',
    definitions: ['Consensus!Success', 'Paxos!Success', 'Consensus!Liveness', 'Paxos!Liveness'],
    reason: 'said of whole behaviours: `synod live` checks it on the explored graph, and TLC checks it too',
  },
  {
    type: 'none',
    definitions: ['Paxos!vars'],
    reason:
      'only temporal formulas have use for the tuple of the variables: the type `State` has them by name',
  },
  {
    type: 'names',
    definitions: ['Paxos!Message'],
    names: ['Message', 'isMessage'],
    reason: 'a set of records is a type, and a function that tells whether a value belongs to it',
  },
  {
    type: 'taken over',
    definitions: ['Paxos!Value', 'Paxos!Acceptor', 'Paxos!Quorum', 'Paxos!Ballot'],
    from: 'Voting',
    reason: 'the constants of Paxos are those of Voting, and None',
  },
  {
    type: 'taken over',
    definitions: ['Paxos!QuorumAssumption', 'Paxos!BallotAssumption'],
    from: 'Voting',
    reason: '`assumeVoting` holds the constants of Paxos to what Voting assumes',
  },
];
