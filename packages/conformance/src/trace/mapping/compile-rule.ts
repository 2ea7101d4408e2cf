import { readCondition } from './condition.js';
import type { Scope, Template } from './filling.js';
import type { CommonFields, RuleFile } from './mapping-format.js';
import type { Rule } from './rule.js';
import { compileTemplate } from './template.js';

/** The fields of an event, in the order in which a trace has them. */
const eventFields = [
  'action',
  'params',
  'state',
  'derived',
  'process',
  'seq',
  'clock',
  'start',
  'end',
] as const;

/**
 * Reads a rule of a mapping.
 *
 * @param every what rules say that do not say it themselves
 * @param number counted from 1
 * @throws what `scope.fail` throws
 */
export function compileRule(rule: RuleFile, every: CommonFields, number: number, scope: Scope): Rule {
  const where = `rule ${number}`;
  const conditions = Object.entries(rule.when ?? {}).map(([field, asked]) =>
    readCondition(field, asked, (message) => scope.fail(`${where}: when[${JSON.stringify(field)}]`, message)),
  );
  const groups = conditions.flatMap(({ names }) => names);
  const twice = groups.find((name, index) => groups.indexOf(name) < index || scope.names.has(name));
  if (twice !== undefined) {
    scope.fail(where, `the name ${twice} is given twice: by two groups, or by "let" and a group.`);
  }
  const own = eventFields.filter((field) => rule[field] !== undefined);
  if (rule.ignore === true) {
    if (own.length > 0) scope.fail(where, `"ignore" excludes ${own.join(', ')}: such a line says nothing.`);
    return { title: `${where} (ignore)`, conditions, ignore: true, fields: new Map(), counted: false };
  }
  const said: RuleFile = { ...every, ...rule };
  if (said.action === undefined && said.state === undefined && said.derived === undefined) {
    scope.fail(
      where,
      'it says nothing of a step: it needs at least one of "action", "state", "derived" and "ignore".',
    );
  }
  const inner = { ...scope, names: new Set([...scope.names, ...groups]) };
  const counted = said.seq === 'count';
  const fields = new Map<string, Template>();
  for (const field of eventFields) {
    if (said[field] === undefined || (counted && field === 'seq')) continue;
    fields.set(field, compileTemplate(said[field], `${where}: ${field}`, inner));
  }
  const name = typeof said.action === 'string' && /^\w+$/.test(said.action) ? ` (${said.action})` : '';
  return { title: `${where}${name}`, conditions, ignore: false, fields, counted };
}
