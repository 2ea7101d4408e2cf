import { about, checkDeclaration, checkFunction, checkText } from './check-counterpart.js';
import type { Counterpart, Transcription } from './counterparts.js';
import { firstDifference } from './difference.js';
import { type Exception, exceptionsFile } from './exceptions.js';
import type { Problem } from './problem.js';
import type { SpecDefinition } from './spec-definitions.js';

/** All that is needed to judge one definition. */
export interface Case {
  readonly definition: SpecDefinition;
  /** What claims to transcribe it. */
  readonly counterparts: readonly Counterpart[];
  readonly exception: Exception | undefined;
  readonly transcription: Transcription;
  /** The definition of this name in another module. */
  readonly in: (module: string) => SpecDefinition | undefined;
}

/** What is wrong with the transcription of one definition. */
export async function checkDefinition(judged: Case): Promise<readonly Problem[]> {
  switch (judged.exception?.type) {
    case undefined:
      return checkOne(judged);
    case 'names':
      return checkNames(judged, judged.exception.names);
    case 'none':
    case 'taken over':
      return checkNone(judged);
  }
}

/** A problem with the definition itself, told where it stands. */
function problem(type: Problem['type'], { definition }: Case, message: string): Problem {
  const { file, line } = definition;
  return { type, file, line, message, ...about(definition) };
}

async function checkOne(judged: Case): Promise<readonly Problem[]> {
  const { definition, counterparts, transcription } = judged;
  const [counterpart, second] = counterparts;
  if (counterpart === undefined) return [problem('missing', judged, missing(judged))];
  if (second !== undefined) return [claimedTwice(judged, counterpart, second)];
  if (counterpart.name !== definition.name) return [otherName(judged, counterpart)];
  const problems = checkDeclaration(definition, counterpart, transcription);
  if (counterpart.kind !== 'function') return problems;
  return [...problems, ...(await checkFunction(definition, counterpart))];
}

function missing({ definition, transcription }: Case): string {
  const { module, name, kind } = definition;
  const declared = kind === 'constant' || kind === 'variable';
  for (const { file, declarations } of transcription.sources) {
    const wanted = declared ? 'field' : 'function';
    const found = declarations.find(
      (declaration) => declaration.name === name && declaration.kind === wanted,
    );
    if (found !== undefined) {
      return `${name} has no counterpart: does ${file}:${found.line} lack its "@spec ${module}!${name}"?`;
    }
  }
  const wanted = declared ? 'a field' : 'an exported function';
  return `${name} has no counterpart in ${transcription.folder}: it needs ${wanted} of its name with "@spec ${module}!${name}", or a reason in ${exceptionsFile}`;
}

function claimedTwice({ definition }: Case, first: Counterpart, { file, line, name }: Counterpart): Problem {
  const message = `${name} claims ${definition.module}!${definition.name}, which ${first.name} at ${first.file}:${first.line} claims too`;
  return { type: 'claimed twice', file, line, message, ...about(definition) };
}

function otherName({ definition }: Case, { file, line, name }: Counterpart): Problem {
  const message = `${name} transcribes ${definition.module}!${definition.name}: give it that name`;
  return { type: 'name', file, line, message, ...about(definition) };
}

/** A definition with counterparts of other names, or more than one. */
async function checkNames(judged: Case, names: readonly string[]): Promise<readonly Problem[]> {
  const { definition, counterparts, transcription } = judged;
  const [only, second] = counterparts;
  if (only?.name === definition.name && second === undefined && only.kind === 'function') {
    return [problem('exception', judged, `${definition.name} has one counterpart, of its name: ${unneeded}`)];
  }
  const absent = names.filter((name) => counterparts.every((counterpart) => counterpart.name !== name));
  const problems = absent.map((name) =>
    problem('missing', judged, `${definition.name} has no counterpart ${name} in ${transcription.folder}`),
  );
  for (const counterpart of counterparts) {
    if (!names.includes(counterpart.name)) problems.push(otherName(judged, counterpart));
    problems.push(...exportedOnly(judged, counterpart));
  }
  const worded = counterparts.filter(({ trailing }) => trailing.length > 0);
  if (worded.length === 0 && counterparts.length > 0) {
    problems.push(problem('text', judged, `no counterpart of ${definition.name} has its text in comments`));
  }
  for (const counterpart of worded) problems.push(...(await checkText(definition, counterpart)));
  return problems;
}

/** What kind of declaration it is, is the exception's business. */
function exportedOnly({ definition, transcription }: Case, counterpart: Counterpart): readonly Problem[] {
  return checkDeclaration(definition, counterpart, transcription).filter(({ type }) => type !== 'kind');
}

const unneeded = `its exception in ${exceptionsFile} is not needed any more`;

/** A definition without a counterpart of its own. */
function checkNone(judged: Case): readonly Problem[] {
  const { definition, counterparts, exception } = judged;
  const [counterpart] = counterparts;
  if (counterpart !== undefined) {
    const { name, file, line } = counterpart;
    return [problem('exception', judged, `${name} at ${file}:${line} transcribes it: ${unneeded}`)];
  }
  if (exception?.type !== 'taken over') return [];
  const other = judged.in(exception.from);
  const { module, name, kind, formals, text } = definition;
  if (other === undefined || other.kind !== kind) {
    const message = `${module}!${name} is said to be ${exception.from}!${name}, and there is no such ${kind}`;
    return [problem('exception', judged, message)];
  }
  const difference = firstDifference(text, other.text);
  if (difference === undefined && formals.join() === other.formals.join()) return [];
  const [own, others] = [
    difference?.spec.text ?? formals.join(),
    difference?.code.text ?? other.formals.join(),
  ];
  const message = `${module}!${name} is said to be ${exception.from}!${name} word for word, and has "${own}" where ${other.file}:${difference?.code.line ?? other.line} has "${others}"`;
  return [problem('exception', judged, message)];
}
