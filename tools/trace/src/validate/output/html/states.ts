import type { PrefixReport, StateReport } from '@synod/conformance';
import { readState, shorten, stateDifferences, stateText } from '@synod/conformance/text';
import { number } from '../../../output/table.js';
import { html, type Markup } from './markup.js';

/** The states that are possible after a prefix: the first whole, each other one as what differs, whole on demand. */
export function statesSection({ states, stateCount }: PrefixReport): Markup | undefined {
  const [first, ...others] = states;
  if (first === undefined) return undefined;
  const rest = stateCount - states.length;
  return html`<h4>${stateCount === 1 ? 'The state' : 'The states then possible'} <span class="count">${number(stateCount)}</span></h4>
${whole(first)}
${others.map((state, index) => otherState(first, state, index + 2))}
${rest > 0 ? html`<p>and ${number(rest)} more ${rest === 1 ? 'state' : 'states'}</p>` : undefined}`;
}

function whole(state: StateReport): Markup {
  const values = readState(state);
  const lines =
    values === undefined
      ? Object.entries(state).map(([variable, text]) => `/\\ ${variable} = ${text}`)
      : stateText(values).map((line) => line.slice(4));
  return html`<pre class="state" tabindex="0" aria-label="a state">${lines.join('\n')}</pre>`;
}

function otherState(first: StateReport, state: StateReport, place: number): Markup {
  const lines = stateDifferences(first, state);
  return html`<details><summary>state ${place}: as the first, but <code>${shorten(lines.join(', '), 80)}</code></summary>
<ul class="changes">${lines.map((line) => html`<li><code>${line}</code></li>`)}</ul>
${whole(state)}</details>`;
}
