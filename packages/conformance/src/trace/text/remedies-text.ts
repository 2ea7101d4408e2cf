import type { DivergenceReport, ShrunkReport, SuggestionReport, TraceReport } from '../report.js';
import type { Colours } from './colours.js';
import { contradictsInit, divergencePlace, eventText, placeText } from './headline.js';
import { number } from './number.js';
import { first, shorten } from './wrap.js';

/** So many suggestions, and so many events of the shrunk trace. */
const [mostSuggestions, mostEvents] = [6, 20];

/** What lost log lines would explain, and a shorter trace that diverges in the same way. */
export function remediesText(report: TraceReport, colours: Colours): readonly string[] {
  const { divergence } = report;
  // Neither a lost line nor a shorter trace changes what init says.
  if (divergence === undefined || contradictsInit(divergence)) return [];
  return [
    ...suggestionsText(divergence, report.events, colours),
    ...(divergence.shrunk === undefined ? [] : shrunkText(divergence.shrunk, report.events, colours)),
  ];
}

function suggestionsText(divergence: DivergenceReport, events: number, colours: Colours): readonly string[] {
  const { suggestions } = divergence;
  if (suggestions === undefined) return [];
  const head = `  ${colours.bold('a lost line?')}`;
  if (suggestions.length === 0) return [`${head} no step that nobody logged would let the trace go on`];
  const lines = suggestions.map((suggestion) => [`      ${suggestionText(suggestion, divergence, events)}`]);
  return [head, ...first(lines, mostSuggestions, '      ', 'such steps')];
}

/** `if one step Phase1a(1) was not logged before trace.ndjson:7, the whole trace conforms`. */
export function suggestionText(
  { type, step, matched, conforms }: SuggestionReport,
  divergence: DivergenceReport,
  events: number,
): string {
  const { file, line } = divergencePlace(divergence);
  const place = file === undefined || line === undefined ? placeText(divergence.first) : `${file}:${line}`;
  const name = shorten(step, 60);
  const cause =
    type === 'once'
      ? `if one step ${name} was not logged before ${place}`
      : `if ${name} is one of the hidden actions`;
  const effect = conforms
    ? 'the whole trace conforms'
    : `${number(matched)} of ${number(events)} events match`;
  return `${cause}, ${effect}`;
}

/** What the shrunk trace is, in a few words. */
export function shrunkTitle({ shortest, events }: ShrunkReport, all: number): string {
  const size = `${number(events.length)} of ${number(all)} ${all === 1 ? 'event' : 'events'}`;
  return shortest
    ? `a shortest sub-trace that diverges in the same way: ${size}`
    : `a sub-trace that diverges in the same way, and without any one of its events does not: ${size}`;
}

function shrunkText(shrunk: ShrunkReport, all: number, colours: Colours): readonly string[] {
  const places = shrunk.events.map(placeText);
  const shown = shrunk.events.slice(-mostEvents);
  const width = Math.max(0, ...places.slice(-mostEvents).map((place) => place.length));
  const left = shrunk.events.length - shown.length;
  return [
    `  ${colours.bold(shrunkTitle(shrunk, all))}`,
    ...(left > 0 ? [`      ... ${number(left)} earlier events`] : []),
    ...shown.map((event, index) => {
      const last = index === shown.length - 1;
      const text = `${last ? 'x' : '+'} ${placeText(event).padEnd(width)}  ${eventText(event)}`;
      return `      ${last ? colours.red(text) : text}`;
    }),
  ];
}
