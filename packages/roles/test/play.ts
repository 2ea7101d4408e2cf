import type { Effect, Input, Message, NodeId, Role, Timer } from '../src/index.js';

/** A message arrives. */
export function from(node: NodeId, message: Message, chance = 0): Input {
  return { type: 'message', from: node, message, chance };
}

export function timeUp(of: Timer['of'], id: number, chance = 0): Input {
  return { type: 'timeout', timer: { of, id }, chance };
}

export function propose(value: string): Input {
  return { type: 'propose', value, chance: 0 };
}

/** The state after inputs, and what came of the last of them. */
export function play<S>(
  role: Role<S>,
  ...inputs: readonly Input[]
): { readonly state: S; readonly effects: readonly Effect[] } {
  let effects: readonly Effect[] = [];
  let state = role.initial;
  for (const input of inputs) ({ state, effects } = role.step(state, input));
  return { state, effects };
}

/** Effects in few words: `to a1: {…}` for messages, the type for others. */
export function told(effects: readonly Effect[]): readonly string[] {
  return effects.map((effect) => {
    if (effect.type === 'send') return `to ${effect.to}: ${words(effect.message)}`;
    if (effect.type === 'persist') return `persist ${words(effect.record)}`;
    if (effect.type === 'action') return `${effect.action}(${Object.values(effect.params).join(', ')})`;
    if (effect.type === 'timer') return `timer ${effect.timer.of} ${effect.timer.id} in ${effect.delay}`;
    return words(effect);
  });
}

function words(value: { readonly type: string }): string {
  return Object.values(value).map(String).join(' ');
}
