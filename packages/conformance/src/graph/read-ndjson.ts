import { InputError, type Place, readPrinted } from '@synod/tla';
import type { ExportedGraph, GraphSource } from './exported-graph.js';
import { isStateLine, type StateGraphReader, stateGraphReader } from './state-graph-reader.js';

/** Reads a state graph in this project's own format, a line a state and a line a step. */
export async function readNdjsonGraph({ chunks, file }: GraphSource): Promise<ExportedGraph> {
  let reader: StateGraphReader | undefined;
  await readPrinted(
    chunks,
    {
      text(text, place) {
        if (reader?.line(text, place) === true) return;
        const json = parse(text, place);
        if (reader === undefined) reader = stateGraphReader(json, 'ndjson', place);
        else if (isStateLine(json)) reader.state(json, place);
        else reader.step(json, place);
      },
    },
    { file },
  );
  if (reader === undefined) throw new InputError('empty', 'The file is empty.', { file });
  return reader.finish({ file });
}

function parse(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InputError('json', 'This line is not JSON, or it was cut.', place, { cause });
  }
}
