import { loadModules, stepFormulas } from '@synod/compiler';
import { parseConfig } from '@synod/tla';
import { describe, expect, it } from 'vitest';
import { orderEvents } from '../order.js';
import { readTrace } from '../read/read-trace.js';
import { type OrderedTrace, type TraceModel, traceModule } from './trace-module.js';

const counter = `---- MODULE Counter ----
EXTENDS Integers
CONSTANTS Node, Max
VARIABLES n, owner
Init == n = 0 /\\ owner \\in Node
Add(p, k) == owner = p /\\ n' = n + k /\\ UNCHANGED owner
Pass == owner' \\in Node /\\ UNCHANGED n
Next == Pass \\/ \\E p \\in Node, k \\in 1..2 : Add(p, k)
double == n + n
Small == n <= Max
Ten == 10
Slow == n' - n <= 2
====`;

const cfg =
  'CONSTANTS Node = {a, b}\n Max <- Ten\nINIT Init\nNEXT Next\nCONSTRAINT Small\nACTION_CONSTRAINT Slow\nINVARIANT Inv';

async function modelOf(text: string, constants: TraceModel['constants'] = new Map()): Promise<TraceModel> {
  const modules = await loadModules('Counter', () => Promise.resolve(text));
  const config = parseConfig(cfg);
  const taken = new Set(text.match(/\w+/g));
  const formulas = stepFormulas(modules, 'Counter', config, taken);
  return { root: 'Counter', spec: 'Counter', formulas, config, constants, taken };
}

async function ordered(header: object, ...events: readonly object[]): Promise<OrderedTrace> {
  const lines = [{ trace: 1, spec: 'Counter', ...header }, ...events].map((line) => JSON.stringify(line));
  const trace = await readTrace({ chunks: [Buffer.from(lines.join('\n'))], file: 'trace.ndjson' });
  return { trace, order: orderEvents(trace) };
}

