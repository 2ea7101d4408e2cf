import { type LineReader, messageReader, type TlcMessage } from './messages.js';

/** TLC's own name for itself. */
export interface TlcVersion {
  /** The whole line, `TLC2 Version 2.18 of 20 March 2023`. */
  readonly line: string;
  /** `release`: 2.N with a date. `nightly`: 2.N with question marks for one. `head`: a date for a number. */
  readonly kind: 'release' | 'nightly' | 'head';
  /** `2.18`, or `2026.02.17.123456`. */
  readonly number: string;
}

/** What a run of TLC came to, as far as its output tells. */
export interface TlcOutcome {
  readonly version: TlcVersion | undefined;
  /** How many initial states there are: computed, and of these how many different ones. */
  readonly initial: { readonly generated: number; readonly distinct: number } | undefined;
  readonly counts: TlcCounts | undefined;
  /** The number of states on the longest of the shortest paths from an initial state. */
  readonly depth: number | undefined;
  /** TLC has said that it found no error. */
  readonly success: boolean;
  /** What TLC complains of, in its order and words. */
  readonly errors: readonly string[];
  /** The states of the error trace, each as TLC prints it: a line `1: <Initial predicate>`, then the variables. */
  readonly trace: readonly string[];
}

/** TLC's last line of figures. `left`: states found and not yet looked at. */
export interface TlcCounts {
  readonly generated: number;
  readonly distinct: number;
  readonly left: number;
}

/** Collects the outcome of one run from the lines of its output. */
export interface OutcomeReader extends LineReader {
  readonly outcome: () => TlcOutcome;
}

const version = /^TLC2 Version ((\d+)\.\S+)( of Day Month 20\?\?)?/;
const counts =
  /^([\d,]+) states? generated, ([\d,]+) distinct states? found, ([\d,]+) states? left on queue\.$/;
const depth = /^The depth of the complete state graph search is ([\d,]+)\.$/;
const initialDistinct = /^Finished computing initial states: ([\d,]+) distinct states? generated/;
const initialBoth =
  /^Finished computing initial states: ([\d,]+) states? generated, with ([\d,]+) of them distinct/;

/**
 * A reader of TLC's output, with `-tool` or without: both give the same outcome.
 *
 * @param onProgress hears each of TLC's `Progress` lines, of which there is about one a minute
 */
export function outcomeReader(onProgress?: (text: string) => void): OutcomeReader {
  let result: TlcOutcome = {
    version: undefined,
    initial: undefined,
    counts: undefined,
    depth: undefined,
    success: false,
    errors: [],
    trace: [],
  };
  const reader = messageReader((message) => {
    if (message.text.startsWith('Progress(')) onProgress?.(message.text);
    result = { ...result, ...learnt(message, result) };
  });
  return { ...reader, outcome: () => result };
}

function learnt({ kind, text }: TlcMessage, before: TlcOutcome): Partial<TlcOutcome> {
  if (kind === 'error') return { errors: [...before.errors, text] };
  if (kind === 'state') return { trace: [...before.trace, text] };
  const figures = counts.exec(text);
  if (figures !== null) {
    return {
      counts: { generated: figure(figures[1]), distinct: figure(figures[2]), left: figure(figures[3]) },
    };
  }
  const one = initialDistinct.exec(text);
  if (one !== null) return { initial: { generated: figure(one[1]), distinct: figure(one[1]) } };
  const both = initialBoth.exec(text);
  if (both !== null) return { initial: { generated: figure(both[1]), distinct: figure(both[2]) } };
  const deep = depth.exec(text);
  if (deep !== null) return { depth: figure(deep[1]) };
  if (text.startsWith('Model checking completed. No error has been found.')) return { success: true };
  return learntOfVersion(text);
}

function learntOfVersion(text: string): Partial<TlcOutcome> {
  const match = version.exec(text);
  if (match === null) return {};
  const number = match[1] as string;
  const nightly = match[3] !== undefined;
  const kind = Number(match[2]) > 2000 ? 'head' : nightly ? 'nightly' : 'release';
  return { version: { line: text, kind, number } };
}

function figure(text: string | undefined): number {
  return Number((text ?? '').replaceAll(',', ''));
}

/**
 * Whether TLC has seen all there is to see: it ended with exit code 0, says that it found no error, and has no
 * state left to look at. Anything less and its figures, and what it exported, are of a part only.
 */
export function isComplete(outcome: TlcOutcome, exitCode: number): boolean {
  return exitCode === 0 && outcome.success && outcome.errors.length === 0 && outcome.counts?.left === 0;
}
