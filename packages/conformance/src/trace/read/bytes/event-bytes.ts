import { TupleTable } from '@synod/spec';
import type { Json } from '@synod/tla';
import type { Said } from '../../event-log.js';
import type { Pattern } from '../../pattern.js';
import { readPattern } from '../../read-pattern.js';
import type { EventParameters, Observation, TraceEvent } from '../../trace.js';
import { field as at, EventFields, type Guess } from './event-fields.js';
import { nameEnd, type Span, scanValue, skipBlanks, wholeNumber } from './json-bytes.js';
import { KnownValues } from './known-values.js';

/** How many bytes are kept of parameters, of observations and of values each. */
const mostBytes = 48 * 1024 * 1024;

const nothing: Observation = new Map();

/**
 * Reads events from the bytes of their lines, where the lines are such as programs write them; what is new in a line is
 * learned from the event that was parsed of it. Never reads what a parser would refuse, or reads it otherwise.
 */
export class EventBytes {
  /** What the events say, by number. */
  readonly said: Said[] = [];
  /** Of the line read last. */
  process: string | undefined;
  /** -1 if it has none. */
  seq = -1;
  readonly #fields = new EventFields();
  readonly #texts = new KnownValues<string>(mostBytes);
  readonly #parameters = new KnownValues<EventParameters>(mostBytes);
  readonly #observations = new KnownValues<Observation>(mostBytes);
  readonly #values = new KnownValues<Pattern>(mostBytes);
  readonly #tuples = new TupleTable(4);
  readonly #tuple = new Int32Array(4);
  readonly #span: Span = { end: 0, hash: 0 };
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #others = 0;

  /** The number of what the event in the line from `start` to `end` says; -1 if the line is to be parsed. */
  read(bytes: Uint8Array, start: number, end: number): number {
    if (!this.#fields.find(bytes, start, end, this.#guess)) return -1;
    const { starts } = this.#fields;
    const [action, params] = [this.#find(at.action, bytes), this.#find(at.params, bytes)];
    const process = this.#find(at.process, bytes);
    if (action < -1 || params < -1 || process < -1 || (params >= 0 && action < 0)) return -1;
    this.seq = -1;
    if ((starts[at.seq] as number) >= 0) {
      this.seq = wholeNumber(bytes, starts[at.seq] as number, (this.#fields.spans[at.seq] as Span).end);
      if (this.seq < 0) return -1;
    }
    if ((starts[at.meta] as number) >= 0 && !this.#isJson(bytes, at.meta)) return -1;
    const state = this.#observation(at.state, bytes);
    const derived = this.#observation(at.derived, bytes);
    if (state < -1 || derived < -1) return -1;
    if (action < 0 && this.#sizeOf(state) === 0 && this.#sizeOf(derived) === 0) return -1;
    this.process = process < 0 ? undefined : this.#texts.at(process);
    return this.#number(action, params, state, derived);
  }

  /** Learns from an event that was parsed from a line. Returns the number of what it says. */
  learn(bytes: Uint8Array, start: number, end: number, event: TraceEvent): number {
    const { action, parameters, state, derived, process } = event;
    if (!this.#fields.find(bytes, start, end, this.#guess)) return this.#other(event);
    const numbers = [
      this.#add(at.action, bytes, this.#texts, action),
      this.#add(at.params, bytes, this.#parameters, parameters),
      this.#add(at.state, bytes, this.#observations, state),
      this.#add(at.derived, bytes, this.#observations, derived),
    ] as const;
    this.#add(at.process, bytes, this.#texts, process);
    return numbers.some((number) => number < -1) ? this.#other(event) : this.#number(...numbers);
  }

  /** The number of what stands in a field; -1 if the event does not have it, -2 if it is not known. */
  #find(field: number, bytes: Uint8Array): number {
    const start = this.#fields.starts[field] as number;
    if (start < 0) return -1;
    const known = this.#fields.known[field] as number;
    if (known >= 0) return known;
    const number = this.#table(field).find(bytes, start, this.#fields.spans[field] as Span);
    return number < 0 ? -2 : number;
  }

  #add<T>(field: number, bytes: Uint8Array, table: KnownValues<T>, value: T | undefined): number {
    const found = this.#find(field, bytes);
    if (found !== -2 || value === undefined) return found;
    const number = table.add(
      bytes,
      this.#fields.starts[field] as number,
      this.#fields.spans[field] as Span,
      value,
    );
    return number < 0 ? -2 : number;
  }

  #table(field: number): Pick<KnownValues<unknown>, 'find' | 'again'> {
    if (field === at.action || field === at.process) return this.#texts;
    return field === at.params ? this.#parameters : this.#observations;
  }

  readonly #guess: Guess = (field, bytes, start, span) =>
    field > at.derived ? -1 : this.#table(field).again(bytes, start, span);

  #number(action: number, params: number, state: number, derived: number): number {
    this.#tuple.set([action, params, state, derived]);
    const number = this.#tuples.add(this.#tuple);
    if (number < this.said.length) return number;
    this.said.push({
      action: action < 0 ? undefined : this.#texts.at(action),
      parameters: params < 0 ? undefined : this.#parameters.at(params),
      state: state < 0 ? nothing : this.#observations.at(state),
      derived: derived < 0 ? nothing : this.#observations.at(derived),
    });
    return number;
  }

  /** A number for what is said in a line that nothing was learned from. */
  #other({ action, parameters, state, derived }: Said): number {
    this.#tuple.set([-3, this.#others++, 0, 0]);
    this.said.push({ action, parameters, state, derived });
    return this.#tuples.add(this.#tuple);
  }

  #sizeOf(observation: number): number {
    return observation < 0 ? 0 : this.#observations.at(observation).size;
  }

  /** The number of an observation, which may be put together from values that are known. */
  #observation(field: number, bytes: Uint8Array): number {
    const found = this.#find(field, bytes);
    if (found !== -2) return found;
    const start = this.#fields.starts[field] as number;
    const span = this.#fields.spans[field] as Span;
    const observation = this.#members(bytes, start, span.end);
    if (observation === undefined) return -2;
    const number = this.#observations.add(bytes, start, span, observation);
    return number < 0 ? -2 : number;
  }

