import { GraphBuilder } from '@synod/spec';
import { InputError, type Place, readTransitions, type ValueEntry } from '@synod/tla';
import { compareCount } from './count-check.js';
import type { ExportedGraph, GraphSource } from './exported-graph.js';

/**
 * Reads what a specification printed with `PrintT`, a line `<<"S", <<variables>>, …>>` for each state, a line
 * `<<"T", <<variables>>, actions, <<variables'>>>>` for each step, or lines of one kind. The lines have no names of variables:
 * unless they are given, they are `v1`, `v2`, ….
 */
export async function readTransitionsGraph(source: GraphSource): Promise<ExportedGraph> {
  const { file, counts } = source;
  const states = stateNumbers(source);
  /** How many states there were before the first step: the initial ones are among them. */
  let first: number | undefined;
  const found = await readTransitions(
    source.chunks,
    {
      state: (state, _, place) => void states.number(state, place),
      step(from, actions, to, place) {
        first ??= states.builder()?.size ?? 0;
        const [source_, target] = [states.number(from, place), states.number(to, place)];
        const builder = states.builder() as GraphBuilder;
        if (actions.length === 0) builder.step(source_, builder.label('', []), target);
        for (const { name, parameters } of actions) {
          builder.step(source_, builder.label(name, parameters), target);
        }
      },
    },
    { file },
  );
  const builder = states.builder();
  if (builder === undefined) throw new InputError('empty', 'The file has no state and no step.', { file });
  compareCount('states', builder.size, counts?.distinct, file);
  const { initial, generated } = counts ?? {};
  const steps = found.steps > 0;
  if (steps && initial !== undefined && generated !== undefined) {
    compareCount('steps', found.steps, generated - initial, file);
  }
  const initialKnown = initial !== undefined && initial <= (first ?? builder.size);
  if (initialKnown) for (let state = 0; state < initial; state++) builder.initial(state);
  return {
    kind: 'transitions',
    graph: builder.build(),
    known: {
      initial: initialKnown,
      steps,
      parameters: true,
      values: true,
      complete: generated !== undefined,
    },
    formals: new Map(),
    behaviours: [],
    warnings: [
      ...(steps ? [] : ['there are states only, and no line <<"T", …>> with a step']),
      ...(initialKnown ? [] : ["which states are initial is not in the file: TLC's own output tells"]),
      ...(source.variables ? [] : ['the lines do not name the variables: they are called v1, v2 and so on']),
    ],
  };
}

/** Numbers states by their values, in the order in which they come. */
function stateNumbers({ module, variables, file }: GraphSource): {
  number(state: readonly ValueEntry[], place: Place): number;
  builder(): GraphBuilder | undefined;
} {
  let builder: GraphBuilder | undefined;
  return {
    number(state, place) {
      const names = variables ?? state.map((_, index) => `v${index + 1}`);
      if (names.length !== state.length) {
        const message = `The states have ${state.length} variables, and ${names.length} are named: ${names.join(', ')}.`;
        throw new InputError('variables', message, { ...place, file });
      }
      builder ??= new GraphBuilder(module ?? '', names);
      return builder.state(state.map(({ value }) => value));
    },
    builder: () => builder,
  };
}
