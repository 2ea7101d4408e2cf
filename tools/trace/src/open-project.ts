import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@synod/tla';

/** A line of `specs/models.json`: a bounded model, and what TLC must find for it. */
export interface ModelEntry {
  readonly name: string;
  /** The module that it is a model of. */
  readonly module: string;
  /** Distinct states, states generated, and levels of the search, as TLC counts them. */
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
  /** Whether its export lies in `traces/tlc`. */
  readonly committed: boolean;
  /** Whether it is too large for all but `synod explore`: there is neither an export nor a certificate of it. */
  readonly explored: boolean;
}

/** Where the specifications and their exports lie. */
export interface Project {
  readonly root: string;
  readonly specs: string;
  readonly traces: string;
  readonly models: readonly ModelEntry[];
}

/**
 * Opens a project: a folder with `specs/models.json`.
 *
 * @param root this repository, unless given
 * @throws InputError if it is no such folder, or its list of models cannot be read
 */
export async function openProject(root: string | undefined): Promise<Project> {
  const folder = root === undefined ? ownRepository() : resolve(root);
  const list = join(folder, 'specs', 'models.json');
  return {
    root: folder,
    specs: join(folder, 'specs'),
    traces: join(folder, 'traces', 'tlc'),
    models: await readModels(list),
  };
}

function ownRepository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'specs', 'models.json'))) {
    const above = dirname(folder);
    if (above === folder) {
      const message =
        'there are no specifications beside this program; name a folder with specs/models.json with --project';
      throw new InputError('no-project', message);
    }
    folder = above;
  }
  return folder;
}

async function readModels(file: string): Promise<readonly ModelEntry[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw new InputError('no-models', 'cannot be read; name the project with --project', { file }, { cause });
  }
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch (cause) {
    throw new InputError('bad-models', `is not JSON: ${(cause as Error).message}`, { file }, { cause });
  }
  const models = isObject(list) ? list['models'] : undefined;
  if (!Array.isArray(models)) throw new InputError('bad-models', 'has no list "models"', { file });
  return models.map((entry: unknown, index) => readEntry(entry, index, file));
}

function readEntry(entry: unknown, index: number, file: string): ModelEntry {
  const wrong = (field: string, what: string) =>
    new InputError('bad-models', `models[${index}].${field} must be ${what}`, { file });
  if (!isObject(entry)) throw new InputError('bad-models', `models[${index}] must be an object`, { file });
  const text = (field: string): string => {
    const value = entry[field];
    if (typeof value !== 'string' || !/^\w+$/.test(value)) throw wrong(field, 'a name');
    return value;
  };
  const count = (field: string): number => {
    const value = entry[field];
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      throw wrong(field, 'a positive integer');
    return value;
  };
  const { committed, explored = false } = entry;
  if (typeof committed !== 'boolean') throw wrong('committed', 'true or false');
  if (typeof explored !== 'boolean') throw wrong('explored', 'true or false');
  return {
    name: text('name'),
    module: text('module'),
    distinct: count('distinct'),
    generated: count('generated'),
    depth: count('depth'),
    committed,
    explored,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
