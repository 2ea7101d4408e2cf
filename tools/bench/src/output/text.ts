import Table from 'cli-table3';
import type { RowResult, SideResult } from '../rows/row.js';
import { wantedText } from './wanted.js';

const heads = [
  'work',
  'measured',
  'seconds',
  'peak',
  'bytes a state',
  'a second',
  'against',
  'seconds',
  'ratio',
  'wanted',
  '',
];

/** What was measured, as a table without lines: a row a piece of work. */
export function resultTable(results: readonly RowResult[]): string {
  const corners = ['top', 'bottom', 'left', 'right', 'mid'];
  const pairs = corners.flatMap((one) => [one, ...corners.map((other) => `${one}-${other}`)]);
  const table = new Table({
    head: heads,
    chars: { ...Object.fromEntries(pairs.map((name) => [name, ''])), middle: '  ' },
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...results.map((result) => [...cellsOf(result)]));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The same as a table in Markdown. */
export function resultMarkdown(results: readonly RowResult[]): string {
  return [line(heads), line(heads.map(() => '---')), ...results.map((result) => line(cellsOf(result)))].join(
    '\n',
  );
}

function cellsOf({ row, side, against, ratio, met }: RowResult): readonly string[] {
  return [
    row.work,
    side.name,
    secondsText(side),
    side.peakBytes === undefined ? '' : `${Math.round(side.peakBytes / 1e6).toLocaleString('en')} MB`,
    bytesText(row.amount, side),
    rateText(row.amount, side),
    against?.name ?? '',
    against === undefined ? '' : secondsText(against),
    ratio === undefined ? '' : ratioText(row.wanted?.type === 'times as long' ? 1 / ratio : ratio),
    row.wanted === undefined ? '' : wantedText(row.wanted, row.amount?.of),
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ];
}

/** The median, and the ends if there were several runs. */
function secondsText({ seconds: { median, least, most, runs } }: SideResult): string {
  return runs === 1
    ? shortSeconds(median)
    : `${shortSeconds(median)} (${shortSeconds(least)}–${shortSeconds(most)})`;
}

function shortSeconds(seconds: number): string {
  return seconds.toFixed(seconds < 10 ? 2 : seconds < 100 ? 1 : 0);
}

function ratioText(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1);
}

function rateText(amount: RowResult['row']['amount'], { seconds }: SideResult): string {
  if (amount === undefined) return '';
  return `${Math.round(amount.count / seconds.median).toLocaleString('en')} ${amount.of}`;
}

/** The whole process, and what a program takes before it has any state is in it. */
function bytesText(amount: RowResult['row']['amount'], { peakBytes }: SideResult): string {
  return amount?.of !== 'states' || peakBytes === undefined
    ? ''
    : Math.round(peakBytes / amount.count).toLocaleString('en');
}
