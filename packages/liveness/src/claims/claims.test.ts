import { describe, expect, it } from 'vitest';
import { smallConsensus, smallPaxos } from '../../test/models.js';
import { unroll } from '../lasso.js';
import { checkLiveness, type LivenessClaim, type LivenessRow } from './claim.js';

/** What was dropped, and the labels of the lasso's steps, or "holds". */
function told({ graph }: LivenessClaim, rows: readonly LivenessRow[]) {
  return rows.map(({ dropped, verdict, expected }) => {
    expect(expected).toBe(true);
    if (verdict.holds) return [dropped?.name, 'holds'];
    const { labels, stutters } = unroll(graph, verdict.lasso);
    return [dropped?.name, ...labels.map(({ key }) => key), stutters ? 'and stays' : 'and again'];
  });
}

describe('checkLiveness', () => {
  it('Consensus chooses if Next is fair, and need not if it is not', () => {
    const claim = smallConsensus();
    expect(told(claim, checkLiveness(claim))).toEqual([
      [undefined, 'holds'],
      ['Next', 'and stays'],
    ]);
  });

  it('Paxos chooses, and each premise is needed', () => {
    const claim = smallPaxos();
    expect(claim.graph.size).toBe(3921);
    const rows = checkLiveness(claim);
    expect(told(claim, rows)).toEqual([
      [undefined, 'holds'],
      ['Phase1a', 'and stays'],
      ['Phase1b', 'Phase1a(0)', 'and stays'],
      ['Phase2a', 'Phase1a(0)', 'Phase1b(a1)', 'Phase1b(a2)', 'and stays'],
      ['Phase2b', 'Phase1a(0)', 'Phase1b(a1)', 'Phase1b(a2)', 'Phase2a(0, v1)', 'and stays'],
      ['NoHigherBallot', 'Phase1a(0)', 'Phase1a(1)', 'Phase1b(a1)', 'Phase1b(a2)', 'and stays'],
    ]);
    // As many states as TLC finds with no 1a above ballot 0, and with any.
    expect(rows.map(({ verdict }) => verdict.states)).toEqual([73, 73, 73, 73, 73, 3921]);
  });

  it('Paxos with a ballot below too, whose votes must be heeded', () => {
    const claim = smallPaxos({
      Acceptor: '{a1, a2}',
      Quorum: '{{a2}, {a1, a2}}',
      Ballot: '{0, 1, 2}',
      LiveBallot: '1',
      LiveQuorum: '{a2}',
    });
    const rows = checkLiveness(claim);
    // TLC finds as many.
    expect(rows.map(({ verdict }) => [verdict.holds, verdict.states])).toEqual([
      [true, 377],
      ...[377, 377, 377, 377, 6253].map((states) => [false, states]),
    ]);
  });

  it('needs no fairness of acceptors outside Q', () => {
    expect(smallPaxos().premises.flatMap(({ fairness }) => fairness.map(({ name }) => name))).toEqual([
      'WF_vars(Phase1a(0))',
      'WF_vars(Phase1b(a1))',
      'WF_vars(Phase1b(a2))',
      'WF_vars(\\E v \\in Value : Phase2a(0, v))',
      'WF_vars(Phase2b(a1))',
      'WF_vars(Phase2b(a2))',
    ]);
  });

  it('says so when a premise can be spared', () => {
    const { premises, ...claim } = smallConsensus();
    const idle = { name: 'Idle', text: 'TRUE', fairness: [] };
    expect(
      checkLiveness({ ...claim, premises: [...premises, idle] }).map(({ expected }) => expected),
    ).toEqual([true, true, false]);
  });

  it('says so when a premise is missing', () => {
    const claim = smallPaxos();
    const rows = checkLiveness({ ...claim, premises: claim.premises.slice(1) });
    expect(rows[0]).toMatchObject({ expected: false, verdict: { holds: false } });
  });
});

describe('paxosClaim', () => {
  it.each([
    [{ LiveBallot: '1' }, 'no ballot is above LiveBallot, 1, and nothing can disturb it'],
    [{ LiveBallot: '2' }, 'LiveBallot must be an element of Ballot'],
    [{ LiveBallot: '"0"' }, 'LiveBallot must be an element of Ballot'],
    [{ LiveQuorum: '{a1}' }, 'LiveQuorum must be an element of Quorum'],
    [{ LiveQuorum: 'a1' }, 'LiveQuorum must be an element of Quorum'],
  ])('refuses %j', (text, message) => {
    expect(() => smallPaxos(text)).toThrow(message);
  });
});
