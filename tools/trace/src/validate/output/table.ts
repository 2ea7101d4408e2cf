import type { TraceReport } from '@synod/conformance';
import { filesText, shorten } from '@synod/conformance/text';
import type { Colours } from '../../output/colours.js';
import { number, plainTable } from '../../output/table.js';

const heads = ['trace', 'spec', 'against', 'events', 'matched', 'engine', 'time', 'verdict'];

/** One row an execution: what it was held against, and what came of it. */
export function reportTable(reports: readonly TraceReport[], colours: Colours): string {
  const rows = reports.map((report) => [
    shorten(filesText(report), 48),
    report.spec,
    report.against,
    number(report.events),
    report.verdict === 'could not tell' ? '–' : number(report.matched),
    engineText(report),
    `${report.seconds.toFixed(1)} s`,
    verdictText(report, colours),
  ]);
  return plainTable(heads, rows, colours);
}

/** The engine, and the bound that it was given. */
export function engineText({ engine, ballots }: TraceReport): string {
  return ballots === undefined ? engine : `${engine}, ballots 0..${ballots}`;
}

function verdictText({ verdict }: TraceReport, colours: Colours): string {
  const shade = { conforms: colours.green, diverges: colours.red, 'could not tell': colours.yellow }[verdict];
  return shade(verdict);
}
