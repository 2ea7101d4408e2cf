import type { CoverageReport } from '@synod/conformance';
import { type Colours, number, visible } from '@synod/conformance/text';
import { plainTable } from '../output/table.js';
import { missingText } from './missing-text.js';
import { percentText } from './percent.js';
import { actionNote, tracesText } from './summary.js';

/** A report for people: how much was taken, what never was, how to get there, and which traces add nothing. */
export function coverageText(told: CoverageReport, all: boolean, colours: Colours): string {
  const report = visible(told);
  const parts = [totals(report, colours)];
  const never = neverTaken(report, colours);
  if (never.length > 0) parts.push(never.join('\n'));
  if (report.byAction.length > 0) parts.push(actionTable(report, colours));
  if (report.missing.length > 0) parts.push(missingText(report.missing, all, colours));
  parts.push(tracesText(report.traces));
  return parts.join('\n\n');
}

function totals({ actions, steps, states, against }: CoverageReport, colours: Colours): string {
  const rows = Object.entries({ actions, steps, states }).map(([what, count]) => [
    what,
    number(count.total),
    number(count.taken),
    percentText(count),
    number(count.perhaps),
  ]);
  return plainTable([against, 'total', 'taken', '%', 'perhaps'], rows, colours);
}

function neverTaken(report: CoverageReport, colours: Colours): readonly string[] {
  const named = (note: string): readonly string[] =>
    report.byAction.filter((action) => actionNote(action, report) === note).map(({ action }) => action);
  const [never, perhaps] = [named('never taken'), named('perhaps taken')];
  return [
    ...(never.length === 0 ? [] : [`${colours.red('actions never taken:')} ${never.join(', ')}`]),
    ...(perhaps.length === 0 ? [] : [`${colours.yellow('actions perhaps taken:')} ${perhaps.join(', ')}`]),
  ];
}

function actionTable(report: CoverageReport, colours: Colours): string {
  const rows = report.byAction.map((action) => [
    action.action === '' ? '(no name)' : action.action,
    number(action.steps.total),
    number(action.steps.taken),
    percentText(action.steps),
    number(action.steps.perhaps),
    actionNote(action, report),
  ]);
  return plainTable(['action', 'steps', 'taken', '%', 'perhaps', ''], rows, colours);
}
