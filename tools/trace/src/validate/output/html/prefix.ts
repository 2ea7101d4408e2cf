import type { DivergenceReport, PrefixReport } from '@synod/conformance';
import { contradictsInit, cutText, firstFirst, lanesText } from '@synod/conformance/text';
import pc from 'picocolors';
import { html, type Markup } from './markup.js';
import { mismatchSection } from './mismatch.js';
import { statesSection } from './states.js';
import { steps } from './steps.js';

const plain = pc.createColors(false);

/** Where a prefix stands in the page's data. */
export interface PrefixPlace {
  readonly execution: number;
  readonly prefix: number;
  readonly of: number;
}

/** One longest prefix. The lanes are drawn by the page's script; without it they stand there as in a terminal. */
export function prefixSection(
  divergence: DivergenceReport,
  prefix: PrefixReport,
  place: PrefixPlace,
  sources: ReadonlyMap<string, string>,
): Markup {
  const mismatches = firstFirst(divergence, prefix);
  const isInit = contradictsInit(divergence);
  const title = `${place.of === 1 ? 'longest prefix' : `prefix ${place.prefix + 1} of ${place.of}`}: ${cutText(divergence, prefix)}`;
  return html`<section class="prefix" id="execution-${place.execution}-prefix-${place.prefix}" data-title="${cutText(divergence, prefix)}">
<h3>${title}</h3>
${mismatches.map((mismatch, index) => mismatchSection(mismatch, sources, index === 0))}
${isInit ? undefined : lanesPart(divergence, prefix, place)}
${isInit ? undefined : enabledPart(prefix)}
${statesSection(prefix)}
</section>`;
}

function lanesPart(divergence: DivergenceReport, prefix: PrefixReport, place: PrefixPlace): Markup {
  const text = lanesText(divergence, prefix, plain).join('\n');
  return html`<h4>The events around the cut</h4>
<div class="lanes" data-execution="${place.execution}" data-prefix="${place.prefix}"><pre>${text}</pre></div>`;
}

function enabledPart({ enabled }: PrefixReport): Markup | undefined {
  if (enabled === undefined) return undefined;
  if (enabled.length === 0) return html`<p>No step at all is possible here.</p>`;
  return steps('possible here', enabled);
}
