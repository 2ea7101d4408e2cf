import { byteBlocks, strictDecoder } from './bytes/blocks.js';
import { DotLines, type EdgeTail, type NodeTail } from './bytes/dot-lines.js';
import { LabelReader } from './bytes/label-reader.js';
import { NodeChecks } from './bytes/node-checks.js';
import { type Chunks, emptyFile, notUtf8 } from './chunks.js';
import { openLabel, syntax } from './dot.js';
import { type DotFrame, dotFrame } from './dot-frame.js';
import { action, judge, labelText, newTally, type Tally } from './dot-graph.js';
import { statementReader } from './dot-statement.js';
import type { DotEdgeKind, DotNode, DotOptions, DotSummary } from './dot-types.js';
import type { TlaValue } from './value.js';

/** What is done with a graph whose states are wanted as values. Edges may come before the nodes that they lead to. */
export interface DotValuesHandler {
  /** The variables, in the order in which a state's values are: once, before the first state. */
  variables?(names: readonly string[]): void;
  /**
   * A state, once.
   *
   * @param node its number: states are numbered from 0 as they are first named, by a node line or an edge
   * @param values of the variables; those that were read before are mostly the same objects
   */
  node(node: number, values: readonly TlaValue[], initial: boolean, more: DotNode): void;
  /** A line of the file, as `DotHandler` has it. Equal labels are mostly the same string. */
  edge(from: number, to: number, label: string | undefined, kind: DotEdgeKind): void;
}

/** How such a graph is read. */
export interface DotValuesOptions extends DotOptions {
  /** The variables in the order wanted, which must be those of the states. Nothing: by their names. */
  readonly variables?: readonly string[] | undefined;
}

/**
 * Reads what `readDot` reads, several times as fast, with states as values: lines are read from their bytes, and what
 * stands there again and again, variables' values, messages in them, labels, is parsed once.
 *
 * @throws InputError as `readDot` does; for a state with other variables, or which cannot be read
 */
export async function readDotValues(
  chunks: Chunks,
  handler: DotValuesHandler,
  options: DotValuesOptions = {},
): Promise<DotSummary> {
  const reader = new ValuesReader(handler, options);
  for await (const block of byteBlocks(chunks, options.file)) reader.block(block);
  return reader.finish();
}

/** Reads the blocks of a file, each of which ends behind a newline, but perhaps the last. */
class ValuesReader {
  readonly #handler: DotValuesHandler;
  readonly #options: DotValuesOptions;
  readonly #frame: DotFrame;
  readonly #states: LabelReader;
  readonly #checks: NodeChecks;
  readonly #lines: DotLines;
  readonly #tally: Tally = newTally();
  readonly #decode = strictDecoder();
  readonly #statement = statementReader();
  #line = 0;
  #aliased = false;
  /** A statement whose label goes on in the next line, as the labels of `constrained` do. */
  #pending: { readonly text: string; readonly line: number; readonly lines: number } | undefined;

  constructor(handler: DotValuesHandler, options: DotValuesOptions) {
    this.#handler = handler;
    this.#options = options;
    this.#frame = dotFrame(options.file);
    this.#states = new LabelReader(options.variables);
    this.#checks = new NodeChecks(options.file);
    this.#lines = new DotLines(this.#checks.ids, this.#states, {
      node: (node, tail) => this.#node(node, tail, this.#line),
      edge: (from, to, tail) => this.#edge(from, to, tail, this.#line),
    });
  }

  block(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      this.#line += 1;
      const isStatement = this.#pending === undefined && this.#frame.inBody();
      const next = isStatement ? this.#lines.read(bytes, at) : -1;
      if (next >= 0) {
        this.#frame.passed(this.#line);
        at = next;
        continue;
      }
      const found = bytes.indexOf(10, at);
      const end = found < 0 ? bytes.length : found;
      this.#text(bytes.subarray(at, end));
      at = end + 1;
    }
  }

  finish(): DotSummary {
    const { file } = this.#options;
    if (this.#line === 0) throw emptyFile(file);
    if (this.#pending !== undefined) throw openLabel(file, this.#pending.line);
    this.#frame.finish();
    const summary = { ...this.#tally, writer: this.#frame.writer() };
    judge(summary, this.#checks, this.#options, this.#aliased);
    return summary;
  }

  /** A state, whose values have been read. */
  #node(node: number, { initial, outside }: NodeTail, line: number, alias?: string): void {
    const tally = this.#tally;
    if (tally.nodes === 0) this.#handler.variables?.(this.#states.variables);
    if (this.#checks.node(node, this.#states.hash, line)) return;
    tally.nodes += 1;
    if (initial) tally.initial += 1;
    if (outside) tally.outside += 1;
    const place = { file: this.#options.file, line, inOneLine: true };
    this.#handler.node(node, this.#states.values, initial, { alias, outside, place });
  }

  #edge(from: number, to: number, { label, kind }: EdgeTail, line: number): void {
    this.#checks.edge(from, to, line);
    if (kind === 'step') this.#tally.edges += 1;
    else this.#tally[kind] += 1;
    this.#handler.edge(from, to, label, kind);
  }

  /** A line that is not read from its bytes. */
  #text(bytes: Uint8Array): void {
    const text = this.#decode(bytes.at(-1) === 13 ? bytes.subarray(0, -1) : bytes);
    const pending = this.#pending;
    if (text === undefined) throw notUtf8(this.#options.file);
    if (pending !== undefined) this.#textOf(`${pending.text}\n${text}`, pending.line);
    else if (this.#frame.isStatement(text, 0, text.length, this.#line)) this.#textOf(text, this.#line);
  }

  #textOf(text: string, line: number): void {
    const { file } = this.#options;
    const result = this.#statement(text, 0, text.length);
    if (result.type === 'open') {
      this.#pending = { text, line, lines: (this.#pending?.lines ?? 0) + 1 };
      if (this.#pending.lines > 100 || text.length > 10_000_000) throw openLabel(file, line);
      return;
    }
    this.#pending = undefined;
    if (result.type === 'bad') throw syntax(file, line, result.at + 1, result.expected);
    const { ids } = this.#checks;
    if (result.type === 'node') {
      const state = result.tooltip ?? result.label;
      const alias = result.label === state ? undefined : labelText(result.label, file, line);
      if (alias !== undefined) this.#aliased = true;
      this.#states.readText(labelText(state, file, line), { file, line, inOneLine: true });
      this.#node(ids.parse(result.id), result, line, alias);
    } else {
      const label = result.label === undefined ? undefined : labelText(result.label, file, line);
      const from = ids.parse(result.from);
      this.#edge(from, ids.parse(result.to), action(label, result.stuttering), line);
    }
  }
}
