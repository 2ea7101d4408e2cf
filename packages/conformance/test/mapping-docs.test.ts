import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conversions } from '../src/trace/mapping/convert.js';
import { steps } from '../src/trace/mapping/from.js';
import { readMapping } from '../src/trace/mapping/read-mapping.js';
import { mapped, mappingText, refusal } from './mapping-log.js';
import { mappingSchemaFile, mappingSchemaText, wholeMapping } from './mapping-schema.js';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(join(root, 'docs/mapping.md'), 'utf8');
const examples = ['etcd.map.json', 'ccf.map.json'];
const file = (name: string): string => readFileSync(join(root, 'examples/logs', name), 'utf8');

/** The code blocks of the page in a language. */
const blocks = (language: string): readonly string[] =>
  Array.from(page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs')), ([, text]) => text ?? '');

/** The rows of a table: what stands in code in their first column. */
const rows = (heading: string): readonly string[] => {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`) + 1).split(/\n## /)[0] ?? '';
  return Array.from(section.matchAll(/^\| `([$\w]+)` \|/gm), ([, name]) => name ?? '');
};

describe('the page on mappings', () => {
  it('shows the files of the examples', () => {
    const jsons = blocks('json');
    for (const name of examples) expect(jsons).toContain(file(name));
  });

  it('shows lines of their logs', () => {
    const lines = blocks('ndjson').flatMap((block) => block.trim().split('\n'));
    const logs = ['etcd', 'ccf'].flatMap((name) => [file(`${name}.ndjson`), file(`${name}-wrong.ndjson`)]);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(logs.some((log) => log.includes(`${line}\n`))).toBe(true);
  });

  it('has every field of a mapping and of a rule', () => {
    const { properties, $defs } = JSON.parse(mappingSchemaText()) as {
      properties: object;
      $defs: { rule: { properties: object } };
    };
    expect(rows('The file').toSorted()).toEqual(Object.keys(properties).toSorted());
    expect(rows('A rule').toSorted()).toEqual(Object.keys($defs.rule.properties).toSorted());
    expect(rows('What a rule takes from a line')).toEqual(steps);
    for (const as of conversions) expect(page).toContain(`\`${as}\``);
  });

  it('makes of a line what it says that it makes', async () => {
    const [line = '', ...templates] = blocks('jsonc')[0]?.split('\n') ?? [];
    const shown = templates.filter((text) => text.includes('→'));
    expect(shown.length).toBeGreaterThan(12);
    for (const text of shown) {
      const [template = '', value = ''] = text.split('→');
      const lines = [
        { when: { '$.text': { match: 'term (?<t>\\d+)' } }, state: { x: JSON.parse(template) as unknown } },
      ];
      const tables = { node: { '1': 'n1', '2': 'n2' } };
      const [event] = await mapped({ tables, lines }, line.replace(/^\/\/ /, ''));
      expect(event, text).toEqual({
        state: value.trim() === 'left out' ? {} : { x: JSON.parse(value) as unknown },
      });
    }
  });
});

describe('the schema of mappings', () => {
  it('that is published is the one of the tests', () => {
    expect(JSON.parse(readFileSync(mappingSchemaFile, 'utf8'))).toEqual(JSON.parse(mappingSchemaText()));
  });

  it.each(examples)('fits %s', (name) => {
    expect(wholeMapping.safeParse(JSON.parse(file(name))).error).toBeUndefined();
  });

  const all = { action: 'A' };
  it.each([
    ['an unknown field', { lines: [all], line: 1 }],
    ['no rules', { lines: [] }],
    ['a rule with an unknown field', { lines: [{ ...all, acton: 1 }] }],
    ['null for a value', { lines: [{ ...all, state: { x: null } }] }],
    ['an unknown tag', { lines: [{ ...all, state: { x: { '#sets': [] } } }] }],
    ['an unknown step', { lines: [{ action: { '#from': '$.a', maps: {} } }] }],
    ['an unknown conversion', { lines: [{ action: { '#from': '$.a', as: 'integer' } }] }],
    ['a set that is none', { lines: [{ ...all, state: { x: { '#set': 1 } } }] }],
    ['a condition that is none', { lines: [{ ...all, when: { '$.a': { matches: 'x' } } }] }],
    ['no alternatives', { lines: [{ ...all, when: { '$.a': [] } }] }],
    ['a table to null', { tables: { t: { a: null } }, lines: [all] }],
    ['another order', { order: 'partial', lines: [all] }],
    ['another way with other lines', { otherLines: 'warn', lines: [all] }],
    ['a name that is none', { let: { 'a b': 1 }, lines: [all] }],
  ])('fits no mapping that is refused for %s', async (_, fields) => {
    expect(wholeMapping.safeParse(JSON.parse(mappingText(fields))).success).toBe(false);
    expect(await refusal(() => readMapping(mappingText(fields), 'm.json'))).toMatch(/^m\.json:1: /);
  });
});
