import { createHash } from 'node:crypto';
import type { CoverageReport } from '@synod/conformance';
import { visible } from '@synod/conformance/text';
import { html, type Markup } from '../../validate/output/html/markup.js';
import { style } from '../../validate/output/html/style.js';
import { percentText } from '../percent.js';
import { actionNote, tracesText } from '../summary.js';
import { countTable, key } from './bars.js';
import { coverageStyle } from './style.js';
import { behaviourList, traceTable } from './traces.js';

/**
 * One page of HTML that needs nothing else, and runs no script: the rates, bars by action and by depth, the shortest
 * behaviours to what is missing, and what each trace adds. What traces hold is escaped.
 */
export function coverageHtml(told: CoverageReport): string {
  const report = visible(told);
  const title = `${percentText(report.steps)} % of the steps of ${report.spec} taken`;
  const styles = style + coverageStyle;
  const hash = createHash('sha256').update(styles).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>synod coverage: ${title}</title>
<style>${{ markup: styles }}</style>
</head>
<body>
<header><p class="program">synod coverage</p><h1>${title}</h1><p class="meta">counted in ${report.against}; ${tracesText(report.traces)}</p></header>
<main>
${report.warnings.length === 0 ? undefined : html`<ul class="notes">${report.warnings.map((note) => html`<li>${note}</li>`)}</ul>`}
${rates(report)}
${byAction(report)}
${byDepth(report)}
${missing(report)}
<section><h2>What each trace adds</h2>
<p class="meta">Steps that no trace before it had surely taken.</p>
${traceTable(report.traces)}</section>
</main>
</body>
</html>
`.markup;
}

function rates({ actions, steps, states }: CoverageReport): Markup {
  const rows = Object.entries({ actions, steps, states }).map(([name, count]) => ({ name, count }));
  return html`<section>${key}
${countTable('what', rows)}</section>`;
}

function byAction(report: CoverageReport): Markup {
  const rows = report.byAction.map((action) => ({
    name: action.action === '' ? '(no name)' : action.action,
    count: action.steps,
    note: actionNote(action, report),
  }));
  return html`<section><h2>Steps by action</h2>
${countTable('action', rows)}</section>`;
}

function byDepth({ byDepth: levels }: CoverageReport): Markup {
  const table = (what: 'states' | 'steps'): Markup =>
    countTable(
      'depth',
      levels.map((level) => ({ name: `${level.depth}`, count: level[what] })),
    );
  return html`<section><h2>States by depth</h2>
<p class="meta">Depth is the distance from the initial states, in steps.</p>
${table('states')}</section>
<section><h2>Steps by the depth that they begin at</h2>
${table('steps')}</section>`;
}

function missing({ missing: behaviours }: CoverageReport): Markup {
  const told =
    behaviours.length === 0
      ? html`<p>Every step was surely taken.</p>`
      : html`<p class="meta">For each action with such steps, one of the shortest behaviours that ends with one.</p>
${behaviourList(behaviours)}`;
  return html`<section><h2>The shortest way to a step not taken</h2>
${told}</section>`;
}
