import { closingQuote, unescapeLabel } from './dot-label.js';

/** A node line. Offsets are into the text that was given. */
export interface NodeStatement {
  readonly type: 'node';
  readonly id: string;
  /** What the node's label says, and what its tooltip says if it has one, as they stand. */
  readonly label: string;
  readonly tooltip: string | undefined;
  readonly initial: boolean;
  readonly outside: boolean;
}

/** An edge line. */
export interface EdgeStatement {
  readonly type: 'edge';
  readonly from: string;
  readonly to: string;
  /** The label as it stands; nothing if the edge has none. */
  readonly label: string | undefined;
  readonly stuttering: boolean;
}

/** A label that is not closed on this line, or a line that is no statement: where it goes wrong and what belongs there. */
export type BadStatement =
  | { readonly type: 'open' }
  | { readonly type: 'bad'; readonly at: number; readonly expected: string };

const open: BadStatement = { type: 'open' };

/** Attributes behind a label. Few different ones occur in a file, so each is looked at once. */
const attributes = /^(?:,(?:color|fontcolor|style|fillcolor) ?= ?(?:"[\w#]*"|\w+)|, fillcolor=\w+)*\];?$/;

/** Reads the statements of one file. */
export function statementReader(): (
  text: string,
  start: number,
  end: number,
) => NodeStatement | EdgeStatement | BadStatement {
  const known = new Set<string>();
  const attributesFit = (rest: string): boolean => {
    if (known.has(rest)) return true;
    if (!attributes.test(rest)) return false;
    if (known.size < 1000) known.add(rest);
    return true;
  };

  const edge = (text: string, from: string, start: number, end: number): EdgeStatement | BadStatement => {
    const idEnd = skipId(text, start, end);
    if (idEnd < 0) return bad(start, 'the number of a state');
    const to = text.slice(start, idEnd);
    const rest = text.slice(idEnd, Math.min(idEnd + 9, end));
    if (rest === ';') return { type: 'edge', from, to, label: undefined, stuttering: false };
    if (rest === ' [label="') {
      const first = idEnd + 9;
      const quote = closingQuote(text, first, end);
      if (quote < 0) return open;
      if (!attributesFit(text.slice(quote + 1, end))) return bad(quote + 1, 'the attributes of an edge');
      return { type: 'edge', from, to, label: text.slice(first, quote), stuttering: false };
    }
    if (rest === ' [style="' && attributesFit(`,${text.slice(idEnd + 2, end)}`)) {
      return { type: 'edge', from, to, label: undefined, stuttering: true };
    }
    return bad(idEnd, 'the label of an edge');
  };

  const node = (text: string, id: string, start: number, end: number): NodeStatement | BadStatement => {
    const quote = closingQuote(text, start, end);
    if (quote < 0) return open;
    const label = text.slice(start, quote);
    let last = quote;
    let tooltip: string | undefined;
    if (text.startsWith('",tooltip="', quote)) {
      last = closingQuote(text, quote + 11, end);
      if (last < 0) return open;
      tooltip = text.slice(quote + 11, last);
    }
    const rest = text.slice(last + 1, end);
    if (!attributesFit(rest)) return bad(last + 1, 'the attributes of a node');
    const initial = rest === ',style = filled]';
    return { type: 'node', id, label, tooltip, initial, outside: rest.includes('fillcolor=lightyellow') };
  };

  return (text, start, end) => {
    const idEnd = skipId(text, start, end);
    if (idEnd < 0) return bad(start, 'a state, a step or "}"');
    const id = text.slice(start, idEnd);
    if (text.startsWith(' -> ', idEnd)) return edge(text, id, idEnd + 4, end);
    if (text.startsWith(' [label="', idEnd)) return node(text, id, idEnd + 9, end);
    return bad(idEnd, '" -> " or " [label="');
  };
}

function bad(at: number, expected: string): BadStatement {
  return { type: 'bad', at, expected };
}

/** The end of a signed 64-bit number; -1 if there is none. */
function skipId(text: string, start: number, end: number): number {
  let at = text.charCodeAt(start) === 45 ? start + 1 : start;
  const first = at;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c < 48 || c > 57) break;
    at += 1;
  }
  return at === first || at - first > 19 ? -1 : at;
}

/** Each label of a file without its escapes; the same few labels stand on most edges. */
export function labelReader(): (raw: string) => string | undefined {
  const known = new Map<string, string>();
  return (raw) => {
    const seen = known.get(raw);
    if (seen !== undefined) return seen;
    const label = unescapeLabel(raw);
    if (label !== undefined && known.size < 100_000) known.set(` ${raw}`.slice(1), ` ${label}`.slice(1));
    return label;
  };
}
