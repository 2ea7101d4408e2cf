import { resolve } from 'node:path';
import {
  type DriveReport,
  driveBehaviours,
  generateBehaviours,
  type Model,
  openModel,
  type SpaceBehaviour,
} from '@synod/conformance';
import { acceptor, type Input, proposer, type Role } from '@synod/roles';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DriveRolesOptions, rolesAdapter } from './adapter.js';
import type { DrivenRoles } from './world.js';

const acceptors = ['a1', 'a2', 'a3'];
const quorums = [
  ['a1', 'a2'],
  ['a1', 'a3'],
  ['a2', 'a3'],
];
const root = resolve(import.meta.dirname, '../../../..');

let model: Model;
let behaviours: readonly SpaceBehaviour[];

beforeAll(async () => {
  model = await openModel({
    graph: resolve(root, 'traces/tlc/MCPaxosTiny'),
    spec: resolve(root, 'specs/Paxos.tla'),
    cfg: resolve(root, 'specs/MCPaxosTiny.cfg'),
  });
  ({ behaviours } = generateBehaviours(model.graph(), { cover: 'steps' }));
});

/** Drives the roles through behaviours that cover MCPaxosTiny, or the first of them, and says how many of its steps were taken. */
async function drive(
  options: DriveRolesOptions,
  most?: number,
): Promise<DriveReport & { readonly taken: number }> {
  const taken = new Set<string>();
  const adapter = rolesAdapter({ acceptors, quorums, lastBallot: 1 }, options);
  const report = await driveBehaviours(model, adapter, behaviours.slice(0, most), {
    shrink: false,
    onStep: (from, { label, to }) => void taken.add(`${from} ${to} ${label.key}`),
  });
  return { ...report, taken: taken.size };
}

describe('the roles, driven through MCPaxosTiny', () => {
  // Without crashes, tools/trace/test/drive-roles.test.ts does.
  it('take every step and refuse all others, though they crash before each', async () => {
    const report = await drive({ restart: true });
    expect(report).toMatchObject({ verdict: 'conforms', taken: 22_994, left: 0, warnings: [] });
    expect(report.refusals).toBeGreaterThan(10_000);
  });
});

/** A role that does something else with some inputs. */
function changed<S>(role: Role<S>, change: Partial<Role<S>>): Role<S> {
  return { ...role, ...change };
}

const forgetsItsPromise: DrivenRoles['acceptor'] = (id, cluster) =>
  changed(acceptor(id, cluster), { restore: (state) => state });

const votesBelowItsPromise: DrivenRoles['acceptor'] = (id, cluster) => {
  const role = acceptor(id, cluster);
  const isVote = (input: Input): boolean => input.type === 'message' && input.message.type === '2a';
  return changed(role, {
    step: (state, input) => role.step(isVote(input) ? { ...state, maxBal: -1 } : state, input),
  });
};

const promisesTwice: DrivenRoles['acceptor'] = (id, cluster) => {
  const role = acceptor(id, cluster);
  const isAsked = (input: Input): boolean => input.type === 'message' && input.message.type === '1a';
  return changed(role, {
    step: (state, input) => role.step(isAsked(input) ? { ...state, maxBal: -1 } : state, input),
  });
};

const ignoresVotes: DrivenRoles['proposer'] = (id, cluster) => {
  const role = proposer(id, cluster);
  const deaf = (input: Input): Input =>
    input.type === 'message' && input.message.type === '1b'
      ? { ...input, message: { ...input.message, mbal: -1, mval: undefined } }
      : input;
  return changed(role, { step: (state, input) => role.step(state, deaf(input)) });
};

const beginsItsBallotAgain: DrivenRoles['proposer'] = (id, cluster) =>
  changed(proposer(id, cluster), { restore: (state) => state });

const anyOne: DrivenRoles['proposer'] = (id, cluster) =>
  proposer(id, { ...cluster, quorums: { type: 'explicit', quorums: acceptors.map((one) => [one]) } });

const twoOfTheThreeOnly: DrivenRoles['proposer'] = (id, cluster) =>
  proposer(id, { ...cluster, quorums: { type: 'explicit', quorums: [['a1', 'a2']] } });

describe('driving finds', () => {
  it.each<[string, boolean, Partial<DrivenRoles>, string]>([
    ['an acceptor that forgets its promise', true, { acceptor: forgetsItsPromise }, 'changed'],
    ['an acceptor that votes below its promise', false, { acceptor: votesBelowItsPromise }, 'not-allowed'],
    ['an acceptor that promises again', false, { acceptor: promisesTwice }, 'not-allowed'],
    ['a proposer that ignores what was voted for', false, { proposer: ignoresVotes }, 'not-allowed'],
    ['a proposer that begins its ballot again', true, { proposer: beginsItsBallotAgain }, 'not-allowed'],
    ['a proposer to whom one promise is enough', false, { proposer: anyOne }, 'not-allowed'],
    ['a proposer that knows only one quorum', false, { proposer: twoOfTheThreeOnly }, 'refused'],
  ])('%s (restart: %s)', async (_, restart, wrong, kind) => {
    const { failure } = await drive({ restart, roles: { acceptor, proposer, ...wrong } });
    expect(failure?.kind).toBe(kind);
  });

  it('what only a restart shows only with it', async () => {
    const roles = { acceptor: forgetsItsPromise, proposer: beginsItsBallotAgain };
    const without = await drive({ roles }, 10);
    expect(without).toMatchObject({ verdict: 'conforms', behaviours: 10 });
    const { verdict } = await drive({ roles, restart: true }, 10);
    expect(verdict).toBe('diverges');
  });
});
