// As much of HTML and of a browser's DOM as the page of `synod validate --html` needs, so that its structure and its
// script can be tested where there is no browser. Stricter than a browser: every element must be closed.

const voids = new Set(['meta']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Reads a page. Throws if it is not well formed, or has an entity or a way of writing attributes that it should not. */
export function parsePage(text: string): PageElement {
  const top = new PageElement('#document');
  let open = top;
  let at = text.indexOf('\n') + 1;
  while (at < text.length) {
    if (text[at] !== '<') {
      const end = text.indexOf('<', at);
      open.append(decode(text.slice(at, end < 0 ? text.length : end)));
      at = end < 0 ? text.length : end;
      continue;
    }
    const tag = /^<(\/?)([a-z0-9]+)((?: [a-z-]+(?:="[^"<>]*")?)*)>/.exec(text.slice(at, at + 5000));
    if (tag === null) throw new Error(`no tag: ${text.slice(at, at + 60)}`);
    const [whole, slash, name = '', attributes = ''] = tag;
    at += whole.length;
    if (slash === '/') {
      if (open.tag !== name) throw new Error(`</${name}> closes <${open.tag}>: ${text.slice(at - 80, at)}`);
      open = open.parent as PageElement;
      continue;
    }
    const made = new PageElement(name);
    for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)) {
      made.setAttribute(attribute, decode(value));
    }
    open.append(made);
    if (name === 'script' || name === 'style') {
      const end = text.indexOf(`</${name}`, at);
      made.append(text.slice(at, end));
      at = end + name.length + 3;
    } else if (!voids.has(name)) open = made;
  }
  if (open !== top) throw new Error(`<${open.tag}> is not closed`);
  return top;
}

function decode(text: string): string {
  return text.replace(/&([^;]*);?/g, (_, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`&${name} is not escaped`);
    return character;
  });
}

type Listener = (event: Record<string, unknown>) => void;

/** An element, as far as the page's script uses it. */
export class PageElement {
  readonly tag: string;
  readonly attributes: Map<string, string> = new Map();
  nodes: (PageElement | string)[] = [];
  parent: PageElement | undefined;
  readonly style: Record<string, unknown> = { setProperty: () => undefined };
  readonly dataset: Record<string, string>;
  hidden = false;
  focused = false;
  [property: string]: unknown;
  readonly #listeners: [string, Listener][] = [];

  constructor(tag: string) {
    this.tag = tag;
    this.dataset = new Proxy({} as Record<string, string>, {
      get: (_, name) => this.attributes.get(`data-${String(name)}`),
      set: (_, name, value) => this.attributes.set(`data-${String(name)}`, String(value)) !== undefined,
    });
  }

  get className(): string {
    return this.attributes.get('class') ?? '';
  }
  set className(value: string) {
    this.attributes.set('class', value);
  }
  get id(): string {
    return this.attributes.get('id') ?? '';
  }
  set id(value: string) {
    this.attributes.set('id', value);
  }
  get textContent(): string {
    return this.nodes.map((node) => (typeof node === 'string' ? node : node.textContent)).join('');
  }
  set textContent(text: string) {
    this.nodes = [text];
  }
  get children(): PageElement[] {
    return this.nodes.filter((node) => typeof node !== 'string');
  }
  get firstChild(): PageElement | string | undefined {
    return this.nodes[0];
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(...nodes: (PageElement | string)[]): void {
    this.nodes.push(...nodes);
    for (const node of nodes) if (typeof node !== 'string') node.parent = this;
  }
  prepend(...nodes: (PageElement | string)[]): void {
    this.nodes.unshift(...nodes);
    for (const node of nodes) if (typeof node !== 'string') node.parent = this;
  }
  replaceChildren(...nodes: (PageElement | string)[]): void {
    this.nodes = [];
    this.append(...nodes);
  }
  all(): PageElement[] {
    return this.children.flatMap((child) => [child, ...child.all()]);
  }
  matches(selector: string): boolean {
    const [tag = '', ...classes] = selector.split('.');
    const own = this.className.split(' ');
    return (tag === '' || tag === this.tag) && classes.every((name) => own.includes(name));
  }
  querySelectorAll(selector: string): PageElement[] {
    const direct = selector.startsWith(':scope > ');
    const from = direct ? this.children : this.all();
    return from.filter((element) => element.matches(selector.replace(':scope > ', '')));
  }
  querySelector(selector: string): PageElement | null {
    return this.querySelectorAll(selector)[0] ?? null;
  }
  closest(selector: string): PageElement | null {
    return this.matches(selector) ? this : (this.parent?.closest(selector) ?? null);
  }
  addEventListener(type: string, listener: Listener): void {
    this.#listeners.push([type, listener]);
  }
  focus(): void {
    this.focused = true;
  }
  /** Something that a reader does here. It bubbles. */
  dispatch(type: string, event: Record<string, unknown> = {}): void {
    const whole = { target: this, preventDefault: () => undefined, ...event };
    for (const [listened, listener] of this.#listeners) if (listened === type) listener(whole);
    this.parent?.dispatch(type, whole);
  }
}
