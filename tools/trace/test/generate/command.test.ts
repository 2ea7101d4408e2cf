import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slow } from '../validate/bench.js';
import { dumpOf, edge, generateBench, twoPhase } from './bench.js';

const { folder, write, files, lines, run } = generateBench();

/** Makes sure that all traces of a folder conform. */
function accepted(name: string, ...args: readonly string[]): void {
  const paths = files(name).map((file) => join(name, file));
  const { status, stdout, stderr } = run('validate', ...paths, ...args, '--strict');
  expect({ status, stderr }, stdout.slice(-2000)).toEqual({ status: 0, stderr: '' });
}

describe('synod generate', () => {
  it.each([
    ['steps', 'all'],
    ['steps', 'changed'],
    ['steps', 'none'],
    ['states', 'all'],
    ['states', 'changed'],
    ['actions', 'none'],
  ])(
    'writes traces that cover all %s and observe %s variables, and all are accepted',
    slow,
    (cover, observe) => {
      const out = `${cover}-${observe}`;
      const args = ['--graph', twoPhase, '--cover', cover, '--observe', observe, '--out', out];
      const { status, stdout, stderr } = run('generate', ...args);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const count = { steps: 394, states: 126, actions: 1 }[cover] ?? 0;
      const last = `${String(count).padStart(4, '0')}.ndjson`;
      expect(files(out).length).toBe(count);
      expect(files(out).at(-1)).toBe(last);
      expect(stdout).toContain(`written to ${out}: 0001.ndjson${count === 1 ? '' : ` to ${last}`}\n`);
      accepted(out, '--graph', twoPhase);
    },
  );

  it('writes traces of a bundled model, with the names of parameters', slow, () => {
    expect(run('generate', '--model', 'MCPaxosTiny', '--cover', 'actions', '--out', 'paxos').status).toBe(0);
    const [header, first] = lines('paxos/0001.ndjson');
    expect(header).toMatchObject({
      trace: 1,
      spec: 'Paxos',
      model: 'MCPaxosTiny',
      init: { maxBal: { a1: -1, a2: -1, a3: -1 }, msgs: { '#set': [] } },
      meta: { generated: { cover: 'actions', behaviour: 1, of: 1 } },
    });
    expect(first).toMatchObject({
      action: 'Phase1a',
      params: { b: 0 },
      state: { msgs: { '#set': [{ bal: 0 }] } },
    });
    accepted('paxos');
  });

  it(
    'names parameters of a graph if the module is given, and says only what changed if that is asked',
    slow,
    () => {
      const spec = ['--spec', join(twoPhase, '../TwoPhase.tla')];
      run(
        'generate',
        '--graph',
        twoPhase,
        '--cover',
        'actions',
        '--observe',
        'changed',
        '--out',
        'named',
        ...spec,
      );
      expect(lines('named/0001.ndjson').slice(1, 3)).toEqual([
        { action: 'AskAll', state: { coordinator: 'waiting', mail: { '#set': [{ type: 'prepare' }] } } },
        {
          action: 'VoteYes',
          params: { p: 'p1' },
          state: expect.not.objectContaining({ coordinator: 'waiting' }),
        },
      ]);
      accepted('named', '--graph', twoPhase, ...spec);
    },
  );

  it('makes of a graph without names and parameters what can be made of it', slow, () => {
    write('bare.dot', dumpOf(4, 2, [edge(0, 2), edge(2, 3), edge(3, 2), edge(2, 2)]));
    for (const cover of ['steps', 'states', 'actions']) {
      expect(
        run('generate', '--graph', 'bare.dot', '--cover', cover, '--out', `bare-${cover}`),
      ).toMatchObject({
        status: 0,
      });
      const paths = files(`bare-${cover}`).map((file) => join(`bare-${cover}`, file));
      expect(run('validate', ...paths, '--graph', 'bare.dot').status).toBe(0);
    }
    expect(lines('bare-steps/0001.ndjson')).toEqual([
      {
        trace: 1,
        spec: 'bare',
        init: { n: 0 },
        meta: { generated: { cover: 'steps', behaviour: 1, of: 1 } },
      },
      ...[2, 2, 3, 2].map((n) => ({ state: { n } })),
    ]);
    // An initial state that nothing begins in is looked at.
    expect(lines('bare-states/0002.ndjson').slice(1)).toEqual([{ state: { n: 1 } }]);
  });

  it('names what no behaviour of a length reaches', slow, () => {
    const line = [edge(0, 1, 'A'), edge(1, 2, 'B'), edge(2, 3, 'C')];
    write('line.dot', dumpOf(4, 1, line));
    const { status, stdout } = run(
      'generate',
      '--graph',
      'line.dot',
      '--cover',
      'steps',
      '--max-length',
      '2',
    );
    expect(status).toBe(0);
    expect(stdout).toContain(
      'no behaviour with 2 steps reaches these steps:\n  C from state 2 to 3, which needs 3\n',
    );
    const json = run('generate', '--graph', 'line.dot', '--cover', 'steps', '--max-length', '2', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      format: 1,
      against: 'line.dot',
      spec: 'line',
      cover: 'steps',
      maxLength: 2,
      total: 3,
      covered: 2,
      behaviours: 1,
      events: 2,
      longest: 2,
      bound: { events: 2, behaviours: 1, exact: true },
      ratio: 1,
      uncovered: [{ type: 'step', from: 2, step: 'C', to: 3, needs: 3 }],
    });
  });

  it('writes into an empty folder, and the same bytes each time', slow, () => {
    mkdirSync(join(folder, 'empty'));
    for (const out of ['empty', 'deep/down/new']) {
      expect(run('generate', '--graph', 'line.dot', '--cover', 'steps', '--out', out).status).toBe(0);
    }
    expect(files('empty')).toEqual(['0001.ndjson']);
    expect(lines('empty/0001.ndjson')).toEqual(lines('deep/down/new/0001.ndjson'));
    expect(files('deep/down')).toEqual(['new']);
  });
});
