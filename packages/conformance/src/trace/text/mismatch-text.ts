import type { Conjunct } from '../../divergence.js';
import type { MismatchReport } from '../report.js';
import type { Colours } from './colours.js';
import { conjunctText } from './conjunct-text.js';
import { kinds } from './headline.js';
import { nearestText } from './nearest-text.js';
import { first, listed, shorten } from './wrap.js';

/** A value that is bound is cut after this many characters. */
const longest = 200;

/** Why an event does not match: the kind, the sentence, the false conjuncts, the nearest miss, what else is possible. */
export function mismatchText(mismatch: MismatchReport, colours: Colours): readonly string[] {
  const { kind, message, conjuncts, nearest, possible, event } = mismatch;
  return [
    `  ${colours.red(kinds[kind])}: ${shorten(message, 4 * longest)}`,
    ...first(
      conjuncts.map((conjunct) => [`  ${colours.bold('false:')} ${conjunctText(shortened(conjunct))}`]),
      4,
      '  ',
      'false conjuncts',
    ),
    ...(nearest === undefined ? [] : nearestText(nearest)),
    ...(possible.length === 0
      ? []
      : listed(`possible of ${shorten(event.action ?? 'any action', 40)}:`, possible, 'step', 2)),
  ];
}

function shortened(conjunct: Conjunct): Conjunct {
  const bindings = Object.entries(conjunct.bindings ?? {}).map(([name, value]) => [
    name,
    shorten(value, longest),
  ]);
  return {
    ...conjunct,
    text: shorten(conjunct.text, longest),
    ...(bindings.length === 0 ? {} : { bindings: Object.fromEntries(bindings) as Record<string, string> }),
  };
}
