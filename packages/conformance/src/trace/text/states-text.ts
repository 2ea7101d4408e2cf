import type { PrefixReport, StateReport } from '../report.js';
import { number } from './number.js';
import { stateText } from './state-text.js';
import { readState, stateDifferences } from './values.js';
import { first, shorten } from './wrap.js';

/** So many states are told as differences to the first, with so many lines each. */
const [mostStates, mostLines] = [4, 6];
/** A set with an element a line, or a value, has no more than this. */
const [mostElements, longest] = [30, 400];

/**
 * The states that are possible after a prefix: the first whole, some others as differences to it, the rest counted.
 *
 * @param reference a state that has been shown already: then the first is told as differences to it
 */
export function statesText(
  { states, stateCount }: PrefixReport,
  reference: StateReport | undefined,
): readonly string[] {
  const [one, ...others] = states;
  if (one === undefined) return [];
  const shown = others.slice(0, mostStates);
  const rest = stateCount - 1 - shown.length;
  const many = `in one of ${number(stateCount)} states, the first of them`;
  return [
    ...(reference === undefined
      ? [`  ${stateCount === 1 ? 'in the state' : many}`, ...wholeState(one)]
      : [
          `  ${stateCount === 1 ? 'in the state of' : `${many} as in`} the first prefix, but`,
          ...differencesText(reference, one),
        ]),
    ...shown.flatMap((state, index) => [
      `  state ${index + 2}: as the first, but`,
      ...differencesText(one, state),
    ]),
    ...(rest > 0 ? [`  and ${number(rest)} more ${rest === 1 ? 'state' : 'states'}`] : []),
  ];
}

function differencesText(from: StateReport, to: StateReport): readonly string[] {
  const lines = stateDifferences(from, to).map((line) => [`      ${shorten(line, longest)}`]);
  return lines.length === 0 ? ['      nothing differs'] : first(lines, mostLines, '      ', 'differences');
}

/** A state, a conjunct a line, as TLC prints it. */
function wholeState(state: StateReport): readonly string[] {
  const values = readState(state);
  const lines =
    values === undefined
      ? Object.entries(state).map(([variable, text]) => `    /\\ ${variable} = ${text}`)
      : stateText(values);
  return first(
    lines.map((line) => [shorten(line, longest)]),
    mostElements,
    '      ',
    'lines',
  );
}
