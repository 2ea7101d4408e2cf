import { basename, dirname, join } from 'node:path';
import { type ForeignSpec, openForeignSpec } from '@synod/conformance';
import { InputError } from '@synod/tla';
import type { Manifest } from '@synod/tla/node';
import { type ExportPlan, exportModel, findTlc } from '@synod/tlc';
import { number } from '../output/table.js';
import { terminalProgress } from '../progress.js';
import { instancesOf } from './instances.js';

/** What `synod export --spec` may be told. */
export interface ExportForeignOptions {
  /** The model's module; its cfg file lies beside it under the same name. */
  readonly spec: string;
  readonly out?: string;
  /** Leaves the files as TLC wrote them, instead of compressing them. */
  readonly plain?: boolean;
  /** These are for the bundled models. */
  readonly check?: boolean;
  readonly orManifests?: boolean;
}

/**
 * `synod export --spec FILE.tla --out FOLDER`: has TLC check a model of any specification and write down its states and
 * steps, each step labelled with its action and parameters.
 *
 * @param models must be none: they are bundled ones
 * @returns the exit code
 */
export async function exportForeignCommand(
  models: readonly string[],
  options: ExportForeignOptions,
): Promise<number> {
  const { spec, out, plain, check, orManifests } = options;
  if (models.length > 0) refuse('--spec exports one model of your own: name no bundled one beside it');
  if (check === true || orManifests === true) refuse('--check and --or-manifests are for the bundled models');
  if (out === undefined) return refuse('--spec needs a folder to write to: name it with --out');
  const model = basename(spec, '.tla');
  const opened = await openForeignSpec(spec, join(dirname(spec), `${model}.cfg`));
  const { plan, open } = await foreignPlan(opened, dirname(spec));
  for (const action of open) {
    const message = `what the parameters of ${action} range over depends on the state: its steps are labelled without them`;
    console.error(`synod: warning: ${spec}: ${message}`);
  }
  const { counts, tlc } = await exported(plan, out, plain === true);
  console.log(`${model}: ${number(counts.distinct)} states, exported to ${out} with ${tlc.version}`);
  return 0;
}

function refuse(message: string): never {
  throw new InputError('options', message);
}

async function exported(plan: ExportPlan, out: string, plain: boolean): Promise<Manifest> {
  const progress = terminalProgress();
  try {
    const tlc = await findTlc({ log: (text) => console.error(`synod: ${text}`) });
    const onProgress = (text: string): void => progress(`${plan.model}: ${text}`);
    return await exportModel(plan, out, { tlc, onProgress, workers: 1, raw: plain });
  } finally {
    progress.done();
  }
}

/** What TLC is to export of a specification of somebody's own. */
async function foreignPlan(
  spec: ForeignSpec,
  specsFolder: string,
): Promise<{ readonly plan: ExportPlan; readonly open: readonly string[] }> {
  const { root, modules } = spec;
  const { variables, init, next } = spec.formulas;
  const { instances, open } = await instancesOf(spec);
  const module = moduleOf(root, modules);
  return {
    plan: { model: root, specsFolder, module, variables, init, next, instances, operators: [] },
    open,
  };
}

/** The module that a model is of: the one with the variables, if there is one such. */
function moduleOf(root: string, modules: ForeignSpec['modules']): string {
  const reached = (name: string): readonly string[] => [
    name,
    ...(modules.get(name)?.extends ?? []).flatMap((extended) => reached(extended.name)),
  ];
  const declaring = reached(root).filter((name) =>
    modules.get(name)?.units.some((unit) => unit.type === 'variables'),
  );
  const [only, another] = new Set(declaring);
  return only === undefined || another !== undefined ? root : only;
}
