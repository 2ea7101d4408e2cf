import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Cluster } from '../../src/index.js';
import { crash, give, type Host, restart } from './host.js';
import { type Letter, type MakeNode, mapped, openWorld, release, sync, type World } from './world.js';

/** One thing that happens, by chance: of which kind, to whom, and what the role draws. */
interface Choice {
  readonly kind: number;
  readonly which: number;
  readonly chance: number;
}

export const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({
    kind: fc.nat(99),
    which: fc.nat(),
    chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  }),
  { minLength: 250, maxLength: 400, size: 'max' },
);

const values: readonly string[] = ['A', 'K', 'M'];

/**
 * Lets things happen to a cluster, and compares it with the specification after each.
 *
 * @returns what kinds of things happened
 */
export function run(cluster: Cluster, all: readonly Choice[], make?: MakeNode): ReadonlySet<string> {
  const world = openWorld(cluster, values, make);
  for (const choice of all) {
    const before = JSON.stringify(mapped(world));
    const { happened, msgs } = world;
    const move = moveOf(choice.kind);
    move(world, choice);
    // Records that became durable, and 2a messages, were compared where they were made.
    const stays = move !== durable && world.msgs === msgs;
    if (stays)
      assert.equal(JSON.stringify(mapped(world)), before, 'a step that names no action changes nothing');
    happened.add(move.name);
  }
  return world.happened;
}

type Move = (world: World, choice: Choice) => void;

/** Delivering and writing are most of what happens. */
function moveOf(kind: number): Move {
  if (kind < 40) return deliver;
  if (kind < 60) return durable;
  if (kind < 80) return goOn;
  if (kind < 84) return lose;
  if (kind < 88) return duplicate;
  if (kind < 93) return timeout;
  if (kind < 95) return propose;
  if (kind < 96) return query;
  return kind < 98 ? crashed : restarted;
}

function deliver(world: World, { which, chance }: Choice): void {
  const letter = pick(world.letters, which);
  if (letter === undefined) return;
  world.letters = world.letters.filter((other) => other !== letter);
  const { from, message } = letter;
  for (const host of world.hosts) {
    if (host.id === letter.to) give(host, { type: 'message', from, message, chance });
  }
}

function durable(world: World, { which }: Choice): void {
  const host = pick(
    world.hosts.filter((one) => one.durable < one.records.length && one.state !== undefined),
    which,
  );
  if (host !== undefined) sync(world, host);
}

function goOn(world: World, { which }: Choice): void {
  const host = pick(
    world.hosts.filter((one) => one.state !== undefined && one.queue.size > 0),
    which,
  );
  if (host !== undefined) release(world, host);
}

function lose(world: World, { which }: Choice): void {
  const letter = pick(world.letters, which);
  world.letters = world.letters.filter((other) => other !== letter);
}

function duplicate(world: World, { which }: Choice): void {
  const letter: Letter | undefined = pick(world.letters, which);
  if (letter !== undefined) world.letters.push({ ...letter });
}

function timeout(world: World, { which, chance }: Choice): void {
  const waiting = world.hosts.flatMap((host) => [...host.timers.values()].map((timer) => ({ host, timer })));
  const one = pick(waiting, which);
  if (one === undefined) return;
  one.host.timers.delete(one.timer.of);
  give(one.host, { type: 'timeout', timer: one.timer, chance });
}

function propose(world: World, { which, chance }: Choice): void {
  const host = world.hosts.find(({ id }) => id === pick(world.cluster.proposers, which));
  const value = pick(values, which) ?? '';
  if (host !== undefined) give(host, { type: 'propose', value, chance });
}

function query(world: World, { which, chance }: Choice): void {
  const host = world.hosts.find(({ id }) => id === pick(world.cluster.learners, which));
  if (host !== undefined) give(host, { type: 'query', chance });
}

function crashed(world: World, { which }: Choice): void {
  const host = pick(running(world, true), which);
  if (host !== undefined) crash(host);
}

function restarted(world: World, { which }: Choice): void {
  const host = pick(running(world, false), which);
  if (host !== undefined) restart(host);
}

function running({ hosts }: World, up: boolean): readonly Host[] {
  return hosts.filter(({ state }) => (state !== undefined) === up);
}

function pick<T>(among: readonly T[], which: number): T | undefined {
  return among[which % among.length];
}
