import { InputError, parseState, stateReader, type TlaValue } from '@synod/tla';
import type { ExportedGraph, GraphSource, LabelMeaning } from './exported-graph.js';
import { labelReader } from './labels.js';
import { traceDraft } from './trace-draft.js';

/** `1: <Initial predicate>`, `2: <Add(p1) line 8, …>`, `5: Stuttering`, `3: Back to state: <Reset line 9, …>`. */
const opening = /^(\d+): (?:(Stuttering)$|(Back to state)(?:: |$))?(?:<(.*)>)?$/;

/** Where an action is defined, behind its name. */
const position = /(?:^| )line \d+, col \d+ to line \d+, col \d+ of module .*$/;

/**
 * Reads the error traces that TLC prints in its own output.
 *
 * @param printed each state of a trace as TLC prints it: a line `2: <Add(p1) line 8, …>`, then the variables
 * @param source all but the content
 * @throws InputError if there is no trace, or a state is missing or cannot be read
 */
export function readPrintedTraces(
  printed: readonly string[],
  source: Omit<GraphSource, 'chunks'>,
): ExportedGraph {
  const { file } = source;
  const [first] = printed;
  if (first === undefined) throw new InputError('no-trace', "TLC's output has no error trace.", { file });
  const variables =
    source.variables ??
    parseState(split(first).state, { file })
      .map(({ name }) => name)
      .toSorted();
  const read = stateReader(variables);
  const draft = traceDraft(source.module, variables);
  const labels = labelReader(undefined, file);
  const label = (action: string): LabelMeaning => labels.meaning(action.replace(position, ''));
  let last = 0;
  for (const text of printed) {
    const { heading, state } = split(text);
    const parts = opening.exec(heading);
    if (parts === null) throw strange(`"${heading}" begins no state`, file);
    const [, digits, stuttering, back, action = ''] = parts;
    const number = Number(digits);
    if (last === 0 && (stuttering ?? back) !== undefined) throw strange('its states are missing', file);
    if (stuttering !== undefined) draft.loop(last - 1, undefined);
    else if (back !== undefined) {
      if (number < 1 || number > last)
        throw strange(`it goes back to state ${number}, which it does not have`, file);
      draft.loop(number - 1, label(action));
    } else {
      if (number !== 1 && number !== last + 1) throw strange(`state ${number} follows state ${last}`, file);
      const values: readonly TlaValue[] = read(state, { file });
      if (number === 1) draft.begin(values);
      else draft.step(label(action), values);
      last = number;
    }
  }
  return {
    kind: 'output',
    ...draft.finish(),
    known: {
      initial: true,
      steps: true,
      parameters: labels.seen().parameters,
      values: true,
      complete: false,
    },
    formals: new Map(),
    warnings: [],
  };
}

function split(text: string): { readonly heading: string; readonly state: string } {
  const end = text.indexOf('\n');
  return end < 0 ? { heading: text, state: '' } : { heading: text.slice(0, end), state: text.slice(end + 1) };
}

function strange(what: string, file: string | undefined): InputError {
  const message = `TLC's output has an error trace that is not whole: ${what}.`;
  return new InputError('broken-trace', message, { file });
}
