import type { DivergenceReport, PrefixReport, ShrunkReport, TraceReport } from '@synod/conformance';
import {
  contradictsInit,
  eventText,
  headline,
  placeText,
  shrunkTitle,
  specText,
  suggestionText,
} from '@synod/conformance/text';
import { number } from '../../../output/table.js';
import { engineText } from '../table.js';
import { html, type Markup } from './markup.js';
import { prefixSection } from './prefix.js';

/** A divergence: what it is, every longest prefix as far as shown, suggestions, a shorter trace. */
export function executionSection(
  report: TraceReport,
  execution: number,
  prefixes: readonly PrefixReport[],
  sources: ReadonlyMap<string, string>,
): Markup {
  const { divergence, against, order, files } = report;
  return html`<section class="execution" id="execution-${execution}">
<h2>${headline(report)}</h2>
<p class="meta">${files.join(', ')} · ${specText(report)}, held against ${against} · engine ${engineText(report)} · ${order} order</p>
${divergence === undefined ? undefined : divergencePart(divergence, report, execution, prefixes, sources)}
</section>`;
}

function divergencePart(
  divergence: DivergenceReport,
  report: TraceReport,
  execution: number,
  prefixes: readonly PrefixReport[],
  sources: ReadonlyMap<string, string>,
): Markup {
  const of = divergence.prefixCount;
  const left = of - prefixes.length;
  return html`<div class="prefixes">
${prefixes.map((prefix, index) => prefixSection(divergence, prefix, { execution, prefix: index, of }, sources))}
</div>
${left > 0 ? html`<p>and ${number(left)} more longest prefixes, which <code>--json</code> has</p>` : undefined}
${contradictsInit(divergence) ? undefined : remedies(divergence, report.events)}`;
}

function remedies(divergence: DivergenceReport, events: number): Markup {
  return html`${suggestionsPart(divergence, events)}
${divergence.shrunk === undefined ? undefined : shrunkPart(divergence.shrunk, events)}`;
}

function suggestionsPart(divergence: DivergenceReport, events: number): Markup | undefined {
  const { suggestions } = divergence;
  if (suggestions === undefined) return undefined;
  const items = suggestions.map(
    (suggestion) => html`<li>${suggestionText(suggestion, divergence, events)}</li>`,
  );
  return html`<h3>A lost line?</h3>
${items.length === 0 ? html`<p>No step that nobody logged would let the trace go on.</p>` : html`<ul>${items}</ul>`}`;
}

function shrunkPart(shrunk: ShrunkReport, events: number): Markup {
  const title = shrunkTitle(shrunk, events);
  return html`<h3>${title.charAt(0).toUpperCase()}${title.slice(1)}</h3>
<ol class="shrunk">${shrunk.events.map((event, index) => {
    const last = index === shrunk.events.length - 1 ? 'unmatched' : 'matched';
    return html`<li class="${last}"><code>${eventText(event)}</code> <span class="place">${placeText(event)}</span></li>`;
  })}</ol>
<details><summary>as a trace</summary><pre tabindex="0" aria-label="the sub-trace">${shrunk.lines.join('\n')}</pre></details>`;
}
