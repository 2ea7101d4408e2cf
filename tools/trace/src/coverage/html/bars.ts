import type { CoverageCount } from '@synod/conformance';
import { number } from '@synod/conformance/text';
import { html, type Markup } from '../../validate/output/html/markup.js';
import { percentText } from '../percent.js';

/** What a row of a table of counts is about. */
export interface CountRow {
  readonly name: string;
  readonly count: CoverageCount;
  readonly note?: string;
}

/** A row for each: a bar, how many there are, how many were taken and how many perhaps. */
export function countTable(title: string, rows: readonly CountRow[]): Markup {
  return html`<div class="wide" tabindex="0" role="region" aria-label="by ${title}"><table class="counts">
<thead><tr><th scope="col">${title}</th><th scope="col">taken</th><th scope="col" class="number">%</th><th scope="col" class="number">taken of</th><th scope="col" class="number">perhaps</th></tr></thead>
<tbody>${rows.map(countRow)}</tbody>
</table></div>`;
}

function countRow({ name, count, note = '' }: CountRow): Markup {
  const said =
    note === '' ? undefined : html` <span class="verdict note ${marks[note] ?? 'unknown'}">${note}</span>`;
  return html`<tr><th scope="row">${name}${said}</th><td class="wide-bar">${bar(count)}</td><td class="number">${percentText(count)}</td><td class="number">${number(count.taken)} of ${number(count.total)}</td><td class="number">${number(count.perhaps)}</td></tr>\n`;
}

const marks: { readonly [note: string]: string } = { 'never taken': 'bad' };

/** What was taken, then what may have been, of the whole width. */
function bar({ total, taken, perhaps }: CoverageCount): Markup {
  const share = (part: number): string => (total === 0 ? '0%' : `${((part * 100) / total).toFixed(3)}%`);
  const text = `${number(taken)} of ${number(total)} taken, ${number(perhaps)} perhaps`;
  return html`<svg class="bar" role="img" aria-label="${text}"><rect class="taken" width="${share(taken)}" height="100%"></rect><rect class="perhaps" x="${share(taken)}" width="${share(perhaps)}" height="100%"></rect></svg>`;
}

/** What the colours of the bars mean. */
export const key: Markup = html`<p class="key meta">${['taken', 'perhaps', 'never'].map(
  (kind) =>
    html`<span><svg aria-hidden="true"><rect class="${kind}" width="100%" height="100%"></rect></svg>${
      { taken: 'surely taken', perhaps: 'perhaps taken', never: 'not taken' }[kind]
    }</span>`,
)}</p>`;
