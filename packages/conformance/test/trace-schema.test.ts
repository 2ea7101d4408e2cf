import { readFileSync } from 'node:fs';
import { InputError } from '@synod/tla';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { random } from '../../tla/fuzz/random.js';
import { eventSchema, headerSchema } from '../src/trace/read/line-schema.js';
import { patternReader } from '../src/trace/read/pattern-reader.js';
import { readEvent } from '../src/trace/read/read-event.js';
import { readHeader } from '../src/trace/read/read-header.js';
import { readTrace } from '../src/trace/read/read-trace.js';
import { observedValue, wholeValue } from '../src/trace/read/value-schema.js';
import { type Schema, validator } from './json-schema.js';
import { damage } from './oracle/damage.js';
import { linesOfDraft } from './oracle/draft.js';
import { jobs } from './oracle/jobs.js';
import { textOf } from './oracle/lines.js';
import { randomTrace } from './oracle/random-trace.js';
import { eventLines, headerLines } from './trace-lines.js';
import { traceSchemaFile, traceSchemaText } from './trace-schema.js';

const published = JSON.parse(readFileSync(traceSchemaFile, 'utf8')) as Schema;
const fits = validator(published);
const isHeader = (json: unknown): boolean => fits(json, { $ref: '#/$defs/header' });
const isEvent = (json: unknown): boolean => fits(json, { $ref: '#/$defs/event' });

/** Whether something is read, and not refused. */
function isRead(reading: () => unknown): boolean {
  try {
    reading();
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

describe('the schema of traces', () => {
  it('that is published is the one that traces are read with', () => {
    expect(published).toEqual(JSON.parse(traceSchemaText()));
  });

  it('fits the lines of real traces, and readTrace reads them', async () => {
    const material = jobs();
    for (let run = 0; run < 300; run++) {
      const chance = random(5, run);
      const good = randomTrace(material, chance);
      for (const draft of [good, damage(good, material, chance)]) {
        const lines = linesOfDraft(draft);
        const wrong = [
          ...(isHeader(lines.header) ? [] : [lines.header]),
          ...lines.events.filter((event) => !isEvent(event)),
        ];
        expect(wrong, `run ${run}`).toEqual([]);
        const { events } = await readTrace({ chunks: [textOf(lines)], file: 'trace' });
        expect(events).toHaveLength(lines.events.length);
      }
    }
  });
});

describe('the schema, what is published of it, and the reader agree', () => {
  const values = { whole: wholeValue, observed: observedValue };
  // A map whose argument stands there twice is what no schema can say.
  const repeats = (json: unknown): boolean =>
    JSON.stringify(json, (_, inner: unknown) => {
      const pairs = (inner as { '#map'?: unknown } | null)?.['#map'];
      if (!Array.isArray(pairs)) return inner;
      const keys = pairs.map((pair) => JSON.stringify((pair as unknown[])[0]));
      return new Set(keys).size === keys.length ? inner : 'TWICE';
    }).includes('TWICE');
  const cases = [
    ['headers', headerLines, headerSchema(z, values), isHeader, readHeader],
    ['events', eventLines, eventSchema(z, values), isEvent, readEvent],
  ] as const;

  it.each(cases)('on %s', (_, lines, schema, isPublished, read) => {
    const ended = { read: 0, refused: 0 };
    const property = fc.property(lines, (line) => {
      // As it comes out of a file.
      const json = JSON.parse(JSON.stringify(line)) as unknown;
      fc.pre(!repeats(json));
      const accepted = isRead(() => read(json, patternReader(), {}));
      expect([schema.safeParse(json).success, isPublished(json)]).toEqual([accepted, accepted]);
      if (accepted) ended.read += 1;
      else ended.refused += 1;
    });
    fc.assert(property, { numRuns: 2000 });
    // Both ends are reached, or the lines are of no use.
    expect(Math.min(ended.read, ended.refused)).toBeGreaterThan(200);
  });
});
