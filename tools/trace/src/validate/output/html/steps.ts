import { number } from '../../../output/table.js';
import { html, type Markup } from './markup.js';

/** So many steps are shown at once; the others can be opened. */
const most = 40;

function item(label: string): Markup {
  return html`<li><code>${label}</code></li>`;
}

/** Steps as a list, the first of them open. */
export function steps(title: string, labels: readonly string[]): Markup {
  const rest = labels.slice(most);
  return html`<h5>${title} <span class="count">${number(labels.length)}</span></h5>
<ul class="steps">${labels.slice(0, most).map(item)}</ul>
${rest.length === 0 ? undefined : html`<details><summary>${number(rest.length)} more</summary><ul class="steps">${rest.map(item)}</ul></details>`}`;
}
