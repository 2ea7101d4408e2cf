import { type Chunks, eachLine, type ReadOptions } from './chunks.js';
import { type DotCheck, dotCheck } from './dot-check.js';
import { hashOf, unescapeLabel } from './dot-label.js';
import { type EdgeStatement, labelReader, type NodeStatement, statementReader } from './dot-statement.js';
import { type DotFrame, dotFrame } from './dot-frame.js';
import { InputError, type Place } from './error.js';

/** What else a node line says. */
export interface DotNode {
  /** The label, where it is not the state: what ALIAS made of it. */
  readonly alias: string | undefined;
  /** Whether a CONSTRAINT excludes the state; such states are only printed with the option `constrained`. */
  readonly outside: boolean;
  readonly place: Place;
}

/** What kind of step an edge line is: a step; one that is no step, drawn for liveness; one out of the model. */
export type DotEdgeKind = 'step' | 'stuttering' | 'excluded';

/** What is done with a graph. Edges may come before the nodes that they lead to. */
export interface DotHandler {
  /** A state, once. `text` is as `stateReader` and `parseState` take it. */
  node(id: string, text: string, initial: boolean, more: DotNode): void;
  /**
   * A line of the file: one for every successor that TLC generated. `label` is the action's name, with its
   * arguments in parentheses if TLC printed them; nothing without the option `actionlabels`.
   */
  edge(from: string, to: string, label: string | undefined, kind: DotEdgeKind): void;
}

/** How a graph is read. */
export interface DotOptions extends ReadOptions {
  /** What TLC counted, if it is known: a graph that has not as many states or steps is refused. */
  readonly counts?: DotCounts | undefined;
  /** Read a graph whose initial states are only printed as ALIAS makes them; otherwise it is refused. */
  readonly alias?: boolean | undefined;
}

/** Numbers from the end of TLC's own output. */
export interface DotCounts {
  /** Distinct states. */
  readonly distinct: number;
  /** States generated, the initial ones included; leave it out if the model has constraints. */
  readonly generated?: number | undefined;
}

/** What was in the file. */
export interface DotSummary {
  /** Which TLC wrote it: one of the 1.7 releases, or a later one. */
  readonly writer: '1.7' | 'head';
  readonly nodes: number;
  readonly initial: number;
  /** Lines that are steps, those that stutter or leave the model not counted. */
  readonly edges: number;
  readonly stuttering: number;
  /** States that a constraint excludes, and the steps to them. */
  readonly outside: number;
  readonly excluded: number;
  /** States that no step leaves. Where TLC checked for deadlock, they were never expanded. */
  readonly terminal: number;
}

/**
 * Reads the graph that TLC writes with `-dump dot[,actionlabels,colorize,…] FILE`, in TLC 1.7.x and in later
 * versions.
 *
 * @throws InputError for what is no such file, is cut, has a step without its state or a state with two
 *   values, has not the counts given, was made with `strict` as far as that shows, or shows its initial states
 *   as ALIAS makes them. What does not show in a file: SYMMETRY, VIEW and a run that stopped early. Give counts,
 *   and look at the cfg.
 */
export async function readDot(
  chunks: Chunks,
  handler: DotHandler,
  options: DotOptions = {},
): Promise<DotSummary> {
  const { file } = options;
  const frame = dotFrame(file);
  const check = dotCheck(file);
  const graph = graphReader(handler, check, options);
  const statement = statementReader();
  /** A statement whose label goes on in the next line, as the labels of `constrained` do. */
  let pending: { text: string; line: number; lines: number } | undefined;

  const read = (text: string, start: number, end: number, line: number): void => {
    const result = statement(text, start, end);
    if (result.type === 'node') graph.node(result, line);
    else if (result.type === 'edge') graph.edge(result, line);
    else if (result.type === 'bad') throw syntax(file, line, result.at - start + 1, result.expected);
    else {
      if (pending === undefined) pending = { text: '', line, lines: 0 };
      pending = { text: text.slice(start, end), line, lines: pending.lines + 1 };
      if (pending.lines > 100 || pending.text.length > 10_000_000) throw openLabel(file, line);
      return;
    }
    pending = undefined;
  };

  await eachLine(chunks, file, (block, start, end, line) => {
    if (pending !== undefined) {
      const text = `${pending.text}\n${block.slice(start, end)}`;
      read(text, 0, text.length, pending.line);
    } else if (frame.isStatement(block, start, end, line)) {
      read(block, start, end, line);
    }
  });
  if (pending !== undefined) throw openLabel(file, pending.line);
  frame.finish();
  return graph.finish(frame);
}