describe('traceModule', () => {
  it('has the traces in it, each formula once', async () => {
    const [one, two, once] = [{ action: 'Add', params: { k: 2 } }, { action: 'Pass' }, { state: { n: 2 } }];
    const traces = [
      await ordered({ init: { n: 0 }, hidden: ['Pass'] }, one, two, one, once),
      await ordered(
        { order: 'interval' },
        { ...one, process: 'p', seq: 0, start: 1, end: 2 },
        { ...two, process: 'q', seq: 0, start: 3, end: 4, state: { owner: 'a' }, derived: { double: -1 } },
      ),
    ];
    const { name, module, cfg: config, tag } = traceModule(await modelOf(counter), traces);
    expect(name).toBe('CounterTraces');
    expect(tag).toBe('reached');
    expect(module).toMatchInlineSnapshot(`
      "---- MODULE CounterTraces ----
      EXTENDS Counter
      OfTLC == INSTANCE TLC
      OfIntegers == INSTANCE Integers
      OfFiniteSets == INSTANCE FiniteSets
      OfSequences == INSTANCE Sequences
      CONSTANTS ModelValue1, ModelValue2
      Openings == {"<", "[", "("}
      Digits == {"-", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}
      TextOfRange(text) == \\E i \\in OfIntegers!..(1, OfSequences!Len(text)) : OfSequences!SubSeq(text, i, i) = "."
      TextOfSet(text) == LET first == OfSequences!SubSeq(text, 1, 1) IN first = "{" \\/ (first \\in Digits /\\ TextOfRange(text)) \\/ (first = "S" /\\ OfIntegers!<(7, OfSequences!Len(text)) /\\ OfSequences!SubSeq(text, 1, 7) = "SUBSET ")
      TextOfFunction(text) == OfSequences!SubSeq(text, 1, 1) \\in Openings
      Text1 == OfTLC!ToString(0)
      Text2 == OfTLC!ToString(2)
      Text3 == OfTLC!ToString("a")
      Text4 == OfTLC!ToString(ModelValue1)
      Text5 == {Text3, Text4}
      Text6 == OfTLC!ToString(OfIntegers!-(0, 1))
      VARIABLES trace, cut, ownStep
      Step1 == Pass /\\ Slow
      Step2 == (\\E p_ \\in Node, k_ \\in (1 .. 2) : (((OfTLC!ToString(k_) = Text2) = TRUE) /\\ Add(p_, k_))) /\\ Slow
      Step3 == (Next /\\ Slow) \\/ UNCHANGED <<n, owner>>
      TakeEvent(n2) == (IF OfIntegers!<(n2, 3) THEN (IF OfIntegers!<(n2, 2) THEN Step2 ELSE Step1) ELSE (IF OfIntegers!<(n2, 4) THEN (Step3 /\\ ((OfTLC!ToString(n') = Text2) = TRUE)) ELSE (Step1 /\\ ((OfTLC!ToString(owner') \\in Text5 /\\ OfTLC!ToString(double') = Text6) = TRUE))))
      TakeHidden(n2) == (Step1)
      Begins(n2) == (IF OfIntegers!<(n2, 2) THEN ((OfTLC!ToString(n) = Text1) = TRUE) ELSE TRUE)
      Events == <<<<1, 0>>, <<2, 0>>, <<3, 0>>, <<4, 1>>>>
      Needs == <<<<1, 0>>>>
      Logs == <<
      <<<<1, 2, 1, 3>>>>,
      <<<<1>>, <<4>>>>
      >>
      Headers == <<
      <<1, 1>>,
      <<2, 0>>
      >>
      Complete == \\A p2 \\in DOMAIN cut : cut[p2] = OfSequences!Len(Logs[trace][p2])
      TraceInit == (Init) /\\ trace \\in DOMAIN Logs /\\ Begins(Headers[trace][1]) /\\ cut = [p2 \\in DOMAIN Logs[trace] |-> 0] /\\ ownStep = TRUE
      Advance(p2) == OfIntegers!<(cut[p2], OfSequences!Len(Logs[trace][p2])) /\\ (LET event == Events[Logs[trace][p2][OfIntegers!+(cut[p2], 1)]] IN (IF event[2] = 0 THEN TRUE ELSE \\A q \\in DOMAIN cut : OfIntegers!>=(cut[q], Needs[event[2]][q])) /\\ TakeEvent(event[1]) /\\ cut' = [cut EXCEPT ![p2] = OfIntegers!+(@, 1)] /\\ ownStep' = TRUE)
      TraceNext == trace' = trace /\\ ((\\E p2 \\in DOMAIN cut : Advance(p2)) \\/ (Headers[trace][2] # 0 /\\ ~Complete /\\ TakeHidden(Headers[trace][2]) /\\ cut' = cut /\\ ownStep' = FALSE))
      Reached == (Small /\\ ownStep) => OfTLC!PrintT(<<"reached", trace, cut, <<n, owner>>>>)
      ====
      "
    `);
    expect(config).toMatchInlineSnapshot(`
      "CONSTANTS
          Node = {a, b}
          Max <- Ten
          ModelValue1 = a
          ModelValue2 = b
      INIT TraceInit
      NEXT TraceNext
      CONSTRAINT Small
      INVARIANT Reached
      CHECK_DEADLOCK FALSE
      "
    `);
  });

  it('has names that the model leaves free', async () => {
    const taken =
      'trace cut ownStep Step1 Text2 TextOfSet OfTLC CounterTraces reached Logs Matches7 ModelValue1'.split(
        ' ',
      );
    const text = counter.replace('Ten ==', `${taken.map((name) => `${name} == 1`).join('\n')}\nTen ==`);
    const event = { action: 'Pass', state: { owner: { a: 'b' } } };
    const {
      name,
      module,
      cfg: config,
      tag,
      trace,
    } = traceModule(await modelOf(text), [await ordered({}, event)]);
    expect([name, tag, trace]).toEqual(['CounterTraces2', 'reached2', 'trace2']);
    const defined = module.match(/^\w+(?=.* == )/gm) ?? [];
    const declared =
      module.match(/^(CONSTANTS|VARIABLES) .*$/gm)?.flatMap((line) => line.split(/\W+/).slice(1)) ?? [];
    expect(defined.length).toBeGreaterThan(20);
    expect([...defined, ...declared].filter((one) => taken.includes(one))).toEqual([]);
    expect(config).toContain('ModelValuex1 = a\n');
  });

  it('has constants that stand before those of the cfg, as the cfg can say them or else as definitions', async () => {
    const constants = new Map([
      ['Node', '{c, {1, "x"}}'],
      ['Max', '(c :> <<1, -2>> @@ 2 :> [a |-> TRUE])'],
    ]);
    const { module, cfg: config } = traceModule(await modelOf(counter, constants), [
      await ordered({}, { action: 'Pass' }),
    ]);
    expect(config).toContain('    Node = {c, {1, "x"}}\n    Max <- ValueOfMax\n    ModelValue1 = c\n');
    expect(module).toContain(
      'ValueOfMax == OfTLC!@@(OfTLC!:>(2, [a |-> TRUE]), OfTLC!:>(ModelValue1, <<1, OfIntegers!-(0, 2)>>))',
    );
    const unknown = new Map([['Nodes', '{}']]);
    const refused = await modelOf(counter, unknown);
    const traces = [await ordered({}, { action: 'Pass' })];
    expect(() => traceModule(refused, traces)).toThrow(
      'constants.Nodes: the module has no constant Nodes; it has Node, Max.',
    );
    expect(() => traceModule({ ...refused, constants: new Map([['Node', '{']]) }, traces)).toThrow(
      'constants.Node: Expected a value',
    );
  });

  it('says nothing of what TLC has no value for', async () => {
    const values = [2147483648, { '#bigint': '-99999999999' }, { '#set': [4294967296] }, 'bell\u0007'];
    for (const n of values) {
      const { module } = traceModule(await modelOf(counter), [await ordered({}, { state: { n } })]);
      expect(module).toMatch(/TakeEvent\(n2\) == \(Step1 \/\\ \(\(FALSE\) = TRUE\)\)/);
    }
  });
});
