import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphCertificate, Tally } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { sourcesOf } from '@synod/tlc';
import type { ModelEntry, Project } from './project.js';

/** A committed certificate: what a model's graph is held to where the graph itself is too large to keep. */
export interface CommittedCertificate extends GraphCertificate {
  readonly format: 1;
  readonly model: string;
  readonly module: string;
  /** SHA-256 of each file that the model is made of. */
  readonly sources: { readonly [file: string]: string };
}

/** Where a model's certificate lies. */
function certificateFile(project: Project, model: string): string {
  return join(project.traces, model, 'certificate.json');
}

/** A certificate with what it is of. */
export async function committed(
  project: Project,
  { name, module }: ModelEntry,
  { initial, states, steps }: GraphCertificate,
): Promise<CommittedCertificate> {
  const sources = await sourcesOf(name, project.specs);
  const hashes = sources.map(({ name: file, sha256 }) => [file, sha256] as const);
  hashes.sort(([left], [right]) => (left < right ? -1 : 1));
  return { format: 1, model: name, module, sources: Object.fromEntries(hashes), initial, states, steps };
}

/** Writes a certificate, whole or not at all. */
export async function writeCertificate(project: Project, certificate: CommittedCertificate): Promise<void> {
  const file = certificateFile(project, certificate.model);
  await mkdir(join(project.traces, certificate.model), { recursive: true });
  await writeFile(`${file}.new`, `${JSON.stringify(certificate, undefined, 2)}\n`);
  await rename(`${file}.new`, file);
}

/**
 * Reads a model's certificate.
 *
 * @throws InputError if there is none, it cannot be read, or the specification has changed since it was made
 */
export async function readCertificate(project: Project, entry: ModelEntry): Promise<CommittedCertificate> {
  const file = certificateFile(project, entry.name);
  const advice = `run "synod certificate ${entry.name} --live --write"`;
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const message = `${entry.name} has neither an export nor a certificate: ${advice}, or check it with --live`;
    throw new InputError('no-certificate', message, { file }, { cause });
  });
  const certificate = parse(text, file);
  if (certificate.model !== entry.name) {
    throw new InputError('other-model', `this is the certificate of ${certificate.model}: ${advice}`, {
      file,
    });
  }
  for (const { name, sha256 } of await sourcesOf(entry.name, project.specs)) {
    if (certificate.sources[name] === sha256) continue;
    const message = `has changed since the certificate of ${entry.name} was made: ${advice}, or undo the change`;
    throw new InputError('stale-export', message, { file: join(project.specs, name) });
  }
  return certificate;
}

function parse(text: string, file: string): CommittedCertificate {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError('bad-certificate', `is not JSON: ${(cause as Error).message}`, { file }, { cause });
  }
  const { format, model, module, sources, initial, states, steps } = (value ??
    {}) as Partial<CommittedCertificate>;
  const right =
    format === 1 &&
    typeof model === 'string' &&
    typeof module === 'string' &&
    typeof sources === 'object' &&
    [initial, states, steps].every(isTally);
  if (!right) throw new InputError('bad-certificate', 'is no certificate of format 1', { file });
  return value as CommittedCertificate;
}

function isTally(tally: Tally | undefined): boolean {
  return Number.isSafeInteger(tally?.count) && /^[0-9a-f]{64}$/.test(tally?.digest ?? '');
}
