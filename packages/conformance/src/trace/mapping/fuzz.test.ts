import { InputError } from '@synod/tla';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { wholeMapping } from '../../../test/mapping-schema.js';
import { readMappedLog } from './read-mapped-log.js';
import { readMapping } from './read-mapping.js';

/** Values that mean something to a mapping, in any order and nesting. */
const word = fc.constantFrom(
  ...'$ $.a $.a[0] $["a"] $.. @ @.a @[0] $<n> x$<n>$<g> $<g> count A a'.split(' '),
  ...'(?<g>a)? ( int string boolean set contains function microseconds t __proto__'.split(' '),
);
const name = fc.constantFrom(
  ...'#from #set #contains #map #tup #constant #bigint #odd match each map as else optional exists'.split(
    ' ',
  ),
  ...'$.a $<n> a x __proto__ toString'.split(' '),
);
const { tree: value } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    word,
    fc.constantFrom(0, 1, -1, 0.5, 2 ** 60, true, false, null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 3 }),
  ),
}));
const path = fc.constantFrom('$', '$.a', '$.a[0]', '$["a"]', '$.x', '@', '@[0]', 'A', 'a');
const conversion = fc.constantFrom('int', 'string', 'boolean', 'set', 'contains', 'function', 'microseconds');
const expression = fc.constantFrom('a', '(.)', '^.*$', '(x)?');
/** Templates, most of which read. */
const { template } = fc.letrec<{ template: unknown }>((tie) => ({
  template: fc.oneof(
    { maxDepth: 4 },
    { weight: 4, arbitrary: path },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, true) },
    { weight: 2, arbitrary: fc.array(tie('template'), { maxLength: 3 }) },
    { weight: 2, arbitrary: fc.dictionary(path, tie('template'), { maxKeys: 2 }) },
    { weight: 2, arbitrary: fc.record({ '#set': fc.array(tie('template'), { maxLength: 3 }) }) },
    {
      weight: 4,
      arbitrary: fc.record(
        {
          '#from': tie('template'),
          match: expression,
          each: tie('template'),
          map: fc.constant('t'),
          as: conversion,
          else: tie('template'),
        },
        { requiredKeys: ['#from', 'else'] },
      ),
    },
  ),
}));
const when = fc.oneof(
  fc.constant({}),
  fc.record({ '$.a': fc.record({ exists: fc.boolean() }) }),
  fc.dictionary(word, value, { maxKeys: 1 }),
);
const rule = fc.record(
  {
    when,
    action: fc.oneof({ weight: 8, arbitrary: fc.constant('A') }, value),
    state: fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), template),
    params: fc.array(template),
    process: fc.constantFrom('$<n>', 'x$<m>', 'p', '$.a'),
  },
  { requiredKeys: ['action'] },
);
const mapping = fc.record(
  {
    map: fc.constant(1),
    spec: fc.constant('S'),
    order: fc.constantFrom('total', 'interval', 'clock'),
    tables: fc.record({
      t: fc.dictionary(
        fc.constantFrom('a', '0', 'true', 'null', '__proto__'),
        fc.constantFrom<unknown>('b', 1, ['b'], { '#set': [] }),
      ),
    }),
    let: fc.record({ m: template, n: fc.constantFrom<unknown>('$.a', '$<m>', { '#from': '$.x', else: 1 }) }),
    every: fc.record(
      { seq: fc.constant('count'), start: template, end: template, clock: template },
      { requiredKeys: [] },
    ),
    lines: fc.array(rule, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['map', 'spec', 'tables', 'let', 'lines'] },
);
const line = fc.oneof(value, fc.record({ a: value, x: value }, { requiredKeys: [] }));

describe('any mapping with any log', () => {
  it('is a trace, or refused in one line', { timeout: 60_000 }, async () => {
    const seen = { traces: 0, mapping: 0, line: 0 };
    await fc.assert(
      fc.asyncProperty(mapping, fc.array(line, { maxLength: 4 }), async (json, lines) => {
        const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
        try {
          const read = readMapping(JSON.stringify(json), 'm');
          // What is read fits the schema that is published.
          const { error } = wholeMapping.safeParse(JSON.parse(JSON.stringify(json)));
          if (error !== undefined) throw error;
          await readMappedLog(read, { chunks: [text], file: 'log' });
          seen.traces += 1;
        } catch (error) {
          if (!(error instanceof InputError) || error.message.includes('\n')) throw error;
          seen[error.place.file === 'log' ? 'line' : 'mapping'] += 1;
        }
      }),
      { numRuns: 600 },
    );
    // About half come as far as the lines of the log.
    if (seen.line < 50 || seen.mapping < 50) throw new Error(JSON.stringify(seen));
  });
});
