import type { CoveredTrace, MissingStep } from '@synod/conformance';
import { filesText, number } from '@synod/conformance/text';
import { html, type Markup } from '../../validate/output/html/markup.js';
import { addsNothing } from '../summary.js';

/** So many traces have a row: a page must stay a page. */
const mostTraces = 1000;

const marks: { readonly [verdict in CoveredTrace['verdict']]: string } = {
  conforms: 'good',
  diverges: 'bad',
  'could not tell': 'unknown',
};

/** A row for each trace, in the order of the suite: the steps that it took, and those that it was the first to take. */
export function traceTable(traces: readonly CoveredTrace[]): Markup {
  const left = traces.length - mostTraces;
  return html`<div class="wide" tabindex="0" role="region" aria-label="all traces"><table class="counts traces">
<thead><tr><th scope="col">trace</th><th scope="col">verdict</th><th scope="col" class="number">events</th><th scope="col" class="number">steps</th><th scope="col" class="number">adds</th></tr></thead>
<tbody>${traces.slice(0, mostTraces).map(traceRow)}</tbody>
</table></div>
${left > 0 ? html`<p>and ${number(left)} more traces, which <code>--json</code> has</p>` : undefined}`;
}

function traceRow(trace: CoveredTrace): Markup {
  const { verdict, events, steps, fresh, exact, reason } = trace;
  const isCounted = verdict === 'conforms';
  const why = reason === undefined ? undefined : html`<p class="meta">${reason}</p>`;
  const some =
    exact || !isCounted
      ? undefined
      : html`<p class="meta">counts as less than it may be: not all orders were looked at</p>`;
  const added = addsNothing(trace) ? 'nothing' : number(fresh);
  return html`<tr><th scope="row">${filesText(trace)}${why}${some}</th><td><span class="verdict ${marks[verdict]}">${verdict}</span></td><td class="number">${number(events)}</td><td class="number">${isCounted ? number(steps) : '–'}</td><td class="number">${isCounted ? added : '–'}</td></tr>\n`;
}

/** The behaviours that end with a step that was not surely taken. */
export function behaviourList(missing: readonly MissingStep[]): Markup {
  return html`<ul class="behaviours">${missing.map(behaviour)}</ul>`;
}

function behaviour({ behaviour: labels, perhaps }: MissingStep): Markup {
  const before = labels
    .slice(0, -1)
    .map((label) => html`<code>${label}</code> <span class="arrow">→</span> `);
  const mark = perhaps ? html` <span class="verdict unknown">perhaps taken</span>` : undefined;
  return html`<li>${before}<code class="last">${labels.at(-1)}</code>${mark}</li>\n`;
}
