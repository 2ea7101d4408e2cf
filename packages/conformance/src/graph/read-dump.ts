import { InputError, readDump } from '@synod/tla';
import { compareCount } from './count-check.js';
import { draft } from './draft.js';
import type { ExportedGraph, GraphSource } from './exported-graph.js';

/**
 * Reads what TLC wrote with `-dump FILE`: states, and no steps. The initial ones come first, but how many they
 * are is only known from the counts of the run.
 */
export async function readDumpGraph(source: GraphSource): Promise<ExportedGraph> {
  const { file, counts } = source;
  const states = draft(source.module, source.variables);
  const found = await readDump(
    source.chunks,
    { state: (text, _, place) => states.newState(text, place) },
    { file },
  );
  if (found === 0) throw new InputError('dump', 'The dump has no state: TLC found no initial one.', { file });
  compareCount('states', found, counts?.distinct, file);
  const builder = states.builder();
  const initial = counts?.initial;
  for (let state = 0; state < Math.min(initial ?? 0, found); state++) builder.initial(state);
  return {
    kind: 'dump',
    graph: builder.build(),
    known: {
      initial: initial !== undefined,
      steps: false,
      parameters: false,
      values: true,
      complete: counts !== undefined,
    },
    formals: new Map(),
    behaviours: [],
    warnings: [
      'a plain dump has no steps: have TLC write them with -dump dot,actionlabels FILE',
      ...(initial === undefined
        ? ["which states are initial is not in the file: TLC's own output tells"]
        : []),
    ],
  };
}
