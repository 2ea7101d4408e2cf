import { type DotCheck, dotCheck } from './dot-check.js';
import { hashOf, unescapeLabel } from './dot-label.js';
import { type EdgeStatement, labelReader, type NodeStatement } from './dot-statement.js';
import type { DotCounts, DotEdgeKind, DotHandler, DotOptions, DotSummary } from './dot-types.js';
import { InputError } from './error.js';

/** Hands statements on, and counts them. */
export interface GraphReader {
  node(node: NodeStatement, line: number): void;
  edge(edge: EdgeStatement, line: number): void;
  /** At the end of the file: what was in it. Fails if that is not to be trusted. */
  finish(writer: '1.7' | 'head'): DotSummary;
}

/** A summary that is being counted. */
export type Tally = { -readonly [Field in keyof DotSummary]: DotSummary[Field] };

/** A summary of nothing. */
export function newTally(): Tally {
  return {
    writer: '1.7',
    nodes: 0,
    initial: 0,
    edges: 0,
    stuttering: 0,
    outside: 0,
    excluded: 0,
    terminal: 0,
  };
}

/**
 * The text of a label.
 *
 * @throws InputError for an escape that TLC does not write
 */
export function labelText(raw: string, file: string | undefined, line: number): string {
  const result = unescapeLabel(raw);
  if (result !== undefined) return result;
  throw new InputError('dot-syntax', 'A label has an escape other than \\n, \\" and \\\\.', { file, line });
}

/** What becomes of the statements of one file. */
export function graphReader(handler: DotHandler, options: DotOptions): GraphReader {
  const { file } = options;
  const check = dotCheck(file);
  const labels = labelReader();
  const tally = newTally();
  let aliased = false;
  const text = (raw: string, line: number): string => labelText(raw, file, line);
  return {
    node({ id: number, label, tooltip, initial, outside }, line) {
      const state = tooltip ?? label;
      const { id, again } = check.node(number, hashOf(state, 0, state.length), line);
      if (again) return;
      tally.nodes += 1;
      if (initial) tally.initial += 1;
      if (outside) tally.outside += 1;
      const alias = label === state ? undefined : text(label, line);
      if (alias !== undefined) aliased = true;
      handler.node(id, text(state, line), initial, {
        alias,
        outside,
        place: { file, line, inOneLine: true },
      });
    },
    edge(edge, line) {
      const { from, to } = check.edge(edge, line);
      const raw = edge.label === undefined ? undefined : (labels(edge.label) ?? text(edge.label, line));
      const { label, kind } = action(raw, edge.stuttering);
      if (kind === 'step') tally.edges += 1;
      else tally[kind] += 1;
      handler.edge(from, to, label, kind);
    },
    finish(writer) {
      const summary = { ...tally, writer };
      judge(summary, check, options, aliased);
      return summary;
    },
  };
}

/** What the label of an edge says. A step that a constraint excludes has the constraint's place on a line of its own. */
export function action(
  label: string | undefined,
  stuttering: boolean,
): { label: string | undefined; kind: DotEdgeKind } {
  const cut = label?.indexOf('\n') ?? -1;
  const name = cut < 0 ? label : label?.slice(0, cut);
  const kind = stuttering ? 'stuttering' : cut < 0 ? 'step' : 'excluded';
  return { label: name === '' ? undefined : name, kind };
}

/** Whether what a file had is to be trusted, as far as that shows at its end. */
export function judge(
  summary: Tally,
  check: Pick<DotCheck, 'finish'>,
  { file, counts, alias }: DotOptions,
  aliased: boolean,
): void {
  const { terminal, repeats, selfLoops } = check.finish();
  summary.terminal = terminal;
  if (summary.nodes === 0) {
    throw new InputError('dot-empty', 'The graph has no state: TLC found no initial one.', { file });
  }
  if (counts) compareCounts(summary, counts, file);
  const suspicious = summary.writer === 'head' && !repeats && terminal > 0 && selfLoops === 1;
  if (suspicious && counts?.generated === undefined) {
    const message =
      'TLC seems to have dropped steps (its option "strict"), or to have stopped early. Export without ' +
      '"strict", or give the counts of the run.';
    throw new InputError('dot-strict', message, { file });
  }
  if (aliased && alias !== true) {
    const message = 'The states are printed as ALIAS makes them (or as differences): export without it.';
    throw new InputError('dot-alias', message, { file });
  }
}

function compareCounts(summary: DotSummary, counts: DotCounts, file: string | undefined): void {
  const inside = summary.nodes - summary.outside;
  const compare = (what: string, actual: number, expected: number): void => {
    if (actual === expected) return;
    const message =
      `The graph has ${actual} ${what}, TLC counted ${expected}: the file is incomplete, or of another run ` +
      '(the option "strict" drops steps too).';
    throw new InputError('dot-counts', message, { file });
  };
  compare('states', inside, counts.distinct);
  if (counts.generated !== undefined)
    compare('initial states and steps', summary.initial + summary.edges, counts.generated);
}
