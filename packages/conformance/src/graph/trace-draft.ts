import { GraphBuilder } from '@synod/spec';
import type { TlaValue } from '@synod/tla';
import type { Behaviour, ExportedGraph, LabelMeaning } from './exported-graph.js';

/** A graph that is being put together from behaviours, which may share states. */
export interface TraceDraft {
  /** Begins a behaviour with its initial state. */
  begin(values: readonly TlaValue[]): void;
  /** Takes a step to a state that has these values. */
  step(label: LabelMeaning, values: readonly TlaValue[]): void;
  /** Says that the behaviour goes back for ever to its state at this index, by a step with this label, or without a step. */
  loop(index: number, label: LabelMeaning | undefined): void;
  finish(): { readonly graph: ExportedGraph['graph']; readonly behaviours: readonly Behaviour[] };
}

/** A draft of a graph of these variables. */
export function traceDraft(module: string | undefined, variables: readonly string[]): TraceDraft {
  const builder = new GraphBuilder(module ?? '', variables);
  const behaviours: { states: number[]; loop: number | undefined }[] = [];
  const current = (): { states: number[]; loop: number | undefined } =>
    behaviours.at(-1) ?? { states: [], loop: undefined };
  const add = ({ action, parameters }: LabelMeaning, from: number, to: number): void => {
    builder.step(from, builder.label(action, parameters), to);
  };
  return {
    begin(values) {
      const state = builder.state(values);
      behaviours.push({ states: [state], loop: undefined });
      builder.initial(state);
    },
    step(label, values) {
      const { states } = current();
      const to = builder.state(values);
      add(label, states.at(-1) ?? 0, to);
      states.push(to);
    },
    loop(index, label) {
      const behaviour = current();
      behaviour.loop = index;
      if (label !== undefined) add(label, behaviour.states.at(-1) ?? 0, behaviour.states[index] as number);
    },
    finish: () => ({ graph: builder.build(), behaviours }),
  };
}
