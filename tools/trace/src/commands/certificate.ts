import { certificateDifference, certifyGraph, type GraphCertificate } from '@synod/conformance';
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
 * `synod certificate [MODEL…]`: holds the code to the committed certificates; with `--live` TLC too, which is run
 * now. With `--write` the certificate is written instead, if both sides agree on it.
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
    limit: wanted.states.count * 3 + 1000,
  });
  say('certifying');
  const difference = certificateDifference(wanted, certifyGraph(graph));
  if (difference !== undefined)
    return `the code has ${difference}; synod check ${entry.name} --live shows where`;
  if (write === true) await writeCertificate(project, await committed(project, entry, wanted));
  return undefined;
}
