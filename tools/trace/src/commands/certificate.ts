import { join } from 'node:path';
import {
  certificateDifference,
  certifyEngine,
  certifyGraph,
  type GraphCertificate,
  openEngine,
} from '@synod/conformance';
import { explore } from '@synod/spec';
import { committed, readCertificate, writeCertificate } from '../certificates.js';
import { type Model, openModel } from '../model.js';
import { number } from '../output/table.js';
import { type Progress, terminalProgress } from '../progress.js';
import { chooseModels, type Project } from '../project.js';
import { liveCertificate } from '../tlc-export.js';

/** What `synod certificate` may be told. */
export interface CertificateOptions {
  readonly live?: boolean;
  readonly write?: boolean;
}

/**
 * `synod certificate [MODEL…]`: holds the code and the compiled text to the committed certificates; with
 * `--live` TLC too, which is run now. With `--write` the certificate is written instead, if all agree on it.
 *
 * @returns the exit code
 */
export async function certificateCommand(
  project: Project,
  names: readonly string[],
  options: CertificateOptions,
): Promise<number> {
  let exitCode = 0;
  for (const entry of chooseModels(project, names, (model) => !model.committed)) {
    const progress = terminalProgress();
    try {
      const model = await openModel(project, entry);
      const difference = await compare(project, model, options, progress);
      progress.done();
      if (difference !== undefined) exitCode = 1;
      console.log(`${entry.name}: ${difference ?? `${number(entry.distinct)} states, as certified`}`);
    } finally {
      progress.done();
    }
  }
  return exitCode;
}

/** What differs, or undefined. */
async function compare(
  project: Project,
  model: Model,
  { live, write }: CertificateOptions,
  progress: Progress,
): Promise<string | undefined> {
  const { entry, system } = model;
  const say = (doing: string): void => progress(`${entry.name}: ${doing}`);
  // Writing takes TLC's word, and the code's beside it; what is not written is held to what is.
  const wanted: GraphCertificate =
    write === true ? await liveCertificate(project, model, say) : await readCertificate(project, entry);
  if (live === true && write !== true) {
    const difference = certificateDifference(wanted, await liveCertificate(project, model, say));
    if (difference !== undefined) return `TLC finds ${difference}`;
  }
  const { graph } = explore(system, {
    onProgress: (count) => say(`exploring: ${count} states`),
    limit: mostStates(wanted),
  });
  say('certifying');
  const inCode = certificateDifference(wanted, certifyGraph(graph));
  const inText = certificateDifference(wanted, await textCertificate(project, model, wanted, say));
  if (inCode !== undefined || inText !== undefined) {
    const found = [
      ...(inCode === undefined ? [] : [`the code has ${inCode}`]),
      ...(inText === undefined ? [] : [`the compiled text has ${inText}`]),
    ];
    return `${found.join('; ')}; synod check ${entry.name} --live shows where`;
  }
  if (write === true) await writeCertificate(project, await committed(project, entry, wanted));
  return undefined;
}

/** The certificate of what the text itself says, compiled; it is explored, and its steps are not kept. */
async function textCertificate(
  project: Project,
  { entry }: Model,
  wanted: GraphCertificate,
  say: (doing: string) => void,
): Promise<GraphCertificate> {
  const file = (ending: string): string => join(project.specs, `${entry.name}.${ending}`);
  const { engine } = await openEngine({ spec: file('tla'), config: file('cfg') });
  return certifyEngine(engine, {
    limit: mostStates(wanted),
    onProgress: (count) => say(`exploring the compiled text: ${count} states`),
  });
}

/** How many states are looked for: enough to see that there are others. */
function mostStates({ states }: GraphCertificate): number {
  return states.count * 3 + 1000;
}
