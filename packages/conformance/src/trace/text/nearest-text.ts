import type { Difference } from '../pattern.js';
import type { NearestReport } from '../report.js';
import { number } from './number.js';
import { setDifference, traceText } from './set-difference.js';
import { columns, first, shorten } from './wrap.js';

/** A difference in one line is no longer than this. */
const oneLine = columns - 6;
/** A value longer than this is cut: `--json` has all of it. */
const longest = 300;

/** Where the nearest miss is not as observed, as a diff; at most a few differences. */
export function nearestText({ label, differences }: NearestReport): readonly string[] {
  const head = label === undefined ? '  nearest miss:' : `  nearest miss: ${shorten(label, oneLine - 16)}`;
  return [head, ...first(differences.map(differenceText), 8, '      ', 'differences')];
}

function differenceText(difference: Difference): readonly string[] {
  const { path, trace, specification } = difference;
  const short = `${path}: the trace says ${traceText(trace)}, the specification has ${specification ?? 'nothing there'}`;
  if (short.length <= oneLine) return [`      ${short}`];
  return [`      ${path}`, ...sidesText(difference)];
}

function sidesText(difference: Difference): readonly string[] {
  const sets = setDifference(difference);
  if (sets?.type === 'contains') {
    return [
      side('the trace says that it contains:', sets.missing),
      sets.closest === undefined
        ? `        the specification has nothing like it among ${number(sets.size)}`
        : side('most like it there:             ', sets.closest),
    ];
  }
  if (sets !== undefined && sets.onlyTrace.length + sets.onlySpecification.length > 0) {
    return [
      ...elements('only the trace has:        ', sets.onlyTrace),
      ...elements('only the specification has:', sets.onlySpecification),
    ];
  }
  return [
    side('the trace says:        ', traceText(difference.trace)),
    side('the specification has: ', difference.specification ?? 'nothing there'),
  ];
}

function elements(head: string, texts: readonly string[]): readonly string[] {
  return first(
    texts.map((text) => [side(head, text)]),
    6,
    '        ',
    'elements',
  );
}

function side(head: string, text: string): string {
  return `        ${head} ${shorten(text, longest)}`;
}
