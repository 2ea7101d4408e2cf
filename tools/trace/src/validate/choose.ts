import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Trace } from '@synod/conformance';
import { headerConstants } from '@synod/conformance/judge';
import { InputError, key } from '@synod/tla';
import { type Model, openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { transcribedModules, transcriptionOf } from '../specifications.js';
import type { foreignTarget as ForeignTarget } from './foreign-target.js';
import type { modelGraphTarget as ModelGraphTarget } from './graph-target.js';
import type { KnownExports } from './known-export.js';
import type { modelTarget as ModelTarget } from './model-target.js';
import { nothingNamed } from './nothing-named.js';
import type { ValidateOptions } from './options.js';
import type { specTarget as SpecTarget } from './spec-target.js';
import type { Target } from './target.js';
import type { TlcModel } from './tlc/open-model.js';

/** Which engine judges a trace, and against what. */
export type Choice =
  | { readonly engine: 'graph' | 'model' | 'spec'; readonly target: Target }
  | {
      readonly engine: 'tlc';
      readonly model: TlcModel;
      /** What says why a trace diverges, where there is something beside TLC that can. */
      readonly target: Target | undefined;
    };

/**
 * Chooses for each trace. What was opened once serves all traces.
 *
 * @param derived whether operators are asked for: that decides what is read of an export
 * @param exports if given, exports of bundled models that were read before are not read again
 */
export function chooser(
  openProject: () => Promise<Project>,
  options: ValidateOptions,
  derived: boolean,
  exports?: KnownExports,
): (trace: Trace) => Promise<Choice> {
  const kept = new Map<string, Promise<Target>>();
  const once = (name: string, open: () => Promise<Target>): Promise<Target> => {
    const known = kept.get(name) ?? open();
    kept.set(name, known);
    return known;
  };
  return async (trace) => {
    const { graph, spec, engine } = options;
    if (engine === 'spec' && spec !== undefined)
      return { engine, target: await once('spec', () => bySpec(spec, options.cfg)) };
    if (graph !== undefined || spec !== undefined) {
      if (graph === undefined && engine !== 'tlc') {
        throw new InputError(
          'options',
          'without --graph a specification of your own is judged by --engine spec or --engine tlc: give one of them',
        );
      }
      const target = (): Promise<Target> => once('graph', () => byForeignGraph(options));
      if (engine !== 'tlc') return { engine: 'graph', target: await target() };
      return {
        engine,
        model: foreignModel(options),
        target: graph === undefined ? undefined : await target(),
      };
    }
    const project = await openProject();
    const name = options.model ?? trace.header.model;
    if (name === undefined) {
      const module = trace.header.spec;
      if (engine !== 'model' || module === undefined || !transcribedModules.includes(module)) {
        throw nothingNamed(trace.header.place.file);
      }
      return {
        engine,
        target: await once(module, () => byTypeScript(project, module, undefined, options.ballots)),
      };
    }
    const [entry] = chooseModels(project, [name], () => false) as [ModelEntry];
    const model = (): Promise<Model> => openModel(project, entry);
    const byGraph = (): Promise<Target> =>
      once(`graph ${name}`, async () => byExport(project, await model(), derived, exports));
    const hasExport = existsSync(join(project.traces, entry.name, 'manifest.json'));
    if (engine === 'tlc') {
      return {
        engine,
        model: bundledModel(project, entry, trace),
        target: hasExport ? await byGraph() : undefined,
      };
    }
    if (engine === 'spec') {
      const file = join(project.specs, `${entry.name}.tla`);
      return { engine, target: await once(`spec ${name}`, () => bySpec(file, undefined, entry.name)) };
    }
    const chosen = engine ?? (hasExport && options.ballots === undefined ? 'graph' : 'model');
    if (chosen === 'graph') return { engine: chosen, target: await byGraph() };
    const byModel = async (): Promise<Target> =>
      byTypeScript(project, entry.module, await model(), options.ballots);
    return { engine: chosen, target: await once(`model ${name}`, byModel) };
  };
}

// What a target is made of is loaded when it is chosen: to load all takes longer than to judge most traces.

const byForeignGraph: typeof ForeignTarget = async (...given) =>
  (await import('./foreign-target.js')).foreignTarget(...given);
const byExport: typeof ModelGraphTarget = async (...given) =>
  (await import('./graph-target.js')).modelGraphTarget(...given);
const bySpec: typeof SpecTarget = async (...given) => (await import('./spec-target.js')).specTarget(...given);
const byTypeScript = async (...given: Parameters<typeof ModelTarget>): Promise<Target> =>
  (await import('./model-target.js')).modelTarget(...given);

function bundledModel(project: Project, entry: ModelEntry, trace: Trace): TlcModel {
  const { constantNames } = transcriptionOf(entry.module).specification;
  const constants = Object.entries(headerConstants(trace, constantNames)).map(
    ([name, value]) => [name, key(value)] as const,
  );
  return {
    folder: project.specs,
    module: entry.name,
    cfg: join(project.specs, `${entry.name}.cfg`),
    spec: entry.module,
    constants: new Map(constants),
  };
}

function foreignModel({ spec, cfg }: ValidateOptions): TlcModel {
  if (spec === undefined) {
    throw new InputError(
      'options',
      '--engine tlc needs the module: name it with --spec, and its cfg file with --cfg',
    );
  }
  const module = basename(spec, '.tla');
  return { folder: dirname(spec), module, cfg: cfg ?? join(dirname(spec), `${module}.cfg`) };
}
