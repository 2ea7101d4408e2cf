import { describe, expect, it } from 'vitest';
import { clusterOf, type Effect, type Input, type NodeId, type NodeState, node } from '../src/index.js';
import { propose } from './play.js';

const nodes = ['n1', 'n2', 'n3'];
const cluster = clusterOf(nodes, { timing: { retry: 10, tries: 2, backoff: { least: 5, most: 1000 } } });
const roles = new Map(nodes.map((id) => [id, node(id, cluster)]));

interface Due {
  readonly time: number;
  readonly node: NodeId;
  readonly input: Input;
}

/**
 * A client proposes at n1, and every message takes so long.
 *
 * @returns when a learner knows what was chosen; nothing if none does after 20,000 steps
 */
function decidedAt(delay: number): number | undefined {
  let drawn = 1;
  const chance = (): number => {
    drawn = (drawn * 48_271) % 2_147_483_647;
    return drawn / 2_147_483_647;
  };
  const states = new Map<NodeId, NodeState>();
  const agenda: Due[] = [{ time: 0, node: 'n1', input: propose('A') }];
  const learns = (due: Due): boolean => take(due).some(({ type }) => type === 'learned');
  const take = ({ time, node: id, input }: Due): readonly Effect[] => {
    const role = roles.get(id);
    if (role === undefined) return [];
    const { state, effects } = role.step(states.get(id) ?? role.initial, input);
    states.set(id, state);
    for (const effect of effects) {
      if (effect.type === 'send') {
        const { to, message } = effect;
        agenda.push({
          time: time + delay,
          node: to,
          input: { type: 'message', from: id, message, chance: chance() },
        });
      }
      if (effect.type === 'timer') {
        const { timer, delay: wait } = effect;
        agenda.push({ time: time + wait, node: id, input: { type: 'timeout', timer, chance: chance() } });
      }
    }
    return effects;
  };
  for (let steps = 0; steps < 20_000; steps += 1) {
    agenda.sort((one, other) => one.time - other.time);
    const due = agenda.shift();
    if (due === undefined) return undefined;
    if (learns(due)) return due.time;
  }
  return undefined;
}

describe('a cluster whose answers take longer than a proposer waits', () => {
  it.each([1, 10, 30, 100])('decides: messages take %d', (delay) => {
    expect(decidedAt(delay)).toBeDefined();
  });
});