  #members(bytes: Uint8Array, start: number, end: number): Observation | undefined {
    const observation = new Map<string, Pattern>();
    let i = bytes[start] === 123 ? skipBlanks(bytes, start + 1) : end;
    while (i < end && bytes[i] === 34) {
      const close = nameEnd(bytes, i, end);
      if (close < 0) return undefined;
      const name = String.fromCharCode(...bytes.subarray(i + 1, close));
      // Parsed objects have numbers first, and what is called __proto__ is no field.
      if (!/^[A-Za-z]/.test(name) || observation.has(name)) return undefined;
      i = skipBlanks(bytes, close + 1);
      if (bytes[i] !== 58) return undefined;
      i = skipBlanks(bytes, i + 1);
      const value = this.#value(bytes, i, end);
      if (value === undefined) return undefined;
      observation.set(name, value);
      i = skipBlanks(bytes, this.#span.end);
      if (bytes[i] === 125) return i + 1 === end ? observation : undefined;
      if (bytes[i] !== 44) return undefined;
      i = skipBlanks(bytes, i + 1);
    }
    return undefined;
  }

  #value(bytes: Uint8Array, start: number, limit: number): Pattern | undefined {
    const span = this.#span;
    if (!scanValue(bytes, start, limit, span)) return undefined;
    const known = this.#values.find(bytes, start, span);
    if (known >= 0) return this.#values.at(known);
    try {
      const json = JSON.parse(this.#decoder.decode(bytes.subarray(start, span.end))) as Json;
      const pattern = readPattern(json, '', {});
      this.#values.add(bytes, start, span, pattern);
      return pattern;
    } catch {
      // Whoever parses the line says what is wrong, and where.
      return undefined;
    }
  }

  #isJson(bytes: Uint8Array, field: number): boolean {
    const text = bytes.subarray(this.#fields.starts[field], (this.#fields.spans[field] as Span).end);
    try {
      JSON.parse(this.#decoder.decode(text));
      return true;
    } catch {
      return false;
    }
  }
}
