import {
  type Behaviour,
  behaviourTo,
  dotText,
  type ExportedGraph,
  graphStatistics,
  itfText,
  jsonText,
  type Numbering,
  ndjsonText,
  nearest,
  numberStates,
  openGraph,
  standardInput,
} from '@synod/conformance';
import { InputError } from '@synod/tla';
import { writeToFile, writeToStandardOutput } from '../graph/write-output.js';

import { colours } from '../output/colours.js';
import { statisticsText } from '../output/graph.js';
import { terminalProgress } from '../progress.js';
import { findState } from './show.js';

/** What `synod graph` may be told. */
export interface GraphOptions {
  readonly to?: string;
  readonly stats?: boolean;
  readonly json?: boolean;
  readonly out?: string;
  readonly path?: string;
  readonly log?: string;
  readonly cfg?: string;
  readonly variables?: string;
  readonly color: boolean;
}

const formats = ['ndjson', 'json', 'itf', 'dot'] as const;

type Format = (typeof formats)[number];

/**
 * `synod graph FILE`: any export of TLC as a machine-readable graph, or its figures.
 *
 * @returns the exit code
 */
export async function graphCommand(path: string, options: GraphOptions): Promise<number> {
  const format = formatOf(options);
  const file = path === '-' ? standardInput : path;
  const progress = terminalProgress();
  progress(`reading ${file}`);
  let exported: ExportedGraph;
  try {
    exported = await openGraph(path, {
      log: options.log,
      cfg: options.cfg,
      variables: options.variables?.split(',').map((name) => name.trim()),
    });
  } finally {
    progress.done();
  }
  for (const warning of exported.warnings) console.error(`synod: warning: ${file}: ${warning}`);
  const numbering = numberStates(exported.graph);
  if (format !== undefined) {
    const pieces = piecesOf(exported, numbering, format, options.path, file);
    await (options.out === undefined ? writeToStandardOutput(pieces) : writeToFile(options.out, pieces));
  }
  if (options.stats === true) {
    const figures = graphStatistics(exported, numbering);
    const text =
      options.json === true
        ? JSON.stringify({ format: 1, ...figures }, undefined, 2)
        : statisticsText(figures, colours(options.color));
    console.log(text);
  }
  return 0;
}

/** The format wanted; nothing if only the figures are. */
function formatOf({ to, stats, json, out, path }: GraphOptions): Format | undefined {
  const format = formats.find((candidate) => candidate === to);
  if (to !== undefined && format === undefined) {
    const like = nearest(to, formats);
    const hint = like === undefined ? '' : `, did you mean ${like}?`;
    const message = `there is no format ${to}${hint} (${formats.join(', ')})`;
    throw new InputError('unknown-format', message);
  }
  if (json === true && stats !== true) {
    throw new InputError('options', '--json is for the figures of --stats; the graph as JSON is --to json');
  }
  if (path !== undefined && format !== 'itf') {
    throw new InputError('options', '--path goes with --to itf: it is the state that the trace ends in');
  }
  if (stats !== true) return format ?? 'ndjson';
  if (format !== undefined && out === undefined) {
    const message = '--to and --stats both write to standard output: give the graph a file with --out';
    throw new InputError('options', message);
  }
  return out === undefined ? undefined : (format ?? 'ndjson');
}

function piecesOf(
  exported: ExportedGraph,
  numbering: Numbering,
  format: Format,
  path: string | undefined,
  file: string,
): Iterable<string> {
  switch (format) {
    case 'ndjson':
      return ndjsonText(exported, numbering);
    case 'json':
      return jsonText(exported, numbering);
    case 'dot':
      return dotText(exported, numbering);
    case 'itf':
      return [itfText(exported.graph, behaviourOf(exported, numbering, path, file))];
  }
}

function behaviourOf(
  { graph, known, behaviours }: ExportedGraph,
  { order }: Numbering,
  path: string | undefined,
  file: string,
): Behaviour {
  const [first] = behaviours;
  if (path === undefined) {
    if (first === undefined) {
      const message =
        'A graph is not a trace, and an ITF file is one: name the state that it is to end in with --path, or use another format.';
      throw new InputError('no-trace', message, { file });
    }
    if (behaviours.length > 1) {
      console.error(
        `synod: warning: ${file}: there are ${behaviours.length} error traces; this is the first`,
      );
    }
    return first;
  }
  if (!known.initial || !known.steps) {
    const what = known.steps ? 'say which states are initial' : 'have the steps';
    throw new InputError('no-path', `There is no path to a state: the file does not ${what}.`, { file });
  }
  const state = order[findState(graph, order, path)] as number;
  const behaviour = behaviourTo(graph, state);
  if (behaviour !== undefined) return behaviour;
  throw new InputError('no-path', 'No step leads to this state.', { file });
}
