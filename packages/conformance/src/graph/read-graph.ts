import { InputError } from '@synod/tla';
import type { ExportedGraph, GraphKind, GraphSource } from './exported-graph.js';
import { readDotGraph } from './read-dot.js';
import { recogniseGraph } from './recognise.js';

/**
 * Reads the graph of any specification from any file that TLC writes one to, or from a state graph in this
 * project's own format. What kind of file it is shows in its content.
 *
 * @throws InputError if the file is none of these, is cut or damaged, or is known not to be whole. TLC's own
 *   output (`output`) is to be taken apart first: see `readPrintedTraces`.
 */
export async function readGraph(source: GraphSource): Promise<ExportedGraph> {
  const { kind, chunks } = await recogniseGraph(source.chunks, source.file);
  return readGraphAs(kind, { ...source, chunks });
}

/** The same for a file whose kind is known. What reads kinds other than the usual one is loaded when it is needed. */
export async function readGraphAs(kind: GraphKind, source: GraphSource): Promise<ExportedGraph> {
  switch (kind) {
    case 'dot':
      return readDotGraph(source);
    case 'dump':
      return (await import('./read-dump.js')).readDumpGraph(source);
    case 'transitions':
      return (await import('./read-transitions.js')).readTransitionsGraph(source);
    case 'ndjson':
      return (await import('./read-ndjson.js')).readNdjsonGraph(source);
    case 'json':
    case 'error-trace':
      return (await import('./read-json.js')).readJsonGraph(source);
    case 'output': {
      const message = "This is TLC's own output: its error trace is read with readPrintedTraces.";
      throw new InputError('tlc-output', message, { file: source.file });
    }
  }
}
