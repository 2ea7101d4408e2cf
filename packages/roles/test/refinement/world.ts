import assert from 'node:assert/strict';
import {
  type Action,
  type Cluster,
  type Effect,
  type Ghost,
  type Message,
  missingActions,
  type NodeId,
  type NodeState,
  node,
  noMessages,
  type PaxosState,
  paxosState,
  type Role,
  sent,
  traced,
} from '../../src/index.js';
import { durableState, type Host, hostOf, released } from './host.js';
import { type Specification, specificationOf } from './specification.js';

export interface Letter {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message;
}

/** A cluster whose every step is compared with the specification. */
export interface World {
  readonly cluster: Cluster;
  readonly hosts: readonly Host[];
  readonly specification: Specification;
  /** On their way. */
  letters: Letter[];
  msgs: Ghost;
  /** What happened, to know that enough did. */
  readonly happened: Set<string>;
}

export type MakeNode = (id: NodeId, cluster: Cluster) => Role<NodeState>;

export function openWorld(cluster: Cluster, values: readonly string[], make: MakeNode = node): World {
  const { acceptors, proposers, learners } = cluster;
  const ids = [...new Set([...acceptors, ...proposers, ...learners])];
  return {
    cluster,
    hosts: ids.map((id) => hostOf(id, make(id, cluster))),
    specification: specificationOf(cluster, values),
    letters: [],
    msgs: noMessages,
    happened: new Set(),
  };
}

/** The state of Paxos.tla: acceptors with what is durable, messages with all that durable records say was sent. */
export function mapped({ cluster, hosts, msgs }: World): PaxosState {
  const durable = hosts
    .filter(({ id }) => cluster.acceptors.includes(id))
    .map((host) => [host.id, durableState(host, cluster)] as const);
  return paxosState(new Map(durable), msgs);
}

/** One record more is durable: that is the step which it stands for. */
export function sync(world: World, host: Host): void {
  const before = mapped(world);
  host.durable += 1;
  const [action, ...others] = missingActions(host.id, host.records.slice(0, host.durable), host.traced);
  assert.ok(action !== undefined && others.length === 0, `a record of ${host.id} is not one step`);
  host.traced = traced(host.traced, action);
  take(world, before, action);
}

/** What a node may do now, it does. */
export function release(world: World, host: Host): void {
  for (const effect of released(host)) happen(world, host, effect);
  if (host.durable === host.records.length && host.state?.acceptor !== undefined) {
    const { acceptor } = host.state;
    assert.deepEqual(
      acceptor,
      durableState(host, world.cluster),
      `${host.id} knows what its ledger does not`,
    );
  }
}

function happen(world: World, host: Host, effect: Exclude<Effect, { type: 'persist' }>): void {
  switch (effect.type) {
    case 'action': {
      world.happened.add(effect.action);
      if (effect.action === 'Phase2a') take(world, mapped(world), effect);
      // The others took place when their record was durable.
      else assert.ok(isSent(world, effect), `${text(effect)} is named, and no record says so`);
      return;
    }
    case 'send': {
      const { message } = effect;
      world.letters.push({ from: host.id, to: effect.to, message });
      world.happened.add(message.type);
      if (!isOfPaxos(message)) return;
      assert.ok(
        world.msgs.has(JSON.stringify(message)),
        `${host.id} says ${text(message)}, which nobody sent`,
      );
      return;
    }
    case 'timer':
      host.timers.set(effect.timer.of, effect.timer);
      return;
    case 'learned':
    case 'undecided':
      world.happened.add(effect.type);
      believe(world, host, effect);
  }
}

function believe(world: World, { id }: Host, effect: Effect & { type: 'learned' | 'undecided' }): void {
  const chosen = world.specification.chosen(mapped(world));
  if (effect.type === 'learned') {
    const isTrue = chosen.some(({ bal, val }) => bal <= effect.bal && val === effect.val);
    assert.ok(isTrue, `${id} believes that ${effect.val} is chosen`);
  } else {
    const isTrue = chosen.every(({ bal }) => bal >= effect.bal);
    assert.ok(isTrue, `${id} believes that nothing is chosen below ${effect.bal}`);
  }
}

function take(world: World, before: PaxosState, action: Action): void {
  world.msgs = sent(world.msgs, action);
  const isStep = world.specification.allows(before, action, mapped(world));
  assert.ok(isStep, `${text(action)} is no step of Paxos.tla in ${JSON.stringify(before)}`);
}

function isSent({ msgs }: World, action: Action): boolean {
  return sent(msgs, action) === msgs;
}

function isOfPaxos({ type }: Message): boolean {
  return ['1a', '1b', '2a', '2b'].includes(type);
}

function text(value: Action | Message): string {
  return JSON.stringify(value);
}
