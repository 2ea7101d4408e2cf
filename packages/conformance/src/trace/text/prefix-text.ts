import type { DivergenceReport, MismatchReport, PrefixReport, StateReport } from '../report.js';
import type { Colours } from './colours.js';
import { contradictsInit, eventText, placeText } from './headline.js';
import { lanesText } from './lanes-text.js';
import { mismatchText } from './mismatch-text.js';
import { number } from './number.js';
import { statesText } from './states-text.js';
import { first, listed, shorten } from './wrap.js';

/** So many mismatches of a prefix are told, and so many lines of enabled steps. */
const [mostMismatches, enabledLines] = [4, 3];

/**
 * A longest prefix: why nothing goes on, the lanes, what was enabled, the states.
 *
 * @param reference a state that has been shown already
 */
export function prefixText(
  divergence: DivergenceReport,
  prefix: PrefixReport,
  reference: StateReport | undefined,
  colours: Colours,
): readonly string[] {
  const { enabled } = prefix;
  const mismatches = firstFirst(divergence, prefix);
  const inHeadline = mismatches.length === 1 && mismatches[0]?.event.index === divergence.first.index;
  const whys = mismatches.map((mismatch) => [
    ...(inHeadline ? [] : [eventLine(mismatch, colours)]),
    ...mismatchText(mismatch, colours),
  ]);
  const isInit = contradictsInit(divergence);
  return [
    ...first(whys, mostMismatches, '  ', 'events that do not match'),
    ...(isInit ? [] : lanesText(divergence, prefix, colours)),
    ...(isInit || enabled === undefined ? [] : enabledText(enabled)),
    ...statesText(prefix, reference),
  ];
}

function eventLine({ event }: MismatchReport, colours: Colours): string {
  return `  ${colours.red('x')} ${colours.bold(placeText(event))}: ${eventText(event)}`;
}

/** The mismatches after a prefix, that of the first unmatched event before the others. */
export function firstFirst(
  { first: { index } }: DivergenceReport,
  { next }: PrefixReport,
): readonly MismatchReport[] {
  const isFirst = ({ event }: MismatchReport): number => (event.index === index ? 0 : 1);
  return next.toSorted((one, other) => isFirst(one) - isFirst(other));
}

function enabledText(enabled: readonly string[]): readonly string[] {
  if (enabled.length === 0) return ['  possible here: no step at all'];
  return listed('possible here:', enabled, 'step', enabledLines);
}

/** `21 events (a1 7, a2 7, p0 7)`. */
export function cutText({ lanes }: DivergenceReport, { matched, cut }: PrefixReport): string {
  const events = `${number(matched)} ${matched === 1 ? 'event' : 'events'}`;
  const parts = lanes.flatMap(({ process }, lane) =>
    process === undefined ? [] : [`${shorten(process, 20)} ${number(cut[lane] ?? 0)}`],
  );
  if (parts.length === 0) return events;
  const shown = parts.length > 8 ? [...parts.slice(0, 8), `and ${parts.length - 8} more`] : parts;
  return `${events} (${shown.join(', ')})`;
}
