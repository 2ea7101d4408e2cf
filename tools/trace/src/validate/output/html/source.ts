import type { Conjunct } from '@synod/conformance';
import { html, type Markup } from './markup.js';

/** How many lines of a module are shown on each side of a conjunct. */
const around = 4;

/** Some lines of the module around a conjunct, its own line marked. Nothing if the text is not at hand. */
export function sourceLines(
  { file, line }: Conjunct,
  sources: ReadonlyMap<string, string>,
): Markup | undefined {
  const text = sources.get(file);
  if (text === undefined) return undefined;
  const lines = text.split(/\r?\n/);
  if (line < 1 || line > lines.length) return undefined;
  const first = Math.max(1, line - around);
  const shown = lines.slice(first - 1, line + around);
  const width = String(first + shown.length - 1).length;
  return html`<pre class="source" tabindex="0" aria-label="${file}, lines ${first} to ${first + shown.length - 1}">${shown.map(
    (content, i) => {
      const number = String(first + i).padStart(width);
      const body = html`<span class="number">${number}</span> ${content || ' '}`;
      return first + i === line ? html`<mark>${body}\n</mark>` : html`${body}\n`;
    },
  )}</pre>`;
}
