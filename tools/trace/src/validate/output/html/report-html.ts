import { createHash } from 'node:crypto';
import type { PrefixReport, TraceReport } from '@synod/conformance';
import { chiefFirst, visible } from '@synod/conformance/text';
import { executionSection } from './execution.js';
import { html, scriptData } from './markup.js';
import { pageExecution } from './page-data.js';
import { script } from './script.js';
import { style } from './style.js';
import { summary, title } from './summary.js';

/** So many divergences, and so many longest prefixes of each, are told whole: a page must stay a page. */
const [mostDivergences, mostPrefixes] = [50, 12];

/** What a page shows beside the reports. */
export interface HtmlExtras {
  /** The text of each `.tla` file, under the name that conjuncts give it. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * One page of HTML that needs nothing else: a summary, and for each divergence its lanes, states, enabled steps, the
 * false conjuncts in their module and the nearest miss. What traces hold is escaped, and the page allows no script
 * but its own.
 */
export function reportHtml(reports: readonly TraceReport[], extras: HtmlExtras): string {
  const shown = reports.map((report) => visible(report));
  const diverging = shown.filter(({ verdict }) => verdict === 'diverges').slice(0, mostDivergences);
  const parts = diverging.map((report) => ({ report, prefixes: prefixesOf(report).slice(0, mostPrefixes) }));
  const numberOf = new Map(diverging.map((report, index) => [report, index]));
  const data = parts.map(({ report: { divergence }, prefixes }) =>
    divergence === undefined ? null : pageExecution(divergence, prefixes),
  );
  const left = shown.filter(({ verdict }) => verdict === 'diverges').length - diverging.length;
  const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>synod validate: ${title(shown)}</title>
<style>${{ markup: style }}</style>
</head>
<body>
<header><p class="program">synod validate</p><h1>${title(shown)}</h1></header>
<main>
${summary(shown.map((report) => ({ report, section: numberOf.get(report) })))}
${parts.map(({ report, prefixes }, index) => executionSection(report, index, prefixes, extras.sources))}
${left > 0 ? html`<p>and ${left} more executions that diverge, which <code>--json</code> has</p>` : undefined}
</main>
<script type="application/json" id="data">${scriptData(data)}</script>
<script>${{ markup: script }}</script>
</body>
</html>
`.markup;
}

function prefixesOf({ divergence }: TraceReport): readonly PrefixReport[] {
  return divergence === undefined ? [] : chiefFirst(divergence);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
