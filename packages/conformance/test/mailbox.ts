import { explore, type TransitionSystem } from '@synod/spec';
import { except, functionOn, set, type TlaFunction, type TlaSet, type TlaValue } from '@synod/tla';
import type { Model } from '../src/model/model.js';
import { graphSpace } from '../src/trace/graph-space.js';

/** Messages that were sent, and the last one that each reader has taken. */
export interface Mailbox {
  readonly sent: TlaSet<number>;
  readonly last: TlaFunction<string, number>;
}

/**
 * `Send(n)` sends a message, again if it was sent already; `Take(r)` takes any message that is later than the last one
 * that r has taken: with the same label it may lead to several states. `Clear` is possible when somebody has the last one.
 */
export function mailbox(messages: number, readers: readonly string[]): TransitionSystem<Mailbox> {
  const numbers = Array.from({ length: messages }, (_, i) => i + 1);
  const actions = [
    { name: 'Send', formals: [{ name: 'n', constant: 'Message', domain: numbers }] },
    { name: 'Take', formals: [{ name: 'r', constant: 'Reader', domain: readers }] },
    { name: 'Clear', formals: [] },
  ];
  const initial: Mailbox = { sent: set([]), last: functionOn(set(readers), () => 0) };
  const lastOf = ({ last }: Mailbox, reader: TlaValue): number =>
    last.values[last.indexOf(reader as string)] as number;
  const perform = (state: Mailbox, action: string, [p]: readonly TlaValue[]): readonly Mailbox[] => {
    if (action === 'Send') return [{ ...state, sent: set([...state.sent.elements, p as number]) }];
    if (action === 'Clear') return state.last.values.includes(messages) ? [initial] : [];
    const later = state.sent.elements.filter((n) => n > lastOf(state, p as string));
    return later.map((n) => ({ ...state, last: except(state.last, p as string, n) }));
  };
  return {
    name: 'Mailbox',
    variables: ['sent', 'last'],
    actions,
    operators: [],
    invariants: [],
    refinements: [],
    typeCorrect: undefined,
    init: () => [initial],
    *next(state) {
      for (const { name, formals } of actions) {
        for (const value of formals[0]?.domain ?? [undefined]) {
          const parameters = value === undefined ? [] : [value];
          for (const next of perform(state, name, parameters))
            yield { action: name, parameters, state: next };
        }
      }
    },
    decode: ({ sent, last }) => [sent, last],
    perform,
  };
}

/** A specification in TypeScript as a model whose space is its graph. */
export function graphModel<S>(system: TransitionSystem<S>): Model {
  const { graph } = explore(system);
  const formals = new Map(
    system.actions.map(({ name, formals: own }) => [name, own.map((formal) => formal.name)]),
  );
  return {
    spec: system.name,
    name: 'the graph',
    space: graphSpace(graph, { parameters: true, formals }),
    graph: () => graph,
    guards: undefined,
    warnings: [],
  };
}

/** Numbers that look like chance, the same for the same seed (xorshift32). */
export function chance(seed: number): (bound: number) => number {
  let state = (seed * 2_654_435_769) | 1;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}
