import type { DivergenceReport, PrefixReport } from '../report.js';
import type { Colours } from './colours.js';
import { type EventRow, type LaneRow, laneRows } from './lane-rows.js';
import { number } from './number.js';
import { columns, shorten } from './wrap.js';

/** How many rows are shown before the cut, and after the unmatched events; with a single lane, fewer before. */
const [rowsBefore, rowsAfter, rowsOfOne] = [10, 3, 6];
/** A lane is at least so wide, and so much apart from the next. */
const [narrowest, gap] = [10, 2];

/**
 * The lanes around a cut, one a process: `+` for an event of the prefix, `x` for one that could be next and does
 * not match, `.` for later ones, `~` for a step that nobody logged. Not wider than a log viewer.
 */
export function lanesText(
  divergence: DivergenceReport,
  prefix: PrefixReport,
  colours: Colours,
): readonly string[] {
  const rows = laneRows(divergence, prefix);
  const before = rows.before.slice(-(divergence.lanes.length === 1 ? rowsOfOne : rowsBefore));
  const after = rows.after.slice(0, rowsAfter);
  const drawing = layOut(divergence, [...rows.next, ...before.toReversed(), ...after]);
  const draw = (
    mark: string,
    shown: readonly LaneRow[],
    shade: (text: string) => string,
  ): readonly string[] => shown.flatMap((row) => drawRow(drawing, mark, row, shade));
  return [
    ...headText(drawing, divergence, colours),
    ...elided(drawing, rows.before.length - before.length, 'earlier'),
    ...draw('+', before, (text) => text),
    `${drawing.indent}${'-'.repeat(drawing.width)}`,
    ...draw('x', rows.next, colours.red),
    ...draw('.', after, colours.dim),
    ...elided(drawing, rows.after.length - after.length, 'later'),
    ...(drawing.left > 0
      ? [`  ${number(drawing.left)} more ${drawing.left === 1 ? 'process is' : 'processes are'} not shown`]
      : []),
    legend(before),
  ];
}

function legend(before: readonly LaneRow[]): string {
  const hidden = before.some(({ type }) => type === 'hidden') ? '   ~ nobody logged it' : '';
  return `        + matches   x does not match here   . not reached${hidden}`;
}

/** Which lanes are shown, and where. */
interface Drawing {
  readonly lanes: readonly number[];
  /** By lane. */
  readonly widths: ReadonlyMap<number, number>;
  /** How many are not shown. */
  readonly left: number;
  /** The width of the numbers on the left. */
  readonly gutter: number;
  readonly indent: string;
  readonly width: number;
}

/** @param near the rows to be shown, those nearest to the cut first */
function layOut(divergence: DivergenceReport, near: readonly LaneRow[]): Drawing {
  const events = near.filter((row): row is EventRow => row.type === 'event');
  const gutter = Math.max(4, ...events.map(({ event }) => numberOf(event).length));
  const indent = ' '.repeat(gutter + 4);
  const room = columns - indent.length;
  // If not all have room, those that could go on, and do not, come first.
  const wanted = new Set(events.map(({ lane }) => lane));
  const most = Math.max(1, Math.floor((room + gap) / (narrowest + gap)));
  const lanes = [...wanted].slice(0, most).toSorted((one, other) => one - other);
  const longest = lanes.map(
    (lane) =>
      Math.max(
        (divergence.lanes[lane]?.process ?? '').length,
        ...events.filter((row) => row.lane === lane).map(({ event }) => event.text.length),
      ) + 2,
  );
  const free = room - gap * (lanes.length - 1);
  const widths = share(longest, free);
  return {
    lanes,
    widths: new Map(lanes.map((lane, i) => [lane, widths[i] as number])),
    left: divergence.lanes.length - lanes.length,
    gutter,
    indent,
    width: Math.max(
      20,
      widths.reduce((sum, width) => sum + width, gap * (lanes.length - 1)),
    ),
  };
}

/** As wide as each must be; what does not fit is taken from the widest. */
function share(longest: readonly number[], free: number): readonly number[] {
  let limit = Math.max(0, ...longest);
  const total = (): number => longest.reduce((sum, width) => sum + Math.min(width, limit), 0);
  while (total() > free && limit > 1) limit--;
  return longest.map((width) => Math.min(width, limit));
}

function headText(drawing: Drawing, { lanes }: DivergenceReport, colours: Colours): readonly string[] {
  const names = drawing.lanes.map((lane) => lanes[lane]?.process ?? '');
  const cells = drawing.lanes.map((lane, i) => cell(drawing, lane, names[i] as string));
  const heads = cells.join(' '.repeat(gap)).trimEnd();
  if (heads === '') return [`  ${'line'.padStart(drawing.gutter)}`];
  return [`  ${'line'.padStart(drawing.gutter)}  ${colours.bold(heads)}`];
}

function drawRow(
  drawing: Drawing,
  mark: string,
  row: LaneRow,
  shade: (text: string) => string,
): readonly string[] {
  if (row.type === 'hidden') return [`${drawing.indent}~ ${shorten(row.label, drawing.width - 2)}`];
  const { lanes, gutter } = drawing;
  if (!lanes.includes(row.lane)) return [];
  const before = lanes.slice(0, lanes.indexOf(row.lane));
  const skip = before.map((lane) => ' '.repeat((drawing.widths.get(lane) as number) + gap)).join('');
  const text = cell(drawing, row.lane, `${mark} ${row.event.text}`).trimEnd();
  return [`  ${numberOf(row.event).padStart(gutter)}  ${skip}${shade(text)}`];
}

/** The line of an event, or its place among all where lines are not known. */
function numberOf({ line, index }: EventRow['event']): string {
  return String(line ?? index + 1);
}

function cell(drawing: Drawing, lane: number, text: string): string {
  const width = drawing.widths.get(lane) as number;
  return shorten(text, width).padEnd(width);
}

function elided(drawing: Drawing, count: number, which: string): readonly string[] {
  if (count <= 0) return [];
  return [`${drawing.indent}... ${number(count)} ${which} ${count === 1 ? 'row' : 'rows'}`];
}
