import type { SpaceBehaviour, Uncovered } from '@synod/conformance';
import type { Colours } from '../output/colours.js';
import { number } from '../output/table.js';
import type { Figures } from './figures.js';

/** How many behaviours are shown where none are written, how many steps of each, and how much of what is not covered. */
const mostShown = 3;
const mostSteps = 12;
const mostUncovered = 10;

/** What was generated, for people. */
export function generatedText(
  figures: Figures,
  behaviours: readonly SpaceBehaviour[],
  colours: Colours,
): string {
  const parts = [figuresText(figures, colours)];
  if (figures.uncovered.length > 0) parts.push(uncoveredText(figures));
  if (figures.out === undefined) parts.push(behavioursText(behaviours, colours));
  else parts.push(`written to ${figures.out}: ${files(figures.behaviours)}`);
  return parts.join('\n\n');
}

function figuresText(figures: Figures, colours: Colours): string {
  const { against, cover, covered, total, behaviours, events, longest, bound, ratio } = figures;
  const least = bound.behaviours === undefined ? '' : ` in ${counted(bound.behaviours, 'behaviour')}`;
  const reached = bound.exact ? 'nothing shorter exists' : `these are ${ratio.toFixed(3)} times as many`;
  const rows = [
    ['covered', `${number(covered)} of ${number(total)} ${cover}`],
    ['behaviours', `${number(behaviours)}, the longest with ${counted(longest, 'step')}`],
    ['events', number(events)],
    ['lower bound', `${counted(bound.events, 'event')}${least}: ${reached}`],
  ];
  return [colours.bold(against), ...rows.map(([head = '', row = '']) => `  ${head.padEnd(13)}${row}`)].join(
    '\n',
  );
}

function uncoveredText({ uncovered, maxLength, cover }: Figures): string {
  const far = uncovered.filter(({ needs }) => needs !== undefined);
  const never = uncovered.filter(({ needs }) => needs === undefined);
  const parts: string[] = [];
  if (far.length > 0)
    parts.push(`no behaviour with ${maxLength} steps reaches these ${cover}:`, ...uncoveredLines(far));
  if (never.length > 0) parts.push(`no behaviour reaches these ${cover}:`, ...uncoveredLines(never));
  return parts.join('\n');
}

function uncoveredLines(things: readonly Uncovered[]): readonly string[] {
  const more = things.length - mostUncovered;
  return [
    ...things.slice(0, mostUncovered).map((thing) => `  ${uncoveredLine(thing)}`),
    ...(more > 0 ? [`  and ${number(more)} more`] : []),
  ];
}

function uncoveredLine(thing: Uncovered): string {
  const needs = thing.needs === undefined ? '' : `, which needs ${thing.needs}`;
  switch (thing.type) {
    case 'action':
      return `${named(thing.action)}${needs}`;
    case 'state':
      return `state ${thing.state}${needs}`;
    case 'step':
      return `${named(thing.label.key)} from state ${thing.from} to ${thing.to}${needs}`;
  }
}

function behavioursText(behaviours: readonly SpaceBehaviour[], colours: Colours): string {
  const shown = behaviours.slice(0, mostShown).map(({ steps }, i) => {
    const labels = steps.slice(0, mostSteps).map(({ label }) => named(label.key));
    const more = steps.length > mostSteps ? [`and ${number(steps.length - mostSteps)} more`] : [];
    return `  ${i + 1}  ${labels.length === 0 ? '(no steps)' : [...labels, ...more].join(', ')}`;
  });
  const rest = behaviours.length > mostShown ? [`  and ${number(behaviours.length - mostShown)} more`] : [];
  const head = colours.bold('those that take most that is new come first');
  return [head, ...shown, ...rest, '', '--out FOLDER writes all of them as traces.'].join('\n');
}

function files(behaviours: number): string {
  const digits = Math.max(4, String(behaviours).length);
  const first = `${'1'.padStart(digits, '0')}.ndjson`;
  return behaviours === 1 ? first : `${first} to ${String(behaviours).padStart(digits, '0')}.ndjson`;
}

function counted(count: number, what: string): string {
  return `${number(count)} ${what}${count === 1 ? '' : 's'}`;
}

function named(label: string): string {
  return label === '' ? '(no name)' : label;
}
