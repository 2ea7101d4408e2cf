/** Text that is HTML already. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in HTML: text, which is escaped, and markup, which is not. */
export type Content = string | number | undefined | Markup | readonly Content[];

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose values are escaped unless they are markup: what comes from a trace cannot become an element. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return {
    markup: strings.map((text, i) => text + (i < values.length ? render(values[i]) : '')).join(''),
  };
}

function render(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return content.replace(/[&<>"']/g, (c) => entities[c] ?? c);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map(render).join('');
}

/** Data for a script element: no text in it can end the element. */
export function scriptData(data: unknown): Markup {
  return { markup: JSON.stringify(data).replaceAll('<', '\\u003c') };
}
