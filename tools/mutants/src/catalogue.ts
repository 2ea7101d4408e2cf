import type { AnyNode } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { damages } from './damage/index.js';
import type { Suggestion } from './damage/suggestion.js';
import { type Mutant, transcriptions } from './mutant.js';
import { definitions, moduleOf, type SourceFile, sourceFiles } from './source.js';
import { specialSuggestions } from './special.js';
import { type Reach, reaches } from './uses.js';

/**
 * Every mutant there is: each kind of damage at each place of the transcriptions that it fits, and the special
 * ones. In the order of the modules, files and places.
 *
 * @throws InputError if a transcription has not been built
 */
export async function catalogue(): Promise<readonly Mutant[]> {
  const files = (await Promise.all(transcriptions.map(sourceFiles))).flat();
  const reach = reaches(files);
  return numbered(files.flatMap((file) => mutantsOf(file, reach)));
}

function mutantsOf(file: SourceFile, reach: (definition: string) => Reach): readonly Mutant[] {
  const module = moduleOf(file);
  const found: Mutant[] = [];
  const texts = new Set<string>();
  const note = (definition: string, damage: string, suggestion: Suggestion): void => {
    const id = `${module}!${definition}`;
    const mutant = mutantOf(file, id, damage, suggestion, reach(id));
    const { start, end, text } = mutant.change;
    const result = (file.text.slice(0, start) + text.trim() + file.text.slice(end)).replace(/\s+/g, '');
    if (texts.has(result)) return;
    texts.add(result);
    found.push(mutant);
  };

  for (const definition of definitions(file)) {
    const { name } = definition;
    for (const { damage, suggestion } of specialSuggestions(file, `${module}!${name}`, definition)) {
      note(name, damage, suggestion);
    }
    fullAncestor(definition.node, (node, _, ancestors) => {
      if (!ancestors.some(isFunction)) return;
      const site = {
        module,
        node,
        parent: ancestors.at(-2),
        ancestors,
        text: (part: AnyNode) => file.textOf(part),
      };
      for (const damage of damages) {
        for (const suggestion of damage.suggest(site)) note(name, damage.name, suggestion);
      }
    });
  }
  return found.toSorted((left, right) => left.change.start - right.change.start);
}

function isFunction({ type }: AnyNode): boolean {
  return type === 'FunctionDeclaration' || type === 'ArrowFunctionExpression';
}

function mutantOf(
  file: SourceFile,
  definition: string,
  damage: string,
  { node, text, from, to }: Suggestion,
  reach: Reach,
): Mutant {
  const { line, conjunct } = file.origin(node.start);
  // As many lines as before, so that what comes after stays where the map says it is.
  const before = file.text.slice(node.start, node.end);
  const lines = before.split('\n').length - 1;
  return {
    id: `${definition}:${short(from)}→${short(to)}`,
    definition,
    damage,
    transcription: file.transcription,
    file: file.file,
    change: { start: node.start, end: node.end, before, text: text + '\n'.repeat(lines) },
    original: file.textOf(node),
    mutated: text.replaceAll('$', ''),
    source: { file: `packages/${file.transcription}/src/${file.file.replace(/js$/, 'ts')}`, line },
    conjunct,
    reach,
  };
}

/** Without blanks beside punctuation, and the middle left out of what is long. */
function short(text: string): string {
  const tight = text.replace(/\s*([^\w\s.'$]+)\s*/g, '$1').replace(/\$/g, '');
  return tight.length <= 60 ? tight : `${tight.slice(0, 36)}…${tight.slice(-20)}`;
}

/** Of several mutants with one id, the second and later ones with their number. */
function numbered(mutants: readonly Mutant[]): readonly Mutant[] {
  const counts = new Map<string, number>();
  return mutants.map((mutant) => {
    const count = (counts.get(mutant.id) ?? 0) + 1;
    counts.set(mutant.id, count);
    return count === 1 ? mutant : { ...mutant, id: `${mutant.id}#${count}` };
  });
}
