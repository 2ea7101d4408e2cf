import { type Generated, type GenerateOptions, generateBehaviours, traceTexts } from '@synod/conformance';
import { InputError } from '@synod/tla';
import { writeToStandardOutput } from '../graph/write-output.js';
import { refuseForeign } from '../open-foreign.js';
import { colours } from '../output/colours.js';
import { type Progress, terminalProgress } from '../progress.js';
import type { Project } from '../project.js';
import { figuresJson, figuresOf } from './figures.js';
import { type NewFile, refuseUsedFolder, writeNewFolder } from './new-folder.js';
import type { GenerateCommandOptions } from './options.js';
import { openSource, type Source } from './source.js';
import { generatedText } from './text.js';

/**
 * `synod generate`: behaviours that together cover a graph, written as traces.
 *
 * @returns the exit code
 * @throws InputError if there is no graph to make them of, or the folder for them cannot be written
 */
export async function generateCommand(
  openProject: () => Promise<Project>,
  options: GenerateCommandOptions,
): Promise<number> {
  refuseCombinations(options);
  const { out, cover, maxLength } = options;
  if (out !== undefined) await refuseUsedFolder(out);
  const progress = terminalProgress();
  try {
    progress('reading the graph');
    const source = await openSource(openProject, options);
    for (const warning of source.warnings) console.error(`synod: warning: ${source.name}: ${warning}`);
    progress('finding behaviours');
    const generated = generatedFrom(source, { cover, maxLength });
    const figures = figuresOf(source, generated, options);
    if (out !== undefined) {
      const { spec, model } = source;
      const textOf = traceTexts(source.space, { spec, model, observe: options.observe });
      const written = generated.behaviours.map((behaviour, i) => (): string => {
        const meta = { cover, ...(maxLength === undefined ? {} : { maxLength }) };
        const place = { behaviour: i + 1, of: generated.behaviours.length };
        return textOf(behaviour, { generated: { ...meta, ...place } });
      });
      await writeNewFolder(out, filesOf(written, progress));
    }
    progress.done();
    const text =
      options.json === true
        ? figuresJson(figures)
        : generatedText(figures, generated.behaviours, colours(options.color));
    await writeToStandardOutput([`${text}\n`]);
    return 0;
  } finally {
    progress.done();
  }
}

/** What is wrong with a graph is said with its name. */
function generatedFrom({ graph, name }: Source, options: GenerateOptions): Generated {
  try {
    return generateBehaviours(graph, options);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, error.message, { file: name }, { cause: error });
  }
}

/** The traces, one after the other, by numbers as names. */
function* filesOf(texts: readonly (() => string)[], progress: Progress): Iterable<NewFile> {
  const digits = Math.max(4, String(texts.length).length);
  for (const [i, text] of texts.entries()) {
    progress(`writing trace ${i + 1} of ${texts.length}`);
    yield { name: `${String(i + 1).padStart(digits, '0')}.ndjson`, text: text() };
  }
}

function refuseCombinations(options: GenerateCommandOptions): void {
  const { out, observe } = options;
  refuseForeign(options);
  if (observe !== undefined && out === undefined)
    refuse('--observe says what traces have: name the folder for them with --out');
}

function refuse(message: string): never {
  throw new InputError('options', message);
}
