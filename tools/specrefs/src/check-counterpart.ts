import type { Counterpart, Transcription } from './counterparts.js';
import { firstDifference } from './difference.js';
import { otherNesting } from './nesting.js';
import type { Problem } from './problem.js';
import type { SpecDefinition } from './spec-definitions.js';
import { tokensOfLine } from './tokens.js';

/** What a problem with a definition says of the definition. */
export function about({
  module,
  name,
  file,
  line,
}: SpecDefinition): Required<Pick<Problem, 'module' | 'name' | 'specFile' | 'specLine'>> {
  return { module, name, specFile: file, specLine: line };
}

/** Holds a function to the definition that it transcribes: its parameters, and what its comments say. */
export async function checkFunction(
  definition: SpecDefinition,
  counterpart: Counterpart,
): Promise<readonly Problem[]> {
  return [...checkParameters(definition, counterpart), ...(await checkText(definition, counterpart))];
}

/** The formals come last, under their own names; constants and state may come before. */
function checkParameters(definition: SpecDefinition, counterpart: Counterpart): readonly Problem[] {
  const given = counterpart.parameters.join(', ');
  const { formals } = definition;
  const allowed = [['k', 's'], ['k'], ['s'], []].map((before) => [...before, ...formals].join(', '));
  if (allowed.includes(given)) return [];
  const wanted = formals.length === 0 ? 'has no formals' : `has the formals ${formals.join(', ')}`;
  const message = `${counterpart.name} has the parameters (${given}) where ${definition.file}:${definition.line} ${wanted}: they come last, after k and s`;
  const { file, line } = counterpart;
  return [{ type: 'parameters', file, line, message, ...about(definition) }];
}

/** The trailing comments, one after the other, are the definition's text. */
export async function checkText(
  definition: SpecDefinition,
  counterpart: Counterpart,
): Promise<readonly Problem[]> {
  const { file, trailing } = counterpart;
  const tokens = trailing.flatMap(({ text, line }) => tokensOfLine(text, line));
  const difference = firstDifference(definition.text, tokens);
  if (difference !== undefined) {
    const { spec, code } = difference;
    const place = `${definition.file}:${spec.line}`;
    const message =
      spec.text === ''
        ? `has ${quoted(code.text)} where ${place} has ended`
        : `has ${quoted(code.text)} where ${place} has ${quoted(spec.text)}`;
    return [
      {
        type: 'text',
        file,
        line: code.line === 0 ? counterpart.line : code.line,
        message,
        ...about(definition),
        specLine: spec.line,
        specText: spec.text,
        codeText: code.text,
      },
    ];
  }
  if (definition.body === undefined) return [];
  const other = await otherNesting(definition.body, trailing);
  if (other === undefined) return [];
  const { codeLine, specLine, what } = other;
  const message = `the comments of ${definition.name} have the words of ${definition.file}:${specLine} but ${what}: indent them as the module does`;
  return [{ type: 'nesting', file, line: codeLine, message, ...about(definition), specLine }];
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `"${text}"`;
}

/** What is not so much wrong with a counterpart as with what it is. */
export function checkDeclaration(
  definition: SpecDefinition,
  counterpart: Counterpart,
  transcription: Transcription,
): readonly Problem[] {
  const { kind, name, file, line } = counterpart;
  const place = { file, line, ...about(definition) };
  const problems: Problem[] = [];
  const declared = definition.kind === 'constant' || definition.kind === 'variable';
  if (declared !== (kind === 'field')) {
    const wanted = declared ? 'a field of a type' : 'a function';
    const message = `${definition.module}!${definition.name} is a ${definition.kind} at ${definition.file}:${definition.line}, and its counterpart must be ${wanted}`;
    problems.push({ type: 'kind', message, ...place });
  }
  if (kind !== 'field' && !transcription.exported.has(name)) {
    const message = `${name} transcribes ${definition.module}!${definition.name}, and ${transcription.folder}/src/index.ts does not export it`;
    problems.push({ type: 'not exported', message, ...place });
  }
  return problems;
}
