import { checkDefinition } from './check-definition.js';
import { type Counterpart, readTranscription, type Transcription } from './counterparts.js';
import { exceptions as allExceptions, type Exception, exceptionsFile } from './exceptions.js';
import type { Problem } from './problem.js';
import { readDefinitions, type SpecDefinition } from './spec-definitions.js';

/** A definition, and what transcribes it. */
export interface Reference {
  readonly module: string;
  readonly name: string;
  readonly specFile: string;
  readonly specLine: number;
  /** The counterpart's name: the definition's, but for an exception. */
  readonly counterpart: string;
  readonly file: string;
  readonly line: number;
}

/** A definition, with its counterparts or the reason why it has none (or some of another name). */
export interface Entry {
  readonly module: string;
  readonly name: string;
  readonly kind: SpecDefinition['kind'];
  readonly specFile: string;
  readonly specLine: number;
  readonly counterparts: readonly Reference[];
  readonly reason?: string;
  /** The module whose counterpart of the same name stands for this one too. */
  readonly takenFrom?: string;
}

/** What came of a comparison. Specification and code agree if there are no problems. */
export interface Comparison {
  /** Every definition, module by module, in the order of its text. */
  readonly entries: readonly Entry[];
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

/**
 * Holds the text of specifications and the code that transcribes it against each other.
 *
 * @param specsFolder where the modules lie
 * @param packageFolders for each module, the folder of the package that transcribes it; files in the result begin
 *   with these folders as they are given
 * @throws InputError if a file cannot be read, or is no TLA+ or no TypeScript
 */
export async function compareText(
  specsFolder: string,
  packageFolders: { readonly [module: string]: string },
  exceptions: readonly Exception[] = allExceptions,
): Promise<Comparison> {
  const modules = Object.entries(packageFolders);
  const transcriptions = await Promise.all(modules.map(([name, folder]) => readTranscription(name, folder)));
  const definitions = new Map<string, SpecDefinition>();
  for (const [module] of modules) {
    for (const definition of await readDefinitions(specsFolder, module)) {
      definitions.set(`${module}!${definition.name}`, definition);
    }
  }
  const claims = transcriptions.map((transcription) => claimsOf(transcription, definitions, packageFolders));
  const claimed = (key: string) => claims.flatMap(({ counterparts }) => counterparts.get(key) ?? []);
  const excepted = (key: string) => exceptions.find((exception) => exception.definitions.includes(key));

  const entries: Entry[] = [];
  const problems: Problem[] = [];
  for (const [key, definition] of definitions) {
    const transcription = transcriptions.find(({ module }) => module === definition.module);
    if (transcription === undefined) continue;
    const [counterparts, exception] = [claimed(key), excepted(key)];
    const inModule = (module: string) => definitions.get(`${module}!${definition.name}`);
    problems.push(
      ...(await checkDefinition({ definition, counterparts, exception, transcription, in: inModule })),
    );
    entries.push(entryOf(definition, counterparts, exception));
  }
  problems.push(...claims.flatMap((claim) => claim.problems));
  problems.push(...unknownExceptions(exceptions, definitions));
  return { entries, references: entries.flatMap(({ counterparts }) => counterparts), problems };
}

interface Claims {
  readonly counterparts: ReadonlyMap<string, readonly Counterpart[]>;
  readonly problems: readonly Problem[];
}

/** The counterparts of a package by `Module!Name`, and the references that point nowhere. */
function claimsOf(
  { module, folder, sources }: Transcription,
  definitions: ReadonlyMap<string, SpecDefinition>,
  packageFolders: { readonly [module: string]: string },
): Claims {
  const counterparts = new Map<string, readonly Counterpart[]>();
  const problems: Problem[] = [];
  for (const { file, tags } of sources) {
    for (const { reference, line, declaration } of tags) {
      const [, to, name] = /^(\w+)!(\w+)$/.exec(reference) ?? [];
      const wrong = (why: string): void => {
        problems.push({ type: 'reference', file, line, message: `"@spec ${reference}" ${why}` });
      };
      if (to === undefined) wrong('is not of the form Module!Name');
      else if (!Object.hasOwn(packageFolders, to))
        wrong(`names the module ${to}, which no package transcribes`);
      else if (!definitions.has(reference)) wrong(`points nowhere: ${to} has no ${name}`);
      else if (to !== module) wrong(`stands in ${folder}, which transcribes ${module}`);
      else if (declaration === undefined) {
        wrong('is not in a doc comment directly above an exported function or type, or a field of one');
      } else {
        counterparts.set(reference, [...(counterparts.get(reference) ?? []), { ...declaration, file }]);
      }
    }
  }
  return { counterparts, problems };
}

function entryOf(
  { module, name, kind, file: specFile, line: specLine }: SpecDefinition,
  counterparts: readonly Counterpart[],
  exception: Exception | undefined,
): Entry {
  const definition = { module, name, specFile, specLine };
  return {
    ...definition,
    kind,
    counterparts: counterparts.map(({ name: counterpart, file, line }) => ({
      ...definition,
      counterpart,
      file,
      line,
    })),
    ...(exception === undefined ? {} : { reason: exception.reason }),
    ...(exception?.type === 'taken over' ? { takenFrom: exception.from } : {}),
  };
}

/** Exceptions for what is not there, or is excepted already. */
function unknownExceptions(
  exceptions: readonly Exception[],
  definitions: ReadonlyMap<string, SpecDefinition>,
): readonly Problem[] {
  const all = exceptions.flatMap((exception) => exception.definitions);
  const wrong = all.flatMap((key, index) => {
    if (!definitions.has(key)) return [`there is an exception for ${key}, which no module defines`];
    return all.indexOf(key) < index ? [`there are two exceptions for ${key}`] : [];
  });
  return wrong.map((message) => ({ type: 'exception', file: exceptionsFile, line: 1, message }));
}
