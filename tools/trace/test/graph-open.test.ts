import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  type ExportedGraph,
  jsonText,
  ndjsonText,
  type OpenGraphOptions,
  openGraph,
  readGraph,
} from '@synod/conformance';
import { InputError, describe as inWords } from '@synod/tla';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from './synod.js';

const fixtures = join(root, 'packages/tla/fixtures');
const outputs = join(root, 'packages/tla/test/outputs');
const exportOf = (model: string): string => join(root, 'traces/tlc', model);

/** Those whose graph is kept. */
const models = readdirSync(exportOf('')).filter((name) => existsSync(join(exportOf(name), 'steps.dot.gz')));

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'synod-graph-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of this content. */
function file(content: string | Uint8Array, name = 'file'): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const fixture = (name: string): string => readFileSync(join(fixtures, name), 'utf8');

const ndjson = (exported: ExportedGraph): string => [...ndjsonText(exported)].join('');

/** TLC's output of a run with these figures. */
function log(
  figures: string,
  { initial = '1 distinct state generated', end = 'Model checking completed. No error has been found.' } = {},
): string {
  const lines = [
    'TLC2 Version 2.18 of 20 March 2023',
    `Finished computing initial states: ${initial} at now.`,
  ];
  return file([...lines, end, figures].join('\n'), 'log');
}

const six = '14 states generated, 6 distinct states found, 0 states left on queue.';

/** How a graph is refused. */
async function refusal(path: string, options: OpenGraphOptions = {}): Promise<string> {
  const error: unknown = await openGraph(path, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InputError)) throw new Error(`not refused: ${String(error)}`);
  expect(inWords(error)).not.toContain('\n');
  return inWords(error);
}

describe('an exported folder', () => {
  it.each(models)(
    '%s: reads back from both formats as the same graph',
    { timeout: 60_000 },
    async (model) => {
      const exported = await openGraph(exportOf(model));
      const manifest = JSON.parse(readFileSync(join(exportOf(model), 'manifest.json'), 'utf8')) as {
        module: string;
        variables: string[];
        counts: { distinct: number };
      };
      expect(exported.graph).toMatchObject({
        name: manifest.module,
        variables: manifest.variables,
        size: manifest.counts.distinct,
      });
      expect(exported.known).toEqual({
        initial: true,
        steps: true,
        parameters: true,
        values: true,
        complete: true,
      });
      const lines = ndjson(exported);
      expect(ndjson(await readGraph({ chunks: [lines] })) === lines).toBe(true);
      const again = await readGraph({ chunks: jsonText(exported) });
      expect(ndjson(again) === lines).toBe(true);
    },
  );

  it('is held to its manifest', async () => {
    const manifest = readFileSync(join(exportOf('MCPaxosOne'), 'manifest.json'), 'utf8');
    const dot = gunzipSync(readFileSync(join(exportOf('MCPaxosOne'), 'steps.dot.gz'))).toString();
    file(manifest, 'manifest.json');
    const steps = file(gzipSync(dot.replace('a1 :> 0', 'a1 :> 7')), 'steps.dot.gz');
    expect(await refusal(steps)).toMatch(/steps\.dot\.gz: .*not what TLC wrote/);
    expect(await refusal(folder)).toMatch(/steps\.dot\.gz: .*not what TLC wrote/);
    expect(await refusal(steps, { log: 'x' })).toMatch(/--log is of no use here/);
    rmSync(join(folder, 'manifest.json'));
    rmSync(steps);
    expect(await refusal(folder)).toMatch(/manifest\.json: there is no export here/);
  });
});

