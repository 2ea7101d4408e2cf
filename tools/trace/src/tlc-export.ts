import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  certifyExport,
  type GraphCertificate,
  readTlcExport,
  type TlcExport,
  type TlcExportSource,
} from '@synod/conformance';
import { InputError, parseValue } from '@synod/tla';
import { type Manifest, readExportFile, readManifest } from '@synod/tla/node';
import { type ExportPlan, exportModel, findTlc } from '@synod/tlc';
import type { Model } from './model.js';
import { exportPlan } from './plan.js';
import type { ModelEntry, Project } from './project.js';
import { withScratch } from './scratch.js';
import { verifyFreshness } from './stale.js';

/**
 * What TLC found for a model, from the export in `traces/tlc`.
 *
 * @throws InputError if there is none, it is damaged, or the specification has changed since
 */
export async function committedExport(project: Project, model: Model): Promise<TlcExport> {
  const { name, committed } = model.entry;
  const folder = join(project.traces, name);
  if (!committed && !existsSync(join(folder, 'manifest.json'))) {
    const message = `the export of ${name} is too large to be kept: use "check ${name} --live", which runs TLC, or "certificate ${name}"`;
    throw new InputError('no-export', message);
  }
  const manifest = await readManifest(folder);
  await verifyFreshness(manifest, project);
  return readExport(folder, manifest, model);
}

/** What TLC finds for a model now: it is run, and what it writes is thrown away afterwards. */
export async function liveExport(
  project: Project,
  model: Model,
  onProgress: (text: string) => void,
): Promise<TlcExport & { readonly counts: Manifest['counts'] }> {
  // Without the figures expected: a specification that has other ones is to be compared, not refused.
  const { expected: _, ...plan } = exportPlan(project, model);
  return withLiveExport(plan, onProgress, async (folder, manifest) => ({
    ...(await readTlcExport(sourceOf(folder, manifest, model))),
    counts: manifest.counts,
  }));
}

/** The certificate of what TLC finds for a model now. */
export async function liveCertificate(
  project: Project,
  model: Model,
  onProgress: (text: string) => void,
): Promise<GraphCertificate> {
  const plan = { ...exportPlan(project, model), operators: [] };
  return withLiveExport(plan, onProgress, (folder, manifest) => {
    const { steps, ...source } = sourceOf(folder, manifest, model);
    const open = () => readExportFile(folder, manifest, 'steps.dot');
    return certifyExport({ ...source, steps: { open, file: steps.file } });
  });
}

async function withLiveExport<T>(
  plan: ExportPlan,
  onProgress: (text: string) => void,
  read: (folder: string, manifest: Manifest) => Promise<T>,
): Promise<T> {
  const tlc = await findTlc({ log: onProgress });
  return withScratch(async (folder, signal) => {
    const out = join(folder, plan.model);
    const options = { tlc, raw: true, judge: false, workers: 'auto', onProgress, signal } as const;
    const manifest = await exportModel(plan, out, options);
    onProgress('reading what TLC wrote');
    return read(out, manifest);
  });
}

/** Whether TLC's figures are those that the list of models says. Several workers make the depth inexact. */
export function assertFigures(entry: ModelEntry, { distinct, generated }: Manifest['counts']): void {
  if (distinct === entry.distinct && generated === entry.generated) return;
  const found = `${distinct} distinct and ${generated} generated states`;
  const message = `TLC finds ${found} for ${entry.name}, where specs/models.json has ${entry.distinct} and ${entry.generated}: correct the list, or the specification`;
  throw new InputError('unexpected-figures', message);
}

/** Reads an export, whose manifest must be of this model. */
export async function readExport(folder: string, manifest: Manifest, model: Model): Promise<TlcExport> {
  return readTlcExport(sourceOf(folder, manifest, model));
}

/** An export's files, and what its manifest says of them. */
function sourceOf(folder: string, manifest: Manifest, { entry, system }: Model): TlcExportSource {
  const file = join(folder, 'manifest.json');
  if (manifest.model !== entry.name || manifest.module !== entry.module) {
    const message = `this is the export of ${manifest.model}, a model of ${manifest.module}, and not of ${entry.name}; put the right one here, or run "synod export ${entry.name}"`;
    throw new InputError('other-model', message, { file });
  }
  if (manifest.variables.join() !== system.variables.join()) {
    const message = `the export has the variables ${manifest.variables.join(', ')}, and the code ${system.variables.join(', ')}; run "synod export ${entry.name}"`;
    throw new InputError('other-variables', message, { file });
  }
  const labels = manifest.labels.map(({ label, action, parameters }) => {
    const values = parameters.map((text) => parseValue(text, { file }));
    return [label, { action, parameters: values }] as const;
  });
  return {
    module: manifest.module,
    variables: manifest.variables,
    labels: new Map(labels),
    operators: manifest.operators,
    counts: manifest.counts,
    steps: { chunks: readExportFile(folder, manifest, 'steps.dot'), file: join(folder, 'steps.dot.gz') },
    states: { chunks: readExportFile(folder, manifest, 'states.txt'), file: join(folder, 'states.txt.gz') },
  };
}