function syntax(file: string | undefined, line: number, column: number, expected: string): InputError {
  return new InputError('dot-syntax', `Expected ${expected}.`, { file, line, column });
}

function openLabel(file: string | undefined, line: number): InputError {
  const message = 'A label is not closed: TLC was stopped, or the file was cut. Export again.';
  return new InputError('dot-cut', message, { file, line });
}

/** Hands statements on, and counts them. */
function graphReader(
  handler: DotHandler,
  check: DotCheck,
  options: DotOptions,
): {
  node(node: NodeStatement, line: number): void;
  edge(edge: EdgeStatement, line: number): void;
  finish(frame: DotFrame): DotSummary;
} {
  const { file, counts } = options;
  const labels = labelReader();
  let [nodes, initial, edges, stuttering, outside, excluded] = [0, 0, 0, 0, 0, 0];
  let aliased = false;
  const text = (raw: string, line: number): string => {
    const result = unescapeLabel(raw);
    if (result !== undefined) return result;
    throw new InputError('dot-syntax', 'A label has an escape other than \\n, \\" and \\\\.', { file, line });
  };
  const node = (statement: NodeStatement, line: number): void => {
    const { label, tooltip } = statement;
    const state = tooltip ?? label;
    const { id, again } = check.node(statement.id, hashOf(state, 0, state.length), line);
    if (again) return;
    nodes += 1;
    if (statement.initial) initial += 1;
    if (statement.outside) outside += 1;
    const alias = label === state ? undefined : text(label, line);
    if (alias !== undefined) aliased = true;
    const more = { alias, outside: statement.outside, place: { file, line, inOneLine: true } };
    handler.node(id, text(state, line), statement.initial, more);
  };
  const edge = (statement: EdgeStatement, line: number): void => {
    const { from, to } = check.edge(statement, line);
    const raw =
      statement.label === undefined ? undefined : (labels(statement.label) ?? text(statement.label, line));
    // A step that a constraint excludes has the constraint's place on a line of its own.
    const cut = raw?.indexOf('\n') ?? -1;
    const label = cut < 0 ? raw : raw?.slice(0, cut);
    const kind = statement.stuttering ? 'stuttering' : cut < 0 ? 'step' : 'excluded';
    if (kind === 'stuttering') stuttering += 1;
    else if (kind === 'excluded') excluded += 1;
    else edges += 1;
    handler.edge(from, to, label === '' ? undefined : label, kind);
  };
  const finish = (frame: DotFrame): DotSummary => {
    const { terminal, repeats, selfLoops } = check.finish();
    const summary = {
      writer: frame.writer(),
      nodes,
      initial,
      edges,
      stuttering,
      outside,
      excluded,
      terminal,
    };
    if (nodes === 0)
      throw new InputError('dot-empty', 'The graph has no state: TLC found no initial one.', { file });
    if (counts) compareCounts(summary, counts, file);
    const suspicious = summary.writer === 'head' && !repeats && terminal > 0 && selfLoops === 1;
    if (suspicious && counts?.generated === undefined) {
      const message =
        'TLC seems to have dropped steps (its option "strict"), or to have stopped early. Export without ' +
        '"strict", or give the counts of the run.';
      throw new InputError('dot-strict', message, { file });
    }
    if (aliased && options.alias !== true) {
      const message = 'The states are printed as ALIAS makes them (or as differences): export without it.';
      throw new InputError('dot-alias', message, { file });
    }
    return summary;
  };
  return { node, edge, finish };
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
