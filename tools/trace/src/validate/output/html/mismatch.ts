import type { Conjunct, Difference, MismatchReport, NearestReport } from '@synod/conformance';
import { kinds, placeText, setDifference, traceText } from '@synod/conformance/text';
import { type Content, html, type Markup } from './markup.js';
import { sourceLines } from './source.js';
import { steps } from './steps.js';

const opened = html` open`;

/**
 * Why an event does not match: kind, sentence, false conjuncts in their module, the nearest miss, what is possible.
 *
 * @param open whether the lines of the module are seen at once
 */
export function mismatchSection(
  mismatch: MismatchReport,
  sources: ReadonlyMap<string, string>,
  open: boolean,
): Markup {
  const { event, kind, message, conjuncts, nearest, possible } = mismatch;
  const what =
    kind === 'init'
      ? undefined
      : html` <code>${event.text}</code> <span class="place">${placeText(event)}</span>`;
  return html`<article class="why">
<h4><span class="badge">${kinds[kind]}</span>${what}</h4>
<p>${message}</p>
${conjuncts.map((conjunct) => conjunctPart(conjunct, sources, open))}
${nearest === undefined ? undefined : nearestPart(nearest)}
${possible.length === 0 ? undefined : steps(`possible of ${event.action ?? 'any action'}`, possible)}
</article>`;
}

function conjunctPart(conjunct: Conjunct, sources: ReadonlyMap<string, string>, open: boolean): Markup {
  const { text, file, line, bindings, note } = conjunct;
  const bound = Object.entries(bindings ?? {});
  const lines = sourceLines(conjunct, sources);
  return html`<div class="conjunct">
<p><strong>false:</strong> <code>${text}</code>${note === undefined ? undefined : ` (${note})`} <span class="place">${file}:${line}</span></p>
${bound.length === 0 ? undefined : html`<dl class="bindings">${bound.map(([name, value]) => html`<dt><code>${name}</code></dt><dd><code>${value}</code></dd>`)}</dl>`}
${lines === undefined ? undefined : html`<details${open ? opened : undefined}><summary>in the module</summary>${lines}</details>`}
</div>`;
}

function nearestPart({ label, differences }: NearestReport): Markup {
  return html`<h5>nearest miss${label === undefined ? undefined : html`: <code>${label}</code>`}</h5>
<div class="wide" tabindex="0" role="region" aria-label="nearest miss"><table class="diff">
<thead><tr><th scope="col">where</th><th scope="col">the trace says</th><th scope="col">the specification has</th></tr></thead>
<tbody>${differences.map(differenceRow)}</tbody>
</table></div>`;
}

function differenceRow(difference: Difference): Markup {
  const [said, there] = sides(difference);
  return html`<tr><th scope="row"><code>${difference.path}</code></th><td class="said">${said}</td><td class="there">${there}</td></tr>`;
}

/** What the trace says, and what the specification has; of large sets, what differs. */
function sides(difference: Difference): readonly [Content, Content] {
  const { trace, specification } = difference;
  const isLong = traceText(trace).length + (specification ?? '').length > 80;
  const sets = isLong ? setDifference(difference) : undefined;
  if (sets?.type === 'whole') return [alone(sets.onlyTrace), alone(sets.onlySpecification)];
  const said = html`<code>${traceText(trace)}</code>`;
  if (specification === undefined) return [said, 'nothing there'];
  const all = html`<code>${specification}</code>`;
  if (sets === undefined) return [said, all];
  const whole = html`<details><summary>${sets.size} elements</summary>${all}</details>`;
  const closest =
    sets.closest === undefined ? 'nothing like it' : html`most like it: <code>${sets.closest}</code>`;
  return [said, [closest, whole]];
}

function alone(elements: readonly string[]): Content {
  if (elements.length === 0) return 'nothing that the other has not';
  return html`alone:<ul>${elements.map((element) => html`<li><code>${element}</code></li>`)}</ul>`;
}
