import fc from 'fast-check';

// Lines of traces as chance makes them: right ones, and ones that are almost right. No name in a value is __proto__: zod
// does not look at what stands there, and readPattern does.

const name = fc.constantFrom('a', 'a1', 'x', '', '#set', '#contains', 'params');
const names = fc.constantFrom('action', 'state', 'A', 'maxBal', 'a1');
const few = { maxLength: 3 };

/** What may stand for a value, or almost. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 20, arbitrary: fc.constantFrom<unknown>(0, -1, true, 'a1', '', '#x') },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>(
        null,
        0.5,
        2 ** 53,
        { '#bigint': '12345678901234567890' },
        { '#bigint': 'x' },
        { '#bag': [] },
      ),
    },
    { weight: 4, arbitrary: fc.array(tie('value'), few) },
    { weight: 4, arbitrary: fc.dictionary(fc.constantFrom('a', 'b c', ''), tie('value'), { maxKeys: 3 }) },
    { weight: 1, arbitrary: fc.dictionary(name, tie('value'), { maxKeys: 2 }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom('#set', '#tup', '#contains'), fc.array(tie('value'), few))
        .map(([tag, elements]) => ({ [tag]: elements })),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(fc.nat(2), tie('value')), few).map((pairs) => ({ '#map': pairs })),
    },
    { weight: 1, arbitrary: fc.tuple(name, tie('value')).map(([tag, content]) => ({ [tag]: content })) },
  ),
}));

const values = fc.dictionary(names, value, { maxKeys: 2 });
const count = fc.oneof(
  { weight: 12, arbitrary: fc.nat(5) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(-1, 0.5, '0', null, 2 ** 53) },
);
const time = fc.oneof(
  { weight: 12, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('now', null) },
);
const text = fc.oneof(
  { weight: 20, arbitrary: names },
  { weight: 1, arbitrary: fc.constantFrom<unknown>('', 7, null, ['A']) },
);
const named = fc.oneof(
  { weight: 20, arbitrary: values },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, [], 'x', null) },
);

/** A field that no line has, now and then. */
const another = fc.oneof(
  { weight: 12, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom({ odd: 1 }, { Action: 'A' }) },
);
const withAnother = (line: fc.Arbitrary<object>): fc.Arbitrary<object> =>
  fc.tuple(line, another).map(([one, other]) => ({ ...one, ...other }));

/** The first line of a trace. */
export const headerLines: fc.Arbitrary<object> = withAnother(
  fc.record(
    {
      trace: fc.oneof(
        { weight: 12, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.constantFrom<unknown>(2, '1') },
      ),
      spec: text,
      constants: named,
      model: text,
      init: named,
      hidden: fc.oneof(fc.array(text, few), fc.constantFrom<unknown>('A', {})),
      order: fc.constantFrom<unknown>('total', 'clock', 'interval', 'none', 1),
      meta: fc.jsonValue(),
    },
    { requiredKeys: ['trace', 'spec'] },
  ),
);

/** Any other line. */
export const eventLines: fc.Arbitrary<object> = withAnother(
  fc.record(
    {
      action: text,
      params: fc.oneof(named, fc.array(value, few)),
      state: named,
      derived: named,
      process: text,
      seq: count,
      clock: fc.oneof(fc.dictionary(names, count, { maxKeys: 2 }), fc.constantFrom<unknown>([], 1)),
      start: time,
      end: time,
      meta: fc.jsonValue(),
    },
    { requiredKeys: [] },
  ),
);
