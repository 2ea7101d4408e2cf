import { type Json, parseJson } from '@synod/tla';
import { fieldText } from '../read/fields.js';
import { patternReader } from '../read/pattern-reader.js';
import { readHeader } from '../read/read-header.js';
import type { TraceHeader } from '../trace.js';
import { checkMapping } from './check-mapping.js';
import { compileRule } from './compile-rule.js';
import type { Scope, Template } from './filling.js';
import { readTable } from './from.js';
import { refuse } from './mapping-place.js';
import type { Rule } from './rule.js';
import { compileTemplate } from './template.js';

/** Which lines of a log are which events: a mapping file that has been read. */
export interface Mapping {
  /** Its name, for messages. */
  readonly file: string;
  readonly rules: readonly Rule[];
  /** Values with names, in their order. */
  readonly names: ReadonlyMap<string, Template>;
  /** The first line of the trace that a log is, as JSON, and read. */
  readonly headerLine: { readonly [field: string]: Json };
  readonly header: TraceHeader;
  /** What is done with lines that are not JSON. */
  readonly otherLines: 'count' | 'refuse';
}

/**
 * Reads a mapping file, version 1.
 *
 * @param file its name, for messages
 * @throws InputError that names the rule and the field which is wrong
 */
export function readMapping(text: string, file: string): Mapping {
  const content = text.replace(/^\ufeff/, '');
  const fail = refuse(content, file);
  const mapping = checkMapping(parseJson(content, { file }), fail);
  const { tables = {}, let: values = {}, every = {}, lines, otherLines = 'count' } = mapping;
  const { spec, constants, model, init, hidden, order } = mapping;
  const said = Object.entries({ spec, constants, model, init, hidden, order });
  const headerLine = { trace: 1, ...Object.fromEntries(said.filter(([, value]) => value !== undefined)) } as {
    readonly [field: string]: Json;
  };
  const header = readHeader(headerLine, patternReader(), { file });
  const known = new Set<string>();
  const allTables = Object.entries(tables).map(
    ([name, table]) => [name, readTable(table, fieldText(['tables', name]), fail)] as const,
  );
  const scope: Scope = { names: known, tables: new Map(allTables), inEach: false, fail };
  const names = new Map<string, Template>();
  for (const [name, value] of Object.entries(values)) {
    if (!/^[A-Za-z_]\w*$/.test(name))
      fail(`let[${JSON.stringify(name)}]`, 'a name has letters, digits and _ only.');
    names.set(name, compileTemplate(value, `let.${name}`, scope));
    known.add(name);
  }
  const rules = lines.map((rule, index) => compileRule(rule, every, index + 1, scope));
  if (rules.every(({ ignore }) => ignore))
    fail('lines', 'all rules ignore their lines: one must say what is an event.');
  const any = rules.findIndex(({ conditions }) => conditions.length === 0) + 1;
  if (any > 0 && any < rules.length) {
    fail(
      `rule ${any}`,
      'it has no "when" and so fits every line, which leaves none to the rules behind it: make it the last.',
    );
  }
  return { file, rules, names, headerLine, header, otherLines };
}
