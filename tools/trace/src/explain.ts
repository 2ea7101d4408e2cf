import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Evaluator, evaluator, loadModules, type Modules } from '@synod/compiler';
import {
  type Conjunct,
  type Divergence,
  decidingGuard,
  type ExplainContext,
  type ExplainGuards,
  explainDivergence,
  guardsOf,
  type Path,
  type StateSpace,
} from '@synod/conformance';
import { InputError, key, type TlaValue, whyUnreadable } from '@synod/tla';
import type { Model } from './model.js';
import type { Project } from './project.js';
import type { Explained } from './result.js';
import { transcriptionOf } from './specifications.js';

/** Finds the conjuncts that decide each divergence of a model. */
export async function explainDivergences(
  project: Project,
  model: Model,
  divergences: readonly Divergence[],
): Promise<readonly Explained[]> {
  if (divergences.length === 0) return [];
  const context = await contextOf(project, model);
  const explained: Explained[] = [];
  for (const divergence of divergences) {
    const conjuncts = await explainDivergence(divergence, context);
    explained.push({ divergence, conjuncts: conjuncts.map((conjunct) => located(project, conjunct)) });
  }
  return explained;
}

async function contextOf(project: Project, model: Model): Promise<ExplainContext> {
  const modules = await modulesOf(project, model.entry.module);
  return {
    text: evaluatorOf(modules, model.entry.module, model),
    above: (module) => evaluatorOf(modules, module, model),
    guard: (path, action, parameters) => guardOf(model, path, action, parameters),
  };
}

const loaded = new Map<string, Promise<Modules>>();

/** A module and those it needs, read once: who explains much explains it with the same text. */
function modulesOf(project: Project, module: string): Promise<Modules> {
  const place = join(project.specs, module);
  const modules = loaded.get(place) ?? loadModules(module, (name) => moduleText(project, name));
  loaded.set(place, modules);
  return modules;
}

/** The module with those of the model's constants that it declares. */
function evaluatorOf(modules: Modules, module: string, model: Pick<Model, 'constants'>): Evaluator {
  const { constantNames } = transcriptionOf(module).specification;
  const constants = Object.entries(model.constants).filter(([name]) => constantNames.includes(name));
  return evaluator(modules, module, Object.fromEntries(constants));
}

/** The guards of a bundled module, whatever its constants are. */
export async function guardsFor(
  project: Project,
  module: string,
): Promise<(constants: Model['constants'], space: StateSpace) => ExplainGuards> {
  const modules = await modulesOf(project, module);
  return (constants, space) => {
    const guards = guardsOf(evaluatorOf(modules, module, { constants }), space);
    return (action, parameters, state) => {
      const found = guards(action, parameters, state);
      return found && { ...found, conjuncts: found.conjuncts.map((conjunct) => located(project, conjunct)) };
    };
  };
}

async function moduleText(project: Project, name: string): Promise<string | undefined> {
  try {
    return await readFile(join(project.specs, `${name}.tla`), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new InputError('no-module', `the module cannot be read: ${whyUnreadable(error)}`, {
      file: `${name}.tla`,
    });
  }
}

function guardOf(
  model: Model,
  path: Path,
  action: string,
  parameters: readonly TlaValue[],
): Promise<Conjunct | undefined> {
  const { variables } = model.system;
  const states = [path.initial, ...path.steps.map(({ state }) => state)];
  return decidingGuard({
    module: model.transcription.url,
    exportName: model.entry.module,
    constants: Object.fromEntries(Object.entries(model.constants).map(([name, value]) => [name, key(value)])),
    behaviour: states.map((state) => variables.map((variable) => key(state[variable] as TlaValue))),
    action,
    parameters: parameters.map(key),
  });
}

/** A conjunct with its file as somebody who stands in the current folder names it. */
function located(project: Project, conjunct: Conjunct): Conjunct {
  const file = conjunct.file.endsWith('.tla') ? join(project.specs, conjunct.file) : conjunct.file;
  return { ...conjunct, file: relative(process.cwd(), file) };
}
