import * as roles from '@synod/roles';
import { describe, expect, it } from 'vitest';
import { hiddenMistakes, mistakes } from './catalogue.js';
import { witnesses } from './hidden/witnesses.js';
import { judge } from './judge.js';
import { loadRoles } from './load.js';
import type { Mistake } from './mistake.js';
import { compacted, scenarios, three } from './scenario.js';
import { isCaught, type Trial, tryProtocol } from './trial.js';

const bounds = { seeds: 2000, alone: 0 };

function known(id: string): Mistake {
  const found = [...mistakes, ...hiddenMistakes].find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

async function trial(mistake: Mistake, seeds: number = bounds.seeds): Promise<Trial> {
  return (await judge({ type: 'mistake', mistake, bounds: { ...bounds, seeds } })).trial;
}

describe('trying mistakes in the protocol', { timeout: 120_000 }, () => {
  it.each([
    ['acceptor/promise-lower', /^(?:action|parameters)$/, /^event \d+, Phase1b\(n\d\): /],
    ['restart/promise-forgotten', /^(?:action|parameters)$/, /Phase1b\(n\d\)/],
    [
      'proposer/no-first-phase',
      /^action$/,
      /Phase2a\(\d+, [ABC]\): no step of Phase2a is possible in the state$/,
    ],
    ['quorum/one-less', /^(?:action|parameters)$/, /Phase2a/],
    ['learner/one-vote-is-enough', /^observation$/, /learners know of [ABC], and chosen is \{\}$/],
  ])('%s is caught by validation', async (id, kind, sentence) => {
    const { validation, runs } = await trial(known(id));
    expect(validation).toMatchObject({
      kind: expect.stringMatching(kind),
      seed: runs,
      sentence: expect.stringMatching(sentence),
    });
  });

  it('agreement alone catches a quorum of less than half', async () => {
    const mistake = known('quorum/one-less');
    const { trial: tried } = await judge({ type: 'mistake', mistake, bounds: { seeds: 200, alone: 200 } });
    expect(tried.violations.agreement?.sentence).toMatch(
      /^n\d knows that [ABC] is chosen, n\d knew [ABC]\.$/,
    );
  });

  it('finds the same again', async () => {
    const mistake = known('acceptor/promise-lower');
    expect(await trial(mistake)).toEqual(await trial(mistake));
  });

  it('one that changes nothing survives', async () => {
    const [patch] = known('acceptor/vote-below-promise').patches;
    if (patch === undefined) throw new Error('it has no patch');
    const nothing = { ...known('acceptor/vote-below-promise'), patches: [{ ...patch, replace: patch.find }] };
    const tried = await trial(nothing, 40);
    expect(tried).toEqual({ runs: 40, violations: {} });
    expect(isCaught(tried)).toBe(false);
  });

  it('one whose text is gone is an error that names it', async () => {
    const gone = {
      ...known('acceptor/vote-below-promise'),
      patches: [{ file: 'ballot.js', find: 'no such text', replace: '' }],
    };
    await expect(trial(gone)).rejects.toMatchObject({
      code: 'file-changed',
      message: expect.stringMatching(
        /the source has changed: "no such text" is not there, .* acceptor\/vote-below-promise/,
      ),
      place: { file: 'roles/dist/ballot.js' },
    });
    const missing = { ...gone, patches: [{ file: 'none.js', find: 'a', replace: 'b' }] };
    await expect(trial(missing)).rejects.toMatchObject({
      code: 'file-changed',
      place: { file: 'roles/dist/none.js' },
    });
  });

  it('a copy is not the deployed code, which stays as it is', async () => {
    const damaged = await loadRoles(known('ballot/shared-slice'));
    const cluster = three.cluster;
    expect(damaged.nextBallot(cluster, 'n2', -1)).toBe(0);
    expect(roles.nextBallot(cluster, 'n2', -1)).toBe(1);
  });
});

describe('the deployed protocol', { timeout: 120_000 }, () => {
  it.each(scenarios)('is accepted: $name', async (scenario) => {
    const { trial: tried } = await judge({ type: 'deployed', scenario, seeds: 15 });
    expect(tried).toEqual({ runs: 15, violations: {} });
  });

  it('is not accepted where a role fails', async () => {
    const broken = {
      ...roles,
      node: (): never => {
        throw new Error('no');
      },
    };
    await expect(tryProtocol(broken as never, compacted, bounds)).rejects.toThrow('no');
  });
});

describe('what cannot be caught', { timeout: 120_000 }, () => {
  it.each(hiddenMistakes)('$id is accepted', async (mistake) => {
    expect(isCaught(await trial(mistake, 10))).toBe(false);
  });

  it.each([...witnesses])('%s is the same wherever its proof says so', async (id, witness) => {
    const { tried, difference } = witness(await loadRoles(known(id)), roles);
    expect(difference).toBeUndefined();
    expect(tried).toBeGreaterThan(500);
  });

  it.each([
    ['acceptor/votes-twice', 'acceptor/votes-old-value'],
    ['proposer/last-of-the-highest', 'proposer/last-reported'],
    ['host/picks-what-is-ready', 'host/does-not-wait'],
  ])('the witness of %s shows that %s is another thing', async (id, other) => {
    const witness = witnesses.get(id);
    expect(witness?.(await loadRoles(known(other)), roles).difference).toMatch(/./);
  });
});
