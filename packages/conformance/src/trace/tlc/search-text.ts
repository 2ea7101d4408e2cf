import type { StepFormulas } from '@synod/compiler';
import type { Config } from '@synod/tla';
import type { EventFormulas } from './event-formulas.js';
import type { EventTables } from './event-tables.js';
import type { Library } from './library.js';
import type { Names } from './names.js';
import { choice, type Table, tupleText } from './table.js';

/** The search as a specification of its own. */
export interface SearchText {
  readonly lines: readonly string[];
  /** The names that its cfg needs. */
  readonly init: string;
  readonly next: string;
  readonly invariant: string;
  /** The variable that has the number of the trace. */
  readonly trace: string;
  /** What the tuples begin with that it prints. */
  readonly tag: string;
}

/** What the search is written from. */
export interface SearchSource {
  readonly formulas: StepFormulas;
  readonly config: Config;
  readonly names: Names;
  readonly library: Library;
  readonly events: EventFormulas;
  readonly tables: EventTables;
}

/** What the search calls things, where the model leaves the name free. */
const wanted = {
  trace: 'trace',
  cut: 'cut',
  own: 'ownStep',
  n: 'n',
  p: 'p',
  q: 'q',
  event: 'event',
  take: 'TakeEvent',
  hide: 'TakeHidden',
  begin: 'Begins',
  events: 'Events',
  needs: 'Needs',
  logs: 'Logs',
  headers: 'Headers',
  complete: 'Complete',
  advance: 'Advance',
  init: 'TraceInit',
  next: 'TraceNext',
  reached: 'Reached',
  tag: 'reached',
} as const;

type Wanted = { readonly [Name in keyof typeof wanted]: string };

/**
 * A state of the search is one of the specification, the number of a trace, a cut of it, and whether the state is the one
 * immediately after an event: those are printed. A step is one that the next event of some process allows, or a hidden
 * one. Behind the last event nothing is of interest any more.
 */
export function searchText(source: SearchSource): SearchText {
  const { formulas, names, tables, events, library } = source;
  const name = Object.fromEntries(
    Object.entries(wanted).map(([key, text]) => [key, names.fresh(text)]),
  ) as Wanted;
  const { trace, cut, own, n, p } = name;
  const chosen = (texts: Table, none: string): string => choice(texts, n, library.less, none);
  const lines = [
    `VARIABLES ${trace}, ${cut}, ${own}`,
    ...events.lines(),
    `${name.take}(${n}) == ${chosen(events.kinds, 'FALSE')}`,
    `${name.hide}(${n}) == ${chosen(events.hidden, 'FALSE')}`,
    `${name.begin}(${n}) == ${chosen(events.initial, 'TRUE')}`,
    `${name.events} == ${tupleText(tables.events.texts)}`,
    `${name.needs} == ${tupleText(tables.needs.texts)}`,
    `${name.logs} == ${linesOf(tables.logs)}`,
    `${name.headers} == ${linesOf(tables.headers)}`,
    `${name.complete} == \\A ${p} \\in DOMAIN ${cut} : ${cut}[${p}] = ${library.length(`${name.logs}[${trace}][${p}]`)}`,
    `${name.init} == ${initText(name, formulas.init)}`,
    `${name.advance}(${p}) == ${advanceText(name, source)}`,
    `${name.next} == ${nextText(name)}`,
    `${name.reached} == ${reachedText(name, source)}`,
  ];
  return { lines, init: name.init, next: name.next, invariant: name.reached, trace, tag: name.tag };
}

function initText({ trace, cut, own, p, begin, logs, headers }: Wanted, init: string): string {
  return [
    `(${init})`,
    `${trace} \\in DOMAIN ${logs}`,
    `${begin}(${headers}[${trace}][1])`,
    `${cut} = [${p} \\in DOMAIN ${logs}[${trace}] |-> 0]`,
    `${own} = TRUE`,
  ].join(' /\\ ');
}

/** The next event of a process is taken. */
function advanceText(name: Wanted, { library }: SearchSource): string {
  const { trace, cut, own, p, q, event, needs } = name;
  const log = `${name.logs}[${trace}][${p}]`;
  const needed = library.atLeast(`${cut}[${q}]`, `${needs}[${event}[2]][${q}]`);
  const taken = [
    `(IF ${event}[2] = 0 THEN TRUE ELSE \\A ${q} \\in DOMAIN ${cut} : ${needed})`,
    `${name.take}(${event}[1])`,
    `${cut}' = [${cut} EXCEPT ![${p}] = ${library.plus('@', '1')}]`,
    `${own}' = TRUE`,
  ].join(' /\\ ');
  const found = `${name.events}[${log}[${library.plus(`${cut}[${p}]`, '1')}]]`;
  return `${library.less(`${cut}[${p}]`, library.length(log))} /\\ (LET ${event} == ${found} IN ${taken})`;
}

function nextText(name: Wanted): string {
  const { trace, cut, own, p } = name;
  const steps = `${name.headers}[${trace}][2]`;
  const hidden = [
    `${steps} # 0`,
    `~${name.complete}`,
    `${name.hide}(${steps})`,
    `${cut}' = ${cut}`,
    `${own}' = FALSE`,
  ].join(' /\\ ');
  return `${trace}' = ${trace} /\\ ((\\E ${p} \\in DOMAIN ${cut} : ${name.advance}(${p})) \\/ (${hidden}))`;
}

function reachedText({ tag, trace, cut, own }: Wanted, { config, formulas, library }: SearchSource): string {
  // TLC looks at the invariant in states outside of the constraint, too.
  const conditions = [...config.constraints, own].join(' /\\ ');
  return `(${conditions}) => ${library.print(tupleText([`"${tag}"`, trace, cut, tupleText(formulas.variables)]))}`;
}

/** A tuple with each element on a line of its own. */
function linesOf(elements: readonly string[]): string {
  return `<<\n${elements.join(',\n')}\n>>`;
}
