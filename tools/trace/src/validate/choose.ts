import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Trace } from '@synod/conformance';
import { openModel } from '../model.js';
import { chooseModels, type ModelEntry, type Project } from '../project.js';
import { transcribedModules } from '../specifications.js';
import { foreignTarget } from './foreign-target.js';
import { modelGraphTarget } from './graph-target.js';
import { modelTarget } from './model-target.js';
import { nothingNamed } from './nothing-named.js';
import type { Engine, ValidateOptions } from './options.js';
import type { Target } from './target.js';

/** Which engine judges a trace, and against what. */
export interface Choice {
  readonly engine: Engine;
  /** What explains a divergence, and judges unless TLC does. With TLC there may be none. */
  readonly target: () => Promise<Target>;
  /** For TLC: the folder, the root module and the cfg file. */
  readonly module: TlcModel | undefined;
}

/** A model as TLC is given it. */
export interface TlcModel {
  readonly folder: string;
  readonly root: string;
  readonly cfg: string;
}

/**
 * Chooses for each trace. What was opened once serves all traces.
 *
 * @param derived whether operators are asked for: that decides what is read of an export
 */
export function chooser(
  openProject: () => Promise<Project>,
  options: ValidateOptions,
  derived: boolean,
): (trace: Trace) => Promise<Choice> {
  const kept = new Map<string, Promise<Target>>();
  const once = (name: string, open: () => Promise<Target>): Promise<Target> => {
    const known = kept.get(name) ?? open();
    kept.set(name, known);
    return known;
  };
  return async (trace) => {
    const { graph, spec, engine } = options;
    if (graph !== undefined || spec !== undefined) {
      const target = (): Promise<Target> => once('graph', () => foreignTarget(options));
      return { engine: engine ?? 'graph', target, module: foreignModel(options) };
    }
    const project = await openProject();
    const name = options.model ?? trace.header.model;
    if (name === undefined) {
      const module = trace.header.spec;
      if (engine !== 'model' || module === undefined || !transcribedModules.includes(module)) {
        throw nothingNamed(trace.header.place.file);
      }
      const target = (): Promise<Target> =>
        once(module, () => modelTarget(project, module, undefined, options.ballots));
      return { engine, target, module: undefined };
    }
    const [entry] = chooseModels(project, [name], () => false) as [ModelEntry];
    const hasExport = existsSync(join(project.traces, entry.name, 'manifest.json'));
    const chosen = engine ?? (hasExport && options.ballots === undefined ? 'graph' : 'model');
    const explains = chosen === 'tlc' ? (hasExport ? 'graph' : 'model') : chosen;
    const target = (): Promise<Target> =>
      once(`${explains} ${entry.name}`, async () => {
        const model = await openModel(project, entry);
        return explains === 'graph'
          ? modelGraphTarget(project, model, derived)
          : modelTarget(project, entry.module, model, options.ballots);
      });
    return {
      engine: chosen,
      target,
      module: { folder: project.specs, root: entry.name, cfg: join(project.specs, `${entry.name}.cfg`) },
    };
  };
}

function foreignModel({ spec, cfg }: ValidateOptions): TlcModel | undefined {
  if (spec === undefined) return undefined;
  const parts = spec.split(/[\\/]/);
  const root = (parts.pop() ?? spec).replace(/\.tla$/, '');
  const folder = parts.length === 0 ? '.' : parts.join('/');
  return { folder, root, cfg: cfg ?? spec.replace(/\.tla$/, '.cfg') };
}
