import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EvaluationError, InputError, type TlaValue } from '@synod/tla';
import { readManifest, verifySources } from '@synod/tla/node';
import type { ExportedGraph } from '../graph/exported-graph.js';
import { named } from '../paths.js';
import { guardsOf } from '../trace/explain/guards.js';
import { graphSpace } from '../trace/graph-space.js';
import type { Trace } from '../trace/trace.js';
import { type FileReference, pathOf } from './file-reference.js';
import { type ForeignSpec, namesOf, openForeignSpec } from './foreign-spec.js';
import type { Model } from './model.js';
import { exportFolder, openGraph } from './open-graph.js';
import { refuseOtherConstants } from './trace-constants.js';
import type { AnyVocabulary, Vocabulary } from './vocabulary.js';

/** What {@link openModel} reads: paths, or URLs of files. */
export interface OpenModelOptions {
  /** What TLC wrote with `-dump dot,actionlabels`, a folder of `synod export`, or a state graph. */
  readonly graph: FileReference;
  /** The module: with it there are names of parameters, and its text to explain by. */
  readonly spec?: FileReference | undefined;
  /** The cfg file: with it and the module there are constants, operators and guards. */
  readonly cfg?: FileReference | undefined;
  /** TLC's own output of the run that wrote the graph, to know that the graph is whole. */
  readonly log?: FileReference | undefined;
  /** The variables in the order wanted, where the file does not say. */
  readonly variables?: readonly string[] | undefined;
}

/**
 * Opens a graph of any specification, as TLC exported it, for executions to be held against.
 *
 * @typeParam V the actions and variables of the specification, as `synod types` writes them
 * @throws InputError if a file cannot be read, if the graph is not one that can be judged by, or if it is an export of
 *   files that have changed since, as they lie beside `spec`
 */
export async function openModel<V extends Vocabulary = AnyVocabulary>(
  options: OpenModelOptions,
): Promise<Model<V>> {
  const file = pathOf(options.graph);
  const [specFile, cfg, log] = [options.spec, options.cfg, options.log].map((path) => path && pathOf(path));
  if (specFile !== undefined) await refuseStale(file, specFile);
  const sharedCfg = specFile !== undefined;
  const exported = await openGraph(file, { cfg, sharedCfg, log, variables: options.variables });
  refuseUseless(exported, file);
  const spec = specFile === undefined ? undefined : await openForeignSpec(specFile, cfg);
  if (spec !== undefined) refuseOtherVariables(exported, spec, file);
  const { graph, known } = exported;
  const operators = spec?.text && operatorsOf(spec, graph.variables, (state) => graph.values(state));
  // Which modules a trace may be one of is known better where the module is there: see `admit`.
  const space = graphSpace(spec === undefined ? graph : { ...graph, name: '' }, {
    parameters: known.parameters,
    formals: new Map([...exported.formals, ...(spec?.formulas.actions ?? [])]),
    ...(operators === undefined ? {} : { operators }),
  });
  const unusedCfg = spec !== undefined && cfg !== undefined && spec.constants === undefined;
  return {
    spec: spec?.root ?? graph.name,
    name: file,
    space,
    graph: () => graph,
    guards: spec?.text && guardsOf(spec.text, space),
    warnings: [
      ...exported.warnings,
      ...(known.complete ? [] : [notComplete]),
      ...(unusedCfg ? [otherModule(cfg, spec.root)] : []),
    ],
    admit: (trace) => admitted(trace, spec, file),
  };
}

const notComplete =
  'it is not known whether the graph is whole: a step that it lacks looks like one that is not allowed (name the output of the run with --log).';
const noConstants =
  'the constants of the trace are not compared: name the module with --spec and its cfg file with --cfg.';

function otherModule(cfg: string, root: string): string {
  return `${cfg} replaces what ${root} alone does not define, so that nothing of ${root} is evaluated, such as a conjunct that is false: name the module that this cfg file is for with --spec.`;
}

/** Holds an export to the files that it was made of, as far as they lie beside the module. */
async function refuseStale(file: string, specFile: string): Promise<void> {
  const folder = exportFolder(file);
  if (folder === undefined) return;
  const manifest = await readManifest(folder);
  const specs = dirname(specFile);
  const there = Object.entries(manifest.sources).filter(([name]) => existsSync(join(specs, name)));
  const again = `synod export --spec ${join(specs, `${manifest.model}.tla`)} --out ${folder}`;
  await verifySources({ ...manifest, sources: Object.fromEntries(there) }, specs, again);
}

function refuseUseless({ known, kind }: ExportedGraph, file: string): void {
  const refuse = (what: string): never => {
    throw new InputError(
      'no-graph',
      `a trace cannot be judged by this: ${what}. Have TLC write a graph with -dump dot,actionlabels.`,
      { file },
    );
  };
  if (kind === 'error-trace' || kind === 'output')
    refuse('it is a single behaviour that TLC printed, and no graph');
  if (!known.steps) refuse('it has states, and no steps');
  if (!known.initial) refuse('it does not say which states are initial');
  if (!known.values) refuse('its values are not those of the specification');
}

function refuseOtherVariables({ graph }: ExportedGraph, { root, formulas }: ForeignSpec, file: string): void {
  const declared = formulas.variables;
  if (declared.toSorted().join() === graph.variables.toSorted().join()) return;
  const message = `this is a graph of another specification: it has the variables ${graph.variables.join(', ')}, and ${root} declares ${declared.join(', ')}.`;
  throw new InputError('other-spec', message, { file });
}

/** Refuses a trace of another module, or with other constants. */
export function admitted(
  trace: Pick<Trace, 'header'>,
  spec: ForeignSpec | undefined,
  file: string,
): readonly string[] {
  if (spec !== undefined) refuseOtherModule(trace, spec);
  if (spec?.constants !== undefined) refuseOtherConstants(trace, spec.constants, file);
  return trace.header.constants.size > 0 && spec?.constants === undefined ? [noConstants] : [];
}

function refuseOtherModule({ header }: Pick<Trace, 'header'>, { modules, root }: ForeignSpec): void {
  const names = namesOf(modules, root);
  if (header.spec === undefined || names.includes(header.spec)) return;
  const message = `spec: this trace is one of ${header.spec}, and it is held against ${root}: name the module of ${header.spec} with --spec.`;
  throw new InputError('other-spec', message, header.place);
}

/** Operators as the module's text defines them, each evaluated once in a state. */
function operatorsOf(
  { text, formulas }: ForeignSpec,
  variables: readonly string[],
  values: (state: number) => readonly TlaValue[],
): ReadonlyMap<string, (state: number) => TlaValue> {
  const evaluateIn = (name: string): ((state: number) => TlaValue) => {
    const found = new Map<number, TlaValue>();
    return (state) => {
      const value = found.get(state) ?? evaluate(name, state);
      found.set(state, value);
      return value;
    };
  };
  const evaluate = (name: string, state: number): TlaValue => {
    try {
      return (text as NonNullable<typeof text>).evaluate(name, named(variables, values(state)));
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      throw new InputError('derived', `derived.${name} cannot be evaluated: ${error.message}`, error.place, {
        cause: error,
      });
    }
  };
  return new Map(formulas.operators.map((name) => [name, evaluateIn(name)]));
}
