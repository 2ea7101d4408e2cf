import type { Random } from '../../tla/fuzz/random.js';

/** What may stand where something else stood. */
const others: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e300,
  2 ** 53,
  '',
  'a1',
  '#set',
  '__proto__',
  'x\ny',
  'x'.repeat(10_000),
  [],
  {},
  [[]],
  { '#set': [] },
  { '#contains': [{}] },
  {
    '#map': [
      [1, 2],
      [1, 2],
    ],
  },
  { '#tup': 1 },
  { '#bigint': '9'.repeat(100) },
  { '#bigint': 'x' },
  { '#unserializable': 'Nat' },
];

/** Names that mean something somewhere. */
const names: readonly string[] = [
  'trace',
  'spec',
  'constants',
  'init',
  'hidden',
  'order',
  'action',
  'params',
  'state',
  'derived',
  'process',
  'seq',
  'clock',
  'start',
  'end',
  'meta',
  '#meta',
  'vars',
  'states',
  'loop',
  'counterexample',
  '#set',
  '#contains',
  '#map',
  'odd\nname',
];

/** JSON with something else at one place in it, a name changed, or a part repeated or left out. */
export function damageJson(json: unknown, chance: Random): unknown {
  if (typeof json !== 'object' || json === null || chance.below(6) === 0) return chance.pick(others);
  if (Array.isArray(json)) {
    const elements: unknown[] = [...json];
    if (elements.length === 0) return [chance.pick(others)];
    const at = chance.below(elements.length);
    const change = chance.below(8);
    if (change === 0) elements.splice(at, 1);
    else if (change === 1) elements.splice(at, 0, elements[at]);
    else if (change === 2) elements.splice(at, 1, ...elements.slice(0, 2));
    else elements[at] = damageJson(elements[at], chance);
    return elements;
  }
  const fields: [string, unknown][] = Object.entries(json);
  if (fields.length === 0) return { [chance.pick(names)]: chance.pick(others) };
  const at = chance.below(fields.length);
  const [name, value] = fields[at] as [string, unknown];
  const change = chance.below(8);
  if (change === 0) fields.splice(at, 1);
  else if (change === 1) fields[at] = [chance.pick(names), value];
  else if (change === 2) fields.push([chance.pick(names), chance.pick(others)]);
  else fields[at] = [name, damageJson(value, chance)];
  return Object.fromEntries(fields);
}

/** A value nested so deep that whoever goes down into it by calling himself does not come back. */
export function nestedText(chance: Random): string {
  const [before, after] = chance.pick([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"#contains":[', ']}'],
    ['{"#map":[[1,', ']]}'],
  ] as const);
  const times = chance.pick([400, 499, 501, 20_000]);
  return `${before.repeat(times)}1${after.repeat(times)}`;
}
