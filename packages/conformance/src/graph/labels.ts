import type { GraphBuilder } from '@synod/spec';
import { InputError, parseActionLabel } from '@synod/tla';
import type { LabelMeaning } from './exported-graph.js';

/** Reads the labels of one file; there are few different ones. */
export interface LabelReader {
  /** A number for a label; nothing is a label too. */
  number(text: string | undefined): number;
  /** What a label stands for; the one of no name if there is no text. */
  meaning(text: string | undefined): LabelMeaning;
  /** Gives all labels to a builder. Returns its number of each. */
  into(builder: GraphBuilder): readonly number[];
  /** Whether a label named an action, and whether one had parameters. */
  seen(): { readonly named: boolean; readonly parameters: boolean };
  /** A text that does not read as an action and its parameters, and stands for the action as it is. */
  strange(): string | undefined;
}

/**
 * A reader of labels.
 *
 * @param meanings what each label stands for, if they are names that were made for the export
 * @param file for messages
 */
export function labelReader(
  meanings: ReadonlyMap<string, LabelMeaning> | undefined,
  file: string | undefined,
): LabelReader {
  const numbers = new Map<string, number>();
  const labels: LabelMeaning[] = [];
  let [named, parameters] = [false, false];
  let strange: string | undefined;
  const meaning = (text: string): LabelMeaning => {
    if (meanings !== undefined) return lookUp(text, meanings, file);
    if (text === '') return { action: '', parameters: [] };
    named = true;
    const label = parse(text);
    if (label === undefined) {
      strange ??= text;
      return { action: text, parameters: [] };
    }
    if (label.parameters !== undefined) parameters = true;
    return { action: label.name, parameters: label.parameters ?? [] };
  };
  const number = (text = ''): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, labels.length);
    return labels.push(meaning(text)) - 1;
  };
  return {
    number,
    meaning: (text) => labels[number(text)] as LabelMeaning,
    into: (builder) => labels.map((label) => builder.label(label.action, label.parameters)),
    seen: () => ({ named, parameters }),
    strange: () => strange,
  };
}

function lookUp(
  text: string,
  meanings: ReadonlyMap<string, LabelMeaning>,
  file: string | undefined,
): LabelMeaning {
  const meaning = meanings.get(text);
  if (meaning !== undefined) return meaning;
  const what =
    text === '' ? 'has no label' : `is labelled ${text}, which is none of the labels in the manifest`;
  throw new InputError('unknown-label', `A step ${what}: export the model again.`, { file });
}

function parse(text: string): ReturnType<typeof parseActionLabel> | undefined {
  try {
    return parseActionLabel(text);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