describe("TLC's own output", () => {
  it.each(['Inv', 'Dead', 'Act', 'Asrt', 'Lasso', 'Live'])(
    'of %s has an error trace, the same with -tool and without',
    async (name) => {
      const plain = await openGraph(join(outputs, `${name}.txt`));
      expect(ndjson(await openGraph(join(outputs, `${name}.tool`)))).toBe(ndjson(plain));
      expect(plain.behaviours).toHaveLength(1);
      expect(plain.graph.size).toBeGreaterThan(1);
    },
  );

  it('has lassos', async () => {
    const lasso = await openGraph(join(outputs, 'Lasso.tool'));
    expect(lasso.behaviours).toEqual([{ states: [0, 1, 2], loop: 0 }]);
    expect(ndjson(lasso)).toContain('{"from":2,"action":"Next","to":0}');
    expect((await openGraph(join(outputs, 'Live.txt'))).behaviours).toEqual([
      { states: [0, 1, 2, 3], loop: 3 },
    ]);
  });

  it.each([
    ['Dup', /no error trace in it, as TLC found no error/],
    ['Assume', /no error trace in it \(Assumption line 14/],
    ['Parse', /no error trace in it \(\*\*\*Parse Error\*\*\*\)/],
  ])('of %s has none', async (name, says) => {
    expect(await refusal(join(outputs, `${name}.txt`))).toMatch(says);
  });
});

describe('what the output of the run tells', () => {
  const graph = (): string => file(fixture('ConL-tlchead.dot'), 'graph.dot');

  it('that a graph is whole', async () => {
    const exported = await openGraph(graph(), { log: log(six) });
    expect(exported.known.complete).toBe(true);
    // Initial states that are found twice are generated twice, and stand in the graph once.
    const twice = { initial: '3 states generated, with 1 of them distinct' };
    await openGraph(graph(), { log: log(six.replace('14', '16'), twice) });
  });

  it('which states of a dump are initial', async () => {
    const dump = join(fixtures, 'Val-tlc174.dump');
    const exported = await openGraph(dump, {
      log: log('77 states generated, 77 distinct states found, 0 states left on queue.'),
    });
    expect(exported.graph.initial).toEqual([0]);
    const printed = await openGraph(join(fixtures, 'ConST-tlc173.out'), {
      log: log(six),
      variables: ['x', 'o'],
    });
    expect(printed.graph.initial).toEqual([0]);
    expect(printed.known.complete).toBe(true);
    // An action constraint has printed the steps.
    const cfg = file('INIT Init\nNEXT Next\nACTION_CONSTRAINT EmitT\n', 'T.cfg');
    const options = { log: log(six), variables: ['x', 'o'], cfg };
    expect((await openGraph(join(fixtures, 'ConST-tlc173.out'), options)).known.complete).toBe(true);
  });

  it.each([
    ['other states', () => log(six.replace('6', '7')), /6 states, TLC counted 7/],
    [
      'other steps',
      () => log(six.replace('14', '15')),
      /TLC counted 15.*If the model has constraints, name its cfg/,
    ],
    [
      'an error',
      () => join(outputs, 'Inv.txt'),
      /Inv\.txt: TLC ended with an error \(Invariant .* is violated\)/,
    ],
    ['states left', () => log(six.replace('0 states', '3 states')), /TLC stopped with 3 states left/],
    ['no end', () => log(six, { end: '' }), /TLC did not say that it finished/],
    ['no run', () => file('hello\n', 'hello'), /hello: This is not the output of a run of TLC/],
    ['no file', () => join(folder, 'nowhere'), /nowhere: There is no such file/],
  ])('that it is not: %s', async (_, of, says) => {
    expect(await refusal(graph(), { log: of() })).toMatch(says);
  });

  it('nothing of what needs none', async () => {
    expect(await refusal(join(fixtures, 'BadL.json'), { log: log(six) })).toMatch(/--log is of no use/);
    expect(await refusal(join(outputs, 'Inv.txt'), { log: log(six) })).toMatch(/--log is of no use/);
    const own = file(ndjson(await openGraph(graph())), 'own.ndjson');
    expect(await refusal(own, { log: log(six) })).toMatch(/--log is of no use/);
    expect(await refusal(own, { cfg: join(fixtures, 'ConL.cfg') })).toMatch(/--cfg is of no use/);
    expect(await refusal(own, { variables: ['x', 'o'] })).toMatch(/--variables is of no use/);
  });
});

describe('what the cfg tells', () => {
  it.each([
    ['ConS-tlc174.dot', 'ConS.cfg', /ConS\.cfg:\d+:\d+: With SYMMETRY Sym/],
    ['ConV-tlchead.dot', 'ConV.cfg', /ConV\.cfg:\d+:\d+: With VIEW Vw/],
    ['Val-tlc174.dump', 'ConV.cfg', /With VIEW Vw/],
    ['ConST-tlc173.out', 'ConS.cfg', /With SYMMETRY Sym/],
  ])('that %s is not exact', async (name, cfg, says) => {
    expect(await refusal(join(fixtures, name), { cfg: join(fixtures, cfg) })).toMatch(says);
  });

  it('that steps are left out which TLC counts', async () => {
    const cfg = file('INIT Init\nNEXT Next\nCONSTRAINT StateC\n', 'C.cfg');
    const exported = await openGraph(join(fixtures, 'ConL-tlchead.dot'), {
      log: log(six.replace('14', '15')),
      cfg,
    });
    expect(exported.known.complete).toBe(false);
  });

  it('which strings of an error trace are model values', async () => {
    const exported = await openGraph(join(fixtures, 'BadL.json'), { cfg: join(fixtures, 'ConL.cfg') });
    expect(ndjson(exported)).toContain('"modelValues":["p2"]');
  });

  it('that an error trace has other values than the variables', async () => {
    const cfg = file('INIT Init\nNEXT Next\nALIAS A1\n', 'A.cfg');
    expect(await refusal(join(fixtures, 'BadA.json'), { cfg })).toMatch(/A\.cfg:3:7: With ALIAS A1/);
    expect(await refusal(join(outputs, 'Inv.tool'), { cfg })).toMatch(/With ALIAS A1/);
  });

  it('nothing if it cannot be read', async () => {
    const cfg = file('INTI Init\n', 'B.cfg');
    expect(await refusal(join(fixtures, 'BadA.json'), { cfg })).toMatch(/B\.cfg:1:1: Expected a keyword/);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['an empty one', () => file(''), /file: The file is empty/],
    ['an empty gzip', () => file(gzipSync('')), /file: The file is empty/],
    [
      'a gzip that is cut',
      () => file(gzipSync(fixture('ConL-tlc174.dot')).subarray(0, 300)),
      /ends too early: it was cut/,
    ],
    [
      'no UTF-8',
      () => file(Buffer.concat([Buffer.from('State 1:\nx = "'), Buffer.from([0xe9]), Buffer.from('"\n\n')])),
      /not UTF-8/,
    ],
    ['none', () => join(folder, 'nowhere'), /nowhere: There is no such file/],
  ])('%s', async (_, of, says) => {
    expect(await refusal(of())).toMatch(says);
  });
});
