import type { TraceReport } from '@synod/conformance';
import { filesText } from '@synod/conformance/text';
import { number } from '../../../output/table.js';
import { engineText } from '../table.js';
import { reasonLine, warningLines } from '../warnings.js';
import { type Content, html, type Markup } from './markup.js';

const marks: { readonly [verdict in TraceReport['verdict']]: string } = {
  conforms: 'good',
  diverges: 'bad',
  'could not tell': 'unknown',
};

/** How many executions came to what: `1 of 3 executions diverges`. */
export function title(reports: readonly TraceReport[]): string {
  const count = (verdict: TraceReport['verdict']): number =>
    reports.filter((report) => report.verdict === verdict).length;
  const all = `${number(reports.length)} ${reports.length === 1 ? 'execution' : 'executions'}`;
  const of = (some: number): string => (some === reports.length ? all : `${number(some)} of ${all}`);
  const [diverging, untold] = [count('diverges'), count('could not tell')];
  if (reports.length === 0) return 'nothing was compared';
  if (diverging > 0) return `${of(diverging)} ${diverging === 1 ? 'diverges' : 'diverge'}`;
  if (untold > 0) return `${of(untold)} could not be told of`;
  return `${all} ${reports.length === 1 ? 'conforms' : 'conform'}`;
}

/** An execution, and the number of the section that tells more of it, if one does. */
export interface SummaryRow {
  readonly report: TraceReport;
  readonly section: number | undefined;
}

/** A row an execution, with a link to its section; then reasons and warnings. */
export function summary(rows: readonly SummaryRow[]): Markup {
  const notes = rows.flatMap(({ report }) => [reasonLine(report) ?? [], warningLines(report)].flat());
  return html`<div class="wide" tabindex="0" role="region" aria-label="all executions"><table class="summary">
<thead><tr><th scope="col">verdict</th><th scope="col">trace</th><th scope="col">spec</th><th scope="col">against</th><th scope="col" class="number">events</th><th scope="col" class="number">matched</th><th scope="col">engine</th><th scope="col" class="number">time</th></tr></thead>
<tbody>${rows.map(({ report, section }) => row(report, section))}</tbody>
</table></div>
${notes.length === 0 ? undefined : html`<ul class="notes">${notes.map((note) => html`<li>${note}</li>`)}</ul>`}`;
}

function row(report: TraceReport, target: number | undefined): Markup {
  const { verdict, spec, against, events, matched, seconds } = report;
  const name = filesText(report);
  const link: Content = target === undefined ? name : html`<a href="#execution-${target}">${name}</a>`;
  const matches = verdict === 'could not tell' ? '–' : number(matched);
  return html`<tr><td><span class="verdict ${marks[verdict]}">${verdict}</span></td><th scope="row">${link}</th><td>${spec}</td><td>${against}</td><td class="number">${number(events)}</td><td class="number">${matches}</td><td>${engineText(report)}</td><td class="number">${seconds.toFixed(1)} s</td></tr>\n`;
}
