import { readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { value } from '../test/arbitrary.js';
import { fixture, pieces } from '../test/fixture.js';
import { type Chunks, InputError, key, readDot, readDotValues, stateReader, type TlaValue } from './index.js';

type Told = readonly unknown[];

/** What `readDot` tells of a file, with states read from their texts, and what it ends in. */
async function asText(chunks: Chunks): Promise<Told> {
  const told: unknown[] = [];
  let variables: readonly string[] | undefined;
  let read = stateReader();
  const nodes = new Map<string, number>();
  const node = (id: string): number => {
    if (!nodes.has(id)) nodes.set(id, nodes.size);
    return nodes.get(id) as number;
  };
  return ending(told, () =>
    readDot(chunks, {
      node(id, text, initial, more) {
        if (variables === undefined) {
          const first = stateReader();
          first(text, more.place);
          variables = first.variables().toSorted();
          read = stateReader(variables);
        }
        told.push([
          node(id),
          read(text, more.place).map(key),
          initial,
          more.alias,
          more.outside,
          more.place.line,
        ]);
      },
      edge: (from, to, label, kind) => told.push([node(from), node(to), label, kind]),
    }),
  );
}

async function asValues(chunks: Chunks): Promise<Told> {
  const told: unknown[] = [];
  return ending(told, () =>
    readDotValues(chunks, {
      node: (node, values, initial, more) =>
        told.push([node, values.map(key), initial, more.alias, more.outside, more.place.line]),
      edge: (from, to, label, kind) => told.push([from, to, label, kind]),
    }),
  );
}

async function ending(told: unknown[], run: () => Promise<unknown>): Promise<Told> {
  try {
    told.push(await run());
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.code, error.message, error.place];
  }
  return told;
}

const files = readdirSync(new URL('../fixtures', import.meta.url)).filter((name) => name.endsWith('.dot'));

/** A graph whose states have these values, every one twice: once new and once known. */
function graphOf(values: readonly TlaValue[], variables: 1 | 2 = 2): string {
  const label = (i: number): string => {
    const own = key(values[i] as TlaValue);
    const other = key(values[(i * 7) % values.length] as TlaValue);
    const text = variables === 1 ? `x = ${own}` : `/\\ x = ${own}\n/\\ n = ${i}\n/\\ y = ${other}`;
    return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  };
  const nodes = values.map((_, i) => `${i - 3} [label="${label(i)}"${i === 0 ? ',style = filled]' : '];'}\n`);
  const edges = values.map((_, i) => `${i - 3} -> ${(i >> 1) - 3} [label="A(${i % 5})",color="black"];\n`);
  const lines = nodes.map((node, i) => node + edges[i]).join('');
  return `strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n${lines}}\n}\n`;
}

describe('a graph read as values is the one read as texts', () => {
  test.each(files)('%s', async (name) => {
    const whole = await asText([fixture(name)]);
    expect(await asValues([fixture(name)])).toEqual(whole);
    for (const size of [1, 13, 1000]) expect(await asValues(pieces(name, size))).toEqual(whole);
    const windows = fixture(name).replaceAll('\n', '\r\n');
    expect(await asValues([`\ufeff${windows}`])).toEqual(await asText([windows]));
  });

  test('whatever values it has', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 12 }), async (values) => {
        expect(await asValues([graphOf(values)])).toEqual(await asText([graphOf(values)]));
        const distinct = [...new Map(values.map((one) => [key(one), one])).values()];
        expect(await asValues([graphOf(distinct, 1)])).toEqual(await asText([graphOf(distinct, 1)]));
      }),
    );
  });

  test('where hardly any value recurs', async () => {
    const random = fc.sample(value, 3000);
    const text = graphOf(random);
    const told = await asValues([text]);
    expect(told).toEqual(await asText([text]));
    expect(told.length).toBe(6001);
  });

  test('sets and functions in whatever order and with whatever line breaks', async () => {
    const elements = ['[t |-> \\"a}\\", n |-> 1]', '<<1, 2>>', '-3', 'm1', '{2, 1}', '(1 :> {} @@ 0 :> m1)'];
    const lines = Array.from({ length: 2500 }, (_, i) => {
      const chosen = elements.filter((_element, bit) => ((i * 2654435761) >>> (bit + 3)) % 2 === 1);
      const turned = [...chosen.slice(i % 3), ...chosen.slice(0, i % 3)];
      const set = i % 2 === 0 ? `{${turned.join(', ')}}` : `{ ${turned.join(',\\n  ')} }`;
      const f = `(m1 :> ${set} @@ m2 :> {${i}})`;
      return `${i} [label="/\\\\ s = {${i}, ${set}}\\n/\\\\ f = ${f}"${i === 0 ? ',style = filled]' : '];'}\n`;
    });
    const head = 'strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n';
    const text = `${head}${lines.join('')}}\n}\n`;
    expect(await asValues([text])).toEqual(await asText([text]));
  });

  test('damaged anywhere: the same, or the same error', async () => {
    const bytes = ['"', '\\', '\n', ' ', '}', '{', '>', '1', '-', 'a', ',', '\\n', '"];', '\\"', '[', ']'];
    const chosen = fc.constantFrom(
      'ConL-tlchead.dot',
      'ConL-tlc174.dot',
      'Valdot-tlc174.dot',
      'Lab-tlchead.dot',
    );
    await fc.assert(
      fc.asyncProperty(chosen, fc.nat(), fc.constantFrom(...bytes), fc.nat(3), async (name, at, put, out) => {
        const text = fixture(name);
        const cut = at % text.length;
        const damaged = text.slice(0, cut) + put + text.slice(cut + out);
        expect(await asValues([damaged])).toEqual(await asText([damaged]));
      }),
      { numRuns: 400 },
    );
  });

  test('ids of any length are the ids as they are written', async () => {
    const ids = [
      '0',
      '00',
      '-0',
      '7',
      '-7',
      '123456789',
      '1234567890',
      '-123456789012345678',
      '9223372036854775807',
    ];
    const nodes = ids
      .map((id, i) => `${id} [label="n = ${i}"${i === 0 ? ',style = filled]' : '];'}\n`)
      .join('');
    const edges = ids.map((id) => `0 -> ${id} [label="A"];\n`).join('');
    const head = 'strict digraph DiskGraph {\nnodesep=0.35;\nsubgraph cluster_graph {\ncolor="white";\n';
    for (const text of [
      `${head}${nodes}${edges}}\n}\n`,
      `${head}${edges}${nodes}}\n}\n`,
      `${head}${edges}}\n}\n`,
    ]) {
      expect(await asValues([text])).toEqual(await asText([text]));
    }
  });
});
