import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Chunks, type Config, exactExport, InputError, parseValue } from '@synod/tla';
import { readExportFile, readManifest } from '@synod/tla/node';
import type { ExportedGraph, GraphKind, GraphSource, RunCounts } from '../graph/exported-graph.js';
import { readGraphAs } from '../graph/read-graph.js';
import { readPrintedTraces } from '../graph/read-printed-traces.js';
import { recogniseGraph } from '../graph/recognise.js';
import { graphBytes, standardInput } from './graph-bytes.js';
import { isConstrained, modelValuesOf, plainTrace, readConfig } from './model-config.js';
import { firstLine, readOutcome, readRunLog } from './run-log.js';

/** What is known of a file beside its content. */
export interface OpenGraphOptions {
  /** A file with the output of the run of TLC that wrote it. */
  readonly log?: string | undefined;
  /** The cfg file of that run. */
  readonly cfg?: string | undefined;
  /** Whether the cfg file is given for something else too, so that it need not be of use for every file. */
  readonly sharedCfg?: boolean | undefined;
  /** The variables, in their order. */
  readonly variables?: readonly string[] | undefined;
}

/**
 * Opens a graph: any file that TLC writes states, steps or an error trace to, a folder that `synod export`
 * made, or a state graph.
 *
 * @param path a file or folder; `-` is standard input
 * @throws InputError if it cannot be read, or is known not to say what the specification allows
 */
export async function openGraph(path: string, options: OpenGraphOptions = {}): Promise<ExportedGraph> {
  const config = options.cfg === undefined ? undefined : await readConfig(options.cfg);
  const folder = exportFolder(path);
  if (folder !== undefined) return openExport(folder, path, options, config);
  const file = path === '-' ? standardInput : path;
  const { kind, chunks } = await recogniseGraph(graphBytes(path), file);
  if (kind === 'output') return openOutput(chunks, file, options, config);
  const counts = options.log === undefined ? undefined : await readRunLog(options.log);
  if (config !== undefined && kind !== 'json') exactExport(config);
  const source: GraphSource = {
    chunks,
    file,
    variables: options.variables,
    counts: counts && countsFor(kind, counts, config),
    modelValues: config && modelValuesOf(config),
  };
  const exported = await hinted(readGraphAs(kind, source), counts !== undefined && config === undefined);
  if (exported.kind === 'error-trace') {
    if (config !== undefined) plainTrace(config);
    refuse('--log', options.log, 'an error trace is whole by itself', file);
  } else if (exported.kind === 'ndjson' || exported.kind === 'json') {
    refuse('--log', options.log, 'a state graph says itself whether it is complete', file);
    const cfg = options.sharedCfg === true ? undefined : options.cfg;
    refuse('--cfg', cfg, 'a state graph was judged when it was made', file);
    refuse('--variables', options.variables, 'a state graph names its variables itself', file);
  }
  return exported;
}

/** The folder of an export, with its manifest, that a path means. */
export function exportFolder(path: string): string | undefined {
  if (path === '-') return undefined;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return path;
  const isSteps = basename(path) === 'steps.dot' || basename(path) === 'steps.dot.gz';
  return isSteps && existsSync(join(dirname(path), 'manifest.json')) ? dirname(path) : undefined;
}

async function openExport(
  folder: string,
  path: string,
  options: OpenGraphOptions,
  config: Config | undefined,
): Promise<ExportedGraph> {
  const manifest = await readManifest(folder);
  if (config !== undefined) exactExport(config);
  refuse('--log', options.log, 'its manifest has the counts of the run', path);
  const file = join(folder, 'manifest.json');
  const labels = manifest.labels.map(
    ({ label, action, parameters }) =>
      [label, { action, parameters: parameters.map((text) => parseValue(text, { file })) }] as const,
  );
  return readGraphAs('dot', {
    chunks: readExportFile(folder, manifest, 'steps.dot'),
    file: join(folder, 'steps.dot.gz'),
    module: manifest.module,
    variables: options.variables ?? manifest.variables,
    labels: new Map(labels),
    counts: { distinct: manifest.counts.distinct, generated: manifest.counts.generated },
  });
}

async function openOutput(
  chunks: Chunks,
  file: string,
  options: OpenGraphOptions,
  config: Config | undefined,
): Promise<ExportedGraph> {
  refuse('--log', options.log, "the file is TLC's output itself", file);
  const { trace, success, errors } = await readOutcome(chunks);
  if (trace.length === 0) {
    const [error] = errors;
    const why = success ? ', as TLC found no error' : error === undefined ? '' : ` (${firstLine(error)})`;
    const message = `This is TLC's own output, and there is no error trace in it${why}: a graph is in what TLC writes with -dump.`;
    throw new InputError('no-trace', message, { file });
  }
  if (config !== undefined) plainTrace(config);
  return readPrintedTraces(trace, { file, variables: options.variables });
}

/** Counts that a file must come to. */
function countsFor(kind: GraphKind, counts: RunCounts, config: Config | undefined): RunCounts {
  const constrained = config !== undefined && isConstrained(config, kind === 'transitions');
  return constrained ? { ...counts, generated: undefined } : counts;
}

/** What to do where counts differ, if it is not known whether the model has constraints. */
async function hinted<T>(work: Promise<T>, wanted: boolean): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const differs = error instanceof InputError && (error.code === 'dot-counts' || error.code === 'counts');
    if (!wanted || !differs) throw error;
    const message = `${error.message} If the model has constraints, name its cfg file with --cfg.`;
    throw new InputError(error.code, message, error.place, { cause: error });
  }
}

function refuse(option: string, given: unknown, why: string, file: string): void {
  if (given !== undefined)
    throw new InputError('useless-option', `${option} is of no use here: ${why}.`, { file });
}
