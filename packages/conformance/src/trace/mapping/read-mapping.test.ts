import { describe, expect, it } from 'vitest';
import { mapping, mappingText, refusal } from '../../../test/mapping-log.js';
import { readMapping } from './read-mapping.js';

const rule = { action: 'A' };
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('a mapping file', () => {
  it('has what the header of a trace has', () => {
    const fields = {
      $schema: 'mapping.schema.json',
      comment: ['for people'],
      constants: { N: 3 },
      model: 'MCSpec',
      init: { x: 0 },
      hidden: ['H'],
      order: 'clock',
    };
    const { header, headerLine } = mapping({ ...fields, lines: [rule] });
    expect(headerLine).toEqual({
      trace: 1,
      spec: 'Spec',
      constants: { N: 3 },
      model: 'MCSpec',
      init: { x: 0 },
      hidden: ['H'],
      order: 'clock',
    });
    expect(header).toMatchObject({
      format: 'synod',
      spec: 'Spec',
      order: 'clock',
      place: { file: 'm.json' },
    });
  });

  it('may begin with a mark of the byte order', () => {
    expect(readMapping(`\ufeff${mappingText({ lines: [rule] })}`, 'm.json').rules).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"map": 1', 'This is not JSON, or it was cut'],
    ['nothing', '', 'm.json: The file is empty'],
    ['an array', '[]', 'm.json: the mapping: expected is an object with "map": 1, "spec" and "lines"'],
    ['a trace', '{"trace":1,"spec":"S"}', 'm.json: the mapping: expected is an object with "map": 1'],
    ['another version', '{"map":2,"spec":"S","lines":[{}]}', 'm.json:1: map: must be 1; it is 2.'],
    [
      'nothing but depth',
      `{"map":1,"spec":"S","lines":[{"state":${nested(100_000)}}]}`,
      'nested deeper than 200',
    ],
    ['no rules', '{"map":1,"spec":"S","lines":[]}', 'lines: must have a rule; it is an array.'],
    [
      'a mistyped field',
      '{"map":1,"spec":"S","line":[]}',
      'm.json:1: line: there is no such field (did you mean lines?)',
    ],
    ['rules that are none', '{"map":1,"spec":"S","lines":[[]]}', 'm.json:1: rule 1: '],
  ])('that is %s is refused', async (_, text, says) => {
    expect(await refusal(() => readMapping(text, 'm.json'))).toContain(says);
  });

  it.each([
    ['an unknown field', { line: [] }, 'm.json:1: line: there is no such field (did you mean lines?).'],
    [
      'one like no other',
      { xyzzy: 1 },
      'm.json:1: xyzzy: there is no such field; known are map, spec, constants',
    ],
    [
      'an unknown field of a rule',
      { lines: [rule, { acton: 'A' }] },
      'rule 2: acton: there is no such field (did you mean action?)',
    ],
    [
      'one of every',
      { every: { proces: 'a' } },
      'every.proces: there is no such field (did you mean process?)',
    ],
    ['an action in every', { every: { action: 'a' } }, 'every.action: there is no such field'],
    ['no name of a spec', { spec: 3 }, 'spec: must be a name, in quotes; it is 3.'],
    ['an empty name of a spec', { spec: '' }, 'spec must not be empty'],
    ['constants that are none', { constants: { N: null } }, 'constants.N: '],
    ['an initial state that is none', { init: { x: 0.5 } }, 'init.x: '],
    [
      'another order',
      { order: 'partial' },
      'order: must be "total", "clock" or "interval"; it is "partial".',
    ],
    [
      'hidden actions that are no list',
      { hidden: 'A' },
      'hidden: must be an array of names of actions; it is "A".',
    ],
    [
      'another way with other lines',
      { otherLines: 'warn' },
      'otherLines: must be "count" or "refuse"; it is "warn".',
    ],
    ['rules that all ignore', { lines: [{ ignore: true }] }, 'm.json:1: lines: all rules ignore their lines'],
    ['a table that is none', { tables: { node: ['a'] } }, 'tables.node: '],
    ['a table to null', { tables: { node: { a: null } } }, 'tables.node.a: null'],
    ['a name that is none', { let: { 'a b': 1 } }, 'let["a b"]: '],
    [
      'a name before it is there',
      { let: { a: '$<b>', b: 1 } },
      'let.a: $<b> is neither in "let" above it nor a group (?<b>…) of the rule: there is none.',
    ],
    ['a name of itself', { let: { a: '$<a>' } }, 'let.a: $<a> is neither'],
  ])('with %s is refused', async (_, fields, says) => {
    expect(await refusal(() => mapping({ lines: [rule], ...fields }))).toContain(says);
  });

  it.each([
    [
      'nothing',
      {},
      'rule 2: it says nothing of a step: it needs at least one of "action", "state", "derived" and "ignore".',
    ],
    ['a process alone', { process: 'a' }, 'rule 2: it says nothing of a step'],
    [
      'ignore and an action',
      { ignore: true, action: 'A' },
      'rule 2: "ignore" excludes action: such a line says nothing.',
    ],
    ['ignore that is not true', { ignore: false }, 'rule 2: ignore: must be true; it is false.'],
    [
      'null',
      { state: { x: null } },
      'rule 2: state.x: null stands for no value of TLA+: leave the field out.',
    ],
    [
      'a path that is none',
      { action: '$.a..b' },
      'rule 2: action: $.a..b does not read as a path like $.a.b[0] or $["a.b"]',
    ],
    [
      'a name of a field that is none',
      { state: { '$.a..b': 1 } },
      'rule 2: state: $.a..b does not read as a path',
    ],
    [
      'an unknown tag',
      { state: { x: { '#sets': [] } } },
      'rule 2: state.x: #sets is none of #from, #constant, #set',
    ],
    [
      'a tag and more',
      { state: { x: { '#set': [], y: 1 } } },
      'rule 2: state.x: an object with #set must have nothing else.',
    ],
    ['a set of nothing', { state: { x: { '#set': '$.a' } } }, 'rule 2: state.x: #set must have an array.'],
    [
      'an unknown step',
      { action: { '#from': '$.a', maps: {} } },
      'rule 2: action: "maps" is not known beside #from (did you mean map?): match, each, map, as, else, optional are.',
    ],
    [
      'an unknown table',
      { action: { '#from': '$.a', map: 'nod' } },
      'rule 2: action.map: there is no "nod" in "tables" (did you mean node?).',
    ],
    [
      'a table that is none',
      { action: { '#from': '$.a', map: 1 } },
      'rule 2: action.map: a table is an object from old values to new ones, and this is 1.',
    ],
    [
      'an unknown conversion',
      { action: { '#from': '$.a', as: 'integer' } },
      'rule 2: action.as: "integer" is none of int, string',
    ],
    [
      'else and optional',
      { action: { '#from': '$.a', else: 1, optional: true } },
      'rule 2: action: "else" and "optional" exclude each other.',
    ],
    [
      'optional that is not true',
      { action: { '#from': '$.a', optional: 'yes' } },
      'rule 2: action.optional: it must be true, and is "yes".',
    ],
    [
      'a bad expression',
      { action: { '#from': '$.a', match: '(' } },
      'rule 2: action.match: this regular expression does not read: ',
    ],
    [
      'no expression',
      { action: { '#from': '$.a', match: 1 } },
      'rule 2: action.match: it must be a regular expression, and is 1.',
    ],
    [
      'an unknown name',
      { action: '$<ode>' },
      'rule 2: action: $<ode> is neither in "let" above it nor a group (?<ode>…) of the rule: there are id.',
    ],
    [
      'an element outside of each',
      { action: { '#from': '@.a' }, state: { x: { '#from': '$.a', each: '@..' } } },
      'rule 2: state.x.each: @.. does not read as a path',
    ],
  ])('with a rule that has %s is refused', async (_, second, says) => {
    const fields = {
      tables: { node: {} },
      let: { id: '$.id' },
      lines: [rule, second].map((each) => ({ when: { '$.a': 1 }, ...each })),
    };
    expect(await refusal(() => mapping(fields))).toContain(says);
  });

  it.each([
    [
      'a name that is no path',
      { 'msg.id': 1 },
      'when["msg.id"]: the name of a condition must be a path: write "$.msg.id".',
    ],
    [
      'a name with a blank',
      { 'msg id': 1 },
      'when["msg id"]: the name of a condition must be a path like $.a.b[0] or $["a.b"].',
    ],
    ['an element', { '@.a': 1 }, 'when["@.a"]: the name of a condition must be a path'],
    ['no alternatives', { '$.a': [] }, 'when["$.a"]: an array here lists the values of which one is asked.'],
    ['an array', { '$.a': [[1]] }, 'when["$.a"]: an array here lists the values'],
    [
      'a bad expression',
      { '$.a': { match: 'a\n(' } },
      'when["$.a"]: this regular expression does not read: ',
    ],
    ['an escape that means nothing', { '$.a': { match: '\\-' } }, 'this regular expression does not read: '],
    ['no expression', { '$.a': { match: 1 } }, '"match" must be a regular expression, and is 1.'],
    ['existence that is none', { '$.a': { exists: 'yes' } }, '"exists" must be true or false, and is "yes".'],
    [
      'something unknown',
      { '$.a': { matches: 'a' } },
      'what is asked must be a constant, an array of them, {"match": …} or {"exists": …} (did you mean match?).',
    ],
    ['two things', { '$.a': { match: 'a', exists: true } }, 'what is asked must be a constant'],
    ['nothing', { '$.a': {} }, 'what is asked must be a constant'],
  ])('that asks for %s is refused', async (_, when, says) => {
    expect(await refusal(() => mapping({ lines: [rule, { ...rule, when }] }))).toContain(
      `m.json:1: rule 2: `,
    );
    expect(await refusal(() => mapping({ lines: [{ ...rule, when }] }))).toContain(says);
  });

  it('with a name given twice is refused', async () => {
    const twice = { '$.a': { match: '(?<x>a)' }, '$.b': { match: '(?<x>a)' } };
    const says = 'rule 1: the name x is given twice: by two groups, or by "let" and a group.';
    expect(await refusal(() => mapping({ lines: [{ ...rule, when: twice }] }))).toContain(says);
    const once = { '$.a': { match: '(?<x>a)' } };
    expect(await refusal(() => mapping({ let: { x: 1 }, lines: [{ ...rule, when: once }] }))).toContain(says);
  });

  it('with rules behind one that fits every line is refused', async () => {
    expect(await refusal(() => mapping({ lines: [{ ignore: true }, rule] }))).toContain(
      'rule 1: it has no "when" and so fits every line, which leaves none to the rules behind it: make it the last.',
    );
  });

  it('is refused with the line on which the mistake begins', async () => {
    const text = [
      '{ "map": 1, "spec": "S", "let": {',
      '  "a": "$..a" },',
      '  "lines": [',
      '    { "action": "A", "when": { "$.a": "{[" } },',
      '    {',
      '      "action": "$<b>" } ] }',
    ].join('\n');
    expect(await refusal(() => readMapping(text, 'm.json'))).toMatch(/^m\.json:1: let\.a: /);
    expect(await refusal(() => readMapping(text.replace('..', '.'), 'm.json'))).toMatch(
      /^m\.json:5: rule 2: action: /,
    );
    const unknown = text.replace('"action": "$<b>"', '"act": "B"');
    expect(await refusal(() => readMapping(unknown, 'm.json'))).toMatch(/^m\.json:5: rule 2: act: /);
    expect(await refusal(() => readMapping(text.slice(0, -1), 'm.json'))).toMatch(
      /^m\.json:.* This is not JSON/,
    );
  });
});
